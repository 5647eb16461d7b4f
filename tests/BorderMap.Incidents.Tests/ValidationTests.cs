using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

public class ValidationTests
{
    private static readonly ValidationContext Context = new(Given.Actors.Keys.ToHashSet(), new HashSet<string> { "s-aaaaaaaaaa" }, new HashSet<string> { "e-aaaaaaaaaa" }, Repository.Atlas);

    private static readonly Incident Good = new()
    {
        Id = "i-aaaaaaaaaa",
        Title = "Clash at Spin Boldak",
        Kind = "armed_clash",
        Date = new() { Start = new(2025, 10, 11), End = new(2025, 10, 11), Precision = DatePrecision.Day, Time = "18:30+04:30" },
        Places = [new() { Place = "1310458171", Words = "Spin Boldak" }],
        Actors = [Given.Takes("ispr", ActorRole.Party)],
        Episode = "e-aaaaaaaaaa",
        Claims =
        [
            Given.Killed("ispr", Given.PkSoldiers, Given.Exactly(3), "c-aaaaaaaaaa") with { Source = "s-aaaaaaaaaa" },
            Given.Killed("ispr", Given.PkSoldiers, Given.Exactly(5), "c-bbbbbbbbbb") with { Supersedes = "c-aaaaaaaaaa", Span = new("five soldiers", 4, 17) },
        ],
        Estimates = [new() { By = "UCDP", Low = 1, Best = 2, High = 3 }],
        Sources = [new("s-aaaaaaaaaa", new("clash"))],
        SourceKeys = ["facts:spin-boldak"],
        Sensitivity = new() { Cleared = ["title", "episode", "source:s-aaaaaaaaaa", "claim:c-aaaaaaaaaa"] },
    };

    private static readonly Claim FirstClaim = Good.Claims[0];

    [Fact]
    public void A_good_document_has_no_problem() => Assert.Empty(Validation.Check(Good, Context));

    [Fact]
    public void An_import_may_leave_ids_to_the_server() =>
        Assert.Empty(Validation.Check(Good with { Id = "", Claims = [FirstClaim with { Id = "" }, FirstClaim with { Id = "" }], Sensitivity = new() }, Context));

