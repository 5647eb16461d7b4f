using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

/// <summary>What the sensitivity of a source does to the incidents that rest on it.</summary>
public class SourceSensitivityTests
{
    private const string Barmal = "1108561863", Paktika = "85667567";
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Incident Strike = new()
    {
        Id = "i-aaaaaaaaaa",
        Status = IncidentStatus.Published,
        Title = "Strike on a house in Khanadar",
        Kind = "airstrike",
        Date = new() { Start = new(2025, 10, 17), End = new(2025, 10, 17), Precision = DatePrecision.Day },
        Places = [new() { Place = Barmal, Lon = 69.3, Lat = 32.7, Precision = PlacePrecision.Exact, RadiusM = 50 }],
        Claims =
        [
            Given.Killed("afg-government", Given.AfCivilians, Given.Exactly(10), "c-aaaaaaaaaa") with { Source = "s-witness" },
            Given.Killed("un", Given.AfCivilians, Given.Exactly(7), "c-bbbbbbbbbb") with { Source = "s-paper" },
        ],
        Sources = [new("s-witness"), new("s-paper")],
    };

    [Fact]
    public void A_delayed_source_and_what_rests_on_it_come_when_the_delay_ends()
    {
        var sources = With(new() { PublicFrom = Now });

        var before = Project(Strike, sources, Now.AddTicks(-1))!;
        var after = Project(Strike, sources, Now)!;

        Assert.Equal((7, 7, 1), (before.KilledLow, before.KilledHigh, before.SourceIds.Count));
        Assert.DoesNotContain("s-witness", before.Document(default), StringComparison.Ordinal);
        Assert.Equal((7, 10, 2), (after.KilledLow, after.KilledHigh, after.SourceIds.Count));
        Assert.Null(Project(Strike with { Sources = [new("s-witness")], Claims = [] }, sources, Now.AddTicks(-1)));
        Assert.Null(Projection.ProjectSource(sources["s-witness"], Now.AddTicks(-1)));
        Assert.NotNull(Projection.ProjectSource(sources["s-witness"], Now));
    }

    [Theory]
    [InlineData(ShowAs.District, ShowAs.Full, Barmal)]
    [InlineData(ShowAs.Province, ShowAs.Full, Paktika)]
    [InlineData(ShowAs.District, ShowAs.Province, Paktika)]
    public void An_incident_is_shown_no_more_exactly_than_its_sources_and_itself_allow(ShowAs source, ShowAs own, string place)
    {
        var sources = With(new() { ShowAs = source });
        var row = Project(Strike with { Sensitivity = new() { ShowAs = own } }, sources, Now)!;

        Assert.Equal(place, Assert.Single(row.Places).Place);
        Assert.DoesNotContain("Khanadar", row.Document(default), StringComparison.Ordinal);
        Assert.Empty(row.SourceIds);
        // The same, whether the source is named by the incident or by a part of it.
        Assert.Equal(place, Assert.Single(Project(Strike with { Sources = [new("s-paper")], Sensitivity = new() { ShowAs = own } }, sources, Now)!.Places).Place);
        Assert.Equal(PlacePrecision.Exact, Project(Strike with { Sources = [new("s-paper")], Claims = [] }, sources, Now)!.Precision);
    }

    [Fact]
    public void A_withheld_source_is_left_out_with_what_rests_on_it_and_generalises_nothing()
    {
        var row = Project(Strike, With(new() { ShowAs = ShowAs.Withheld }), Now)!;

        Assert.Equal((7, 7, PlacePrecision.Exact), (row.KilledLow, row.KilledHigh, row.Precision));
        Assert.Equal(["s-paper"], row.SourceIds);
    }

    [Fact]
    public void An_episode_shows_nothing_that_rests_on_such_a_source()
    {
        var episode = new Episode { Id = "e-aaaaaaaaaa", Title = "October", Claims = Strike.Claims, Sources = Strike.Sources };
        foreach (var sensitivity in new SourceSensitivity[] { new() { ShowAs = ShowAs.District }, new() { ShowAs = ShowAs.Withheld }, new() { PublicFrom = Now.AddDays(1) } })
        {
            var record = Projection.ProjectEpisode(episode, [new("i-aaaaaaaaaa", null, null)], With(sensitivity), Given.Actors, Repository.Atlas, Now)!;
            Assert.Equal(["s-paper"], record.SourceIds);
            Assert.DoesNotContain("c-aaaaaaaaaa", record.Document(default), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Editors_notes_of_a_source_are_in_nothing_public()
    {
        var sources = With(new());
        sources["s-witness"] = sources["s-witness"] with { Notes = "SECRET note" };

        Assert.DoesNotContain("SECRET", Projection.ProjectSource(sources["s-witness"], Now)!.Document(default) + Project(Strike, sources, Now)!.Document(default), StringComparison.Ordinal);
        Assert.Empty(Validation.Check(sources["s-witness"] with { Id = "s-aaaaaaaaaa" }));
    }

    private static Dictionary<string, Source> With(SourceSensitivity sensitivity) =>
        new[] { Given.Source("s-witness", "A witness") with { Sensitivity = sensitivity }, Given.Source("s-paper", "Paper") }.ToDictionary(source => source.Id);

    private static PublicRow? Project(Incident incident, Dictionary<string, Source> sources, DateTimeOffset now) =>
        Projection.Project(new(incident, sources, Given.Actors, null, Repository.Atlas, now));
}
