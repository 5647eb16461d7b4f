using BorderMap.Incidents.Joining;
using BorderMap.Incidents.Model;
using static BorderMap.Incidents.Tests.Given;

namespace BorderMap.Incidents.Tests.Joining;

public class FurtherSourceTests
{
    private static readonly Incident Standing = new()
    {
        Id = "i-aaaaaaaaaa",
        Version = 3,
        Title = "Clash at Torkham",
        Kind = "armed_clash",
        Status = IncidentStatus.Published,
        Sources = [new("s-one")],
        Actors = [Takes("pak-military", ActorRole.Party)],
        Claims = [Killed("pak-military", PkSoldiers, Exactly(2), "c-one") with { Source = "s-one" }],
    };

    [Fact]
    public void A_further_report_adds_its_source_its_actors_and_the_claims_that_nobody_made()
    {
        var joined = FurtherSource.Join(Standing, Told("s-two", Killed("afg-government", PkSoldiers, Exactly(5))) with { Actors = [Takes("afg-forces", ActorRole.Party), Takes("pak-military", ActorRole.Party)] }, () => "c-new");

        Assert.Equal(["s-one", "s-two"], joined.Incident.Sources.Select(use => use.Source));
        Assert.Equal(["pak-military", "afg-forces"], joined.Incident.Actors.Select(actor => actor.Actor));
        Assert.Equal(["c-one", "c-new"], joined.Incident.Claims.Select(claim => claim.Id));
        Assert.Equal("s-two", joined.Incident.Claims[1].Source);
        Assert.Equal((Standing.Id, Standing.Version, Standing.Status, Standing.Title), (joined.Incident.Id, joined.Incident.Version, joined.Incident.Status, joined.Incident.Title));
    }

    [Fact]
    public void A_claim_that_stands_already_is_not_made_twice()
    {
        var joined = FurtherSource.Join(Standing, Told("s-two", Killed("pak-military", PkSoldiers, new Figure(2, 2, "two"))), () => "c-new");

        Assert.Empty(joined.Added);
        Assert.Single(joined.Repeated);
        Assert.Equal(Standing.Claims, joined.Incident.Claims);
        Assert.Equal(2, joined.Incident.Sources.Count);
    }

    [Fact]
    public void A_count_that_replaces_an_earlier_one_names_it_by_the_id_it_has_in_the_incident()
    {
        var number = 0;
        var joined = FurtherSource.Join(Standing, Told("s-two",
            Killed("afg-government", PkSoldiers, Exactly(9), "t-nine"), Killed("afg-government", PkSoldiers, Exactly(12), "t-twelve") with { Supersedes = "t-nine" },
            Killed("pak-military", PkSoldiers, Exactly(2), "t-two"), Killed("pak-military", PkSoldiers, Exactly(4), "t-four") with { Supersedes = "t-two" }), () => $"c-{++number}");

        Assert.Equal([null, "c-1", "c-one"], joined.Added.Select(claim => claim.Supersedes));
    }

    [Theory]
    [InlineData("afg-government", 5, Stance.Asserts, true)]
    [InlineData("afg-government", 2, Stance.Asserts, false)]
    [InlineData("pak-military", 5, Stance.Asserts, false)]
    [InlineData("pak-state", 2, Stance.Denies, true)]
    public void What_an_added_claim_contradicts_is_told(string claimant, int killed, Stance stance, bool isContradicted) =>
        Assert.Equal(isContradicted, FurtherSource.Join(Standing, Told("s-two", Killed(claimant, PkSoldiers, Exactly(killed)) with { Stance = stance }), () => "c-new").Contradicted.Count == 1);

    [Fact]
    public void Ten_reports_of_one_clash_end_as_one_incident_with_ten_sources_and_nothing_is_summed()
    {
        var number = 0;
        var incident = Standing with { Sources = [], Claims = [] };
        for (var i = 0; i < 10; i++)
            incident = FurtherSource.Join(incident, Told($"s-{i}", Killed("pak-military", PkSoldiers, Exactly(2)), Killed("afg-government", PkSoldiers, Exactly(5 + i % 2))), () => $"c-{number++}").Incident;

        Assert.Equal(10, incident.Sources.Count);
        Assert.Equal(3, incident.Claims.Count);
        Assert.Equal((2, 6), Ranges.Killed(incident.Claims) is var range ? (range.Low, range.High) : default);
    }

    [Fact]
    public void What_names_no_source_yet_rests_on_the_report()
    {
        var told = new Incident
        {
            Title = "x",
            Kind = "shelling",
            Places = [new() { Words = "Bajaur" }, new() { Words = "Kunar", Source = "s-other" }],
            Claims = [Killed(null, null, Exactly(1)), Killed(null, null, Exactly(2)) with { Source = "s-other" }],
            Sources = [new("s-other")],
        };
        var sourced = FurtherSource.WithSource(told, "s-report");

        Assert.Equal(["s-report", "s-other"], sourced.Sources.Select(use => use.Source));
        Assert.Equal(["s-report", "s-other"], sourced.Places.Select(place => place.Source));
        Assert.Equal(["s-report", "s-other"], sourced.Claims.Select(claim => claim.Source));
        Assert.Equal(sourced.Sources, FurtherSource.WithSource(sourced, "s-report").Sources);
    }

    private static Incident Told(string source, params Claim[] claims) =>
        FurtherSource.WithSource(new Incident { Title = "A clash is told", Kind = "armed_clash", Claims = claims }, source);
}