    public static TheoryData<string, string, Incident> BadIncidents() => new()
    {
        { "bad-id", "id", Good with { Id = "i-UPPERCASE1" } },
        { "missing", "title", Good with { Title = "  " } },
        { "too-long", "title", Good with { Title = new('x', 301) } },
        { "control-character", "title", Good with { Title = "two\nlines" } },
        { "control-character", "title", Good with { Title = "bell\a" } },
        { "control-character", "title", Good with { Title = "safe \u202Etxt.exe" } },
        { "control-character", "title", Good with { Title = "isolate \u2067x" } },
        { "broken-unicode", "title", Good with { Title = "half \uD83D" } },
        { "unknown-kind", "kind", Good with { Kind = "skirmish" } },
        { "end-before-start", "date.end", Good with { Date = new() { Start = new(2025, 10, 12), End = new(2025, 10, 11), Precision = DatePrecision.Range } } },
        { "date-precision", "date.precision", Good with { Date = new() { Start = new(2025, 10, 11), End = new(2025, 10, 12), Precision = DatePrecision.Day } } },
        { "date-precision", "date.precision", Good with { Date = new() { Start = new(2025, 10, 11), Precision = DatePrecision.Day } } },
        { "date-precision", "date.precision", Good with { Date = new() { Precision = DatePrecision.Range } } },
        { "date-precision", "date.precision", Good with { Date = new() { Start = new(2025, 10, 1), End = new(2025, 10, 31), Precision = DatePrecision.Week } } },
        { "date-precision", "date.precision", Good with { Date = new() { Start = new(2025, 10, 1), End = new(2025, 11, 30), Precision = DatePrecision.Month } } },
        { "date-precision", "date.precision", Good with { Date = new() { Start = new(2024, 10, 1), End = new(2025, 11, 30), Precision = DatePrecision.Year } } },
        { "date-out-of-range", "date.start", Good with { Date = new() { Start = new(205, 10, 11), Precision = DatePrecision.Approx } } },
        { "bad-time", "date.time", Good with { Date = Good.Date with { Time = "18:30" } } },
        { "bad-time", "date.time", Good with { Date = Good.Date with { Time = "25:00Z" } } },
        { "time-without-day", "date.time", Good with { Date = new() { Start = new(2025, 10, 11), Precision = DatePrecision.Range, Time = "18:30Z" } } },
        { "unlocated", "places[0]", With(new IncidentPlace { Words = "somewhere" }) },
        { "unknown-place", "places[0].place", With(new IncidentPlace { Place = "17" }) },
        { "half-coordinates", "places[0]", With(new IncidentPlace { Place = "1310458171", Lon = 66.4 }) },
        { "coordinates-swapped", "places[0]", With(Spot(31.0, 66.4)) },
        { "outside-region", "places[0]", With(Spot(2.35, 48.85)) },
        { "outside-region", "places[0]", With(Spot(double.NaN, 31)) },
        { "missing", "places[0].radius_m", With(new IncidentPlace { Lon = 66.4, Lat = 31 }) },
        { "radius-out-of-range", "places[0].radius_m", With(Spot(66.4, 31) with { RadiusM = 0 }) },
        { "precision-too-fine", "places[0].precision", With(new IncidentPlace { Place = "1108561863", Precision = PlacePrecision.Locality }) },
        { "precision-too-fine", "places[0].precision", With(new IncidentPlace { Place = "85667567", Precision = PlacePrecision.District }) },
        { "unknown-source", "places[0].source", With(Good.Places[0] with { Source = "s-zzzzzzzzzz" }) },
        { "missing", "places[0]", Good with { Places = [null!] } },
        { "unknown-actor", "actors[0].actor", Good with { Actors = [Given.Takes("nobody", ActorRole.Party)] } },
        { "repeated-actor", "actors[0].actor", Good with { Actors = [Given.Takes("ispr", ActorRole.Party), Given.Takes("ispr", ActorRole.Party)] } },
        { "unknown-episode", "episode", Good with { Episode = "e-zzzzzzzzzz" } },
        { "bad-id", "claims[0].id", WithClaim(FirstClaim with { Id = "claim-1" }) },
        { "repeated-id", "claims[1].id", Good with { Claims = [FirstClaim, FirstClaim with { Killed = Given.Exactly(4) }] } },
        { "unknown-actor", "claims[0].claimant", WithClaim(FirstClaim with { Claimant = "nobody" }) },
        { "unknown-source", "claims[0].source", WithClaim(FirstClaim with { Source = "s-zzzzzzzzzz" }) },
        { "claim-without-figures", "claims[0]", WithClaim(FirstClaim with { Killed = null }) },
        { "claim-without-objects", "claims[0]", WithClaim(FirstClaim with { About = ClaimAbout.Objects }) },
        { "empty-figure", "claims[0].killed", WithClaim(FirstClaim with { Killed = new(null, null) }) },
        { "min-above-max", "claims[0].killed.max", WithClaim(FirstClaim with { Killed = new(5, 3) }) },
        { "max-without-min", "claims[0].killed.min", WithClaim(FirstClaim with { Killed = new(null, 3) }) },
        { "count-out-of-range", "claims[0].injured.min", WithClaim(FirstClaim with { Injured = new(-1, 3) }) },
        { "count-out-of-range", "claims[0].injured.max", WithClaim(FirstClaim with { Injured = new(1, 2_000_000) }) },
        { "unknown-category", "claims[0].group.category", WithClaim(FirstClaim with { Group = new("PK", "farmers") }) },
        { "unknown-category", "claims[0].group.category", WithClaim(FirstClaim with { Group = new("PK", null!) }) },
        { "unknown-side", "claims[0].group.side", WithClaim(FirstClaim with { Group = new("IN", "soldiers") }) },
        { "missing", "claims[0].objects[0].item", WithClaim(FirstClaim with { Objects = [new("", ObjectEffect.Captured, 3, 3)] }) },
        { "end-before-start", "claims[0].period.end", WithClaim(FirstClaim with { Period = new(new(2025, 10, 12), new(2025, 10, 11)) }) },
        { "unknown-place", "claims[0].places[0]", WithClaim(FirstClaim with { Places = ["17"] }) },
        { "unknown-claim", "claims[0].supersedes", WithClaim(FirstClaim with { Supersedes = "c-zzzzzzzzzz" }) },
        { "supersedes-itself", "claims[0].supersedes", WithClaim(FirstClaim with { Supersedes = FirstClaim.Id }) },
        { "supersedes-another", "claims[1].supersedes", Good with { Claims = [FirstClaim, Given.Killed("un", null, Given.Exactly(5)) with { Supersedes = FirstClaim.Id }], Sensitivity = new() } },
        { "bad-span", "claims[0].span", WithClaim(FirstClaim with { Span = new("five", 4, 9) }) },
        { "half-span", "claims[0].span", WithClaim(FirstClaim with { Span = new("five", 4) }) },
        { "missing", "claims[0].span.quote", WithClaim(FirstClaim with { Span = new(null!) }) },
        { "estimate-without-reason", "estimates[0].reason", Good with { Estimates = [new() { By = Estimate.Editors, Best = 2 }] } },
        { "estimate-order", "estimates[0]", Good with { Estimates = [new() { By = "UCDP", Low = 3, Best = 2, High = 4 }] } },
        { "count-out-of-range", "estimates[0].by_side.AF", Good with { Estimates = [new() { By = "UCDP", BySide = new Dictionary<string, int> { ["AF"] = -1 } }] } },
        { "unknown-source", "sources[0].source", Good with { Sources = [new("s-zzzzzzzzzz")], Sensitivity = new() } },
        { "unknown-source", "sources[0].source", Good with { Sources = [new(null!)], Sensitivity = new() } },
        { "repeated-source", "sources[1].source", Good with { Sources = [new("s-aaaaaaaaaa"), new("s-aaaaaaaaaa")] } },
        { "unknown-clearance", "sensitivity.cleared[0]", Good with { Sensitivity = new() { Cleared = ["source:s-zzzzzzzzzz"] } } },
        { "unknown-clearance", "sensitivity.cleared[0]", Good with { Sensitivity = new() { Cleared = ["everything"] } } },
        { "too-long", "notes", Good with { Notes = new('x', 20_001) } },
        { "repeated-key", "source_keys[0]", Good with { SourceKeys = ["a", "a"] } },
        { "missing", "source_keys[0]", Good with { SourceKeys = [" "] } },
        { "bad-id", "merged[0].id", Good with { Merged = [new("17", 1)] } },
    };

    [Theory]
    [MemberData(nameof(BadIncidents), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_meant_is_named_with_field_and_fix(string code, string field, Incident incident)
    {
        var problem = Validation.Check(incident, Context)[0];
        Assert.Equal((code, field), (problem.Code, problem.Field));
        Assert.NotEmpty(problem.Message);
        Assert.EndsWith(".", problem.Fix);
    }

    [Fact]
    public void Every_problem_of_a_document_is_named() =>
        Assert.Equal(["title", "kind", "claims[0].killed.max"],
            Validation.Check(WithClaim(FirstClaim with { Killed = new(5, 3) }) with { Title = "", Kind = "x" }, Context).Select(p => p.Field));

    [Fact]
    public void Exchanged_coordinates_are_written_out_the_right_way() =>
        Assert.Equal("Write \"lon\":66.4,\"lat\":31.", Validation.Check(With(Spot(31.0, 66.4)), Context)[0].Fix);

    [Fact]
    public void Claims_that_supersede_one_another_in_a_circle_are_found()
    {
        Claim a = FirstClaim with { Supersedes = "c-bbbbbbbbbb" }, b = FirstClaim with { Id = "c-bbbbbbbbbb", Supersedes = FirstClaim.Id };
        Assert.Equal(["supersedes-itself", "supersedes-itself"], Validation.Check(Good with { Claims = [a, b] }, Context).Select(p => p.Code));
    }

    [Theory]
    [InlineData("سپین بولدک")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("\u200Fتورخم (Torkham)")]
    [InlineData("emoji 😀")]
    public void Texts_of_the_languages_of_the_region_are_good(string title) => Assert.Empty(Validation.Check(Good with { Title = title }, Context));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/x")]
    [InlineData("/relative")]
    [InlineData("https://")]
    [InlineData("dawn.com")]
    public void Only_web_addresses_are_addresses(string url) =>
        Assert.Equal("bad-url", Validation.Check(Given.Source("s-aaaaaaaaaa", "Dawn") with { Url = url })[0].Code);

    [Fact]
    public void A_source_needs_an_id_a_publisher_and_a_hash_of_the_right_shape() =>
        Assert.Equal([("bad-id", "id"), ("missing", "publisher"), ("bad-hash", "sha256")],
            Validation.Check(new Source { Id = "dawn", Publisher = "", Sha256 = "ABC" }).Select(p => (p.Code, p.Field)));

    [Fact]
    public void An_actor_needs_a_slug_a_name_a_country_code_and_a_known_organisation() =>
        Assert.Equal([("bad-id", "id"), ("missing", "name"), ("bad-country", "country"), ("unknown-actor", "part_of")],
            Validation.Check(new Actor { Id = "Pak Army", Name = "", Country = "Pakistan", PartOf = "nobody" }, Context).Select(p => (p.Code, p.Field)));

    [Fact]
    public void An_episode_is_looked_at_like_an_incident()
    {
        var episode = new Episode { Id = "e-x", Title = "", Start = new(2025, 10, 19), End = new(2025, 10, 11), Claims = [FirstClaim with { Claimant = "nobody" }], Sources = [new("s-zzzzzzzzzz")] };
        Assert.Equal([("bad-id", "id"), ("missing", "title"), ("end-before-start", "end"), ("unknown-actor", "claims[0].claimant"), ("unknown-source", "sources[0].source")],
            Validation.Check(episode, Context).Select(p => (p.Code, p.Field)));
    }

    private static Incident With(IncidentPlace place) => Good with { Places = [place] };

    private static Incident WithClaim(Claim claim) => Good with { Claims = [claim], Sensitivity = new() };

    private static IncidentPlace Spot(double lon, double lat) => new() { Lon = lon, Lat = lat, RadiusM = 500, Precision = PlacePrecision.Near };
}
