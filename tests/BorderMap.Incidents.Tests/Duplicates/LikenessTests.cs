using BorderMap.Gazetteer;
using BorderMap.Incidents.Duplicates;
using BorderMap.Incidents.Model;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Incidents.Tests.Duplicates;

public class LikenessTests
{
    private const string Torkham = "x-torkham-crossing", Khyber = "1108692255", MuhmandDara = "1108562285", SpinBoldak = "1108562519", KhyberPakhtunkhwa = "1360701001";

    private static readonly Dictionary<string, Source> Sources = new[]
    {
        Given.Source("s-dawn", "Dawn") with { Url = "https://www.dawn.example/news/1?page=2" },
        Given.Source("s-same", "Dawn") with { Url = "http://dawn.example/news/1?page=2" },
        Given.Source("s-tolo", "Tolo"),
    }.ToDictionary(source => source.Id);

    private static readonly Incident Clash = new()
    {
        Title = "Clash at Torkham",
        Kind = "armed_clash",
        Date = Day(11),
        Places = [new() { Place = Torkham }],
        Actors = [Given.Takes("afg-forces", ActorRole.Party), Given.Takes("pak-military", ActorRole.Party)],
        Claims = [Given.Killed("pak-military", Given.PkSoldiers, Given.Exactly(5))],
        Sources = [new("s-dawn")],
    };

    /// <summary>What is changed, whether the two are then likely one, worth a look, or neither; what is said for and against.</summary>
    public static TheoryData<string, Incident, string, string> Pairs => new()
    {
        { "likely", Clash, "both at Torkham crossing; same day; both 5 killed; both armed clash; both Taliban forces and Pakistan military; both from Dawn", "" },
        { "likely", Clash with { Sources = [new("s-same")], Claims = [] }, "both at Torkham crossing; same day; both armed clash; both Taliban forces and Pakistan military; both from Dawn", "" },
        { "likely", Clash with { Kind = "cross_border_fire", Places = [new() { Lon = 71.12, Lat = 34.12, Precision = PlacePrecision.Near, RadiusM = 2000 }], Sources = [new("s-tolo")] },
            "4 km apart; same day; both 5 killed; both Taliban forces and Pakistan military; cross-border fire and armed clash", "" },
        { "worth a look", Clash with { Date = Day(12), Claims = [], Sources = [] }, "both at Torkham crossing; both armed clash; both Taliban forces and Pakistan military", "a day apart" },
        { "likely", Clash with { Places = [new() { Place = Khyber, Precision = PlacePrecision.District }], Claims = [Given.Killed("afg-government", Given.PkSoldiers, Given.Between(4, 9))], Sources = [] },
            "same day; both armed clash; both Taliban forces and Pakistan military; figures overlap: 4 to 9 killed and 5 killed; one told by the Afghan side, the other by the Pakistani; Khyber and Muhmand Dara face one another, 19 km apart", "" },
        { "neither", Clash with { Date = Day(14) }, "", "" },
        { "neither", Clash with { Kind = "crossing_closure" }, "both at Torkham crossing; same day; both 5 killed; both Taliban forces and Pakistan military; both from Dawn", "crossing closed and armed clash" },
        { "neither", Clash with { Places = [new() { Place = SpinBoldak, Precision = PlacePrecision.District }] }, "same day; both 5 killed; both armed clash; both Taliban forces and Pakistan military; both from Dawn", "582 km apart" },
        { "worth a look", Clash with { Places = [new() { Place = KhyberPakhtunkhwa, Precision = PlacePrecision.Province }] },
            "same day; both 5 killed; both armed clash; both Taliban forces and Pakistan military; both from Dawn", "one is known only as a province, which may hold the other" },
        { "neither", Clash with { Places = [new() { Place = KhyberPakhtunkhwa, Precision = PlacePrecision.Province }], Claims = [Given.Killed("un", Given.AfCivilians, Given.Exactly(50))], Sources = [] },
            "same day; both armed clash; both Taliban forces and Pakistan military", "one is known only as a province, which may hold the other; figures differ: 50 killed and 5 killed" },
        { "likely", Clash with { Kind = "violence_unspecified", Date = Day(12), Claims = [], Estimates = [new() { By = "UCDP", Low = 3, Best = 4, High = 7 }], Sources = [], SourceKeys = ["ucdp:1"] },
            "both at Torkham crossing; both Taliban forces and Pakistan military; figures overlap: 3 to 7 killed and 5 killed; a day apart, as datasets give nights", "" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Says_how_likely_two_are_one_and_why(string how, Incident other, string reasons, string doubts)
    {
        var likeness = Likeness.Of(other, Clash, Context);

        Assert.Equal((how, reasons, doubts), (How(likeness), string.Join("; ", likeness?.Reasons ?? []), string.Join("; ", likeness?.Doubts ?? [])));
    }

    [Fact]
    public void Two_rows_of_one_dataset_are_two_events_and_the_same_row_of_two_releases_is_not()
    {
        var row = Clash with { SourceKeys = ["ucdp:1"] };

        Assert.Equal("neither", How(Likeness.Of(row, row with { SourceKeys = ["ucdp-candidate-2026:2"] }, Context)));
        Assert.Equal("likely", How(Likeness.Of(row, row with { SourceKeys = ["ucdp-candidate-2026:1"] }, Context)));
    }

    [Fact]
    public void A_document_that_is_only_begun_is_compared_by_what_it_has()
    {
        var begun = new Incident { Title = "", Kind = "", Date = Day(11), Places = [new() { Place = Torkham }, new() { Place = "nowhere" }, new() { Lon = 71 }] };

        Assert.Equal(["both at Torkham crossing", "same day"], Likeness.Of(begun, Clash, Context)!.Reasons);
        Assert.NotNull(Likeness.Of(new() { Title = "", Kind = "" }, Clash, Context));
    }

    [Fact]
    public void Is_the_same_either_way_round() => Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Incidents), Arb.From(Incidents), (one, other) =>
    {
        var (there, back) = (Likeness.Of(one, other, Context), Likeness.Of(other, one, Context));
        return there?.Score == back?.Score && there?.Score is null or (>= 0 and <= 1);
    }));

    private static DuplicateContext Context => new(Given.Actors, Sources, Repository.Atlas);

    private static IncidentDate Day(int day) => new() { Start = new(2025, 10, day), End = new(2025, 10, day), Precision = DatePrecision.Day };

    private static string How(DuplicateLikeness? likeness) => likeness switch { { IsLikely: true } => "likely", { IsWorthALook: true } => "worth a look", _ => "neither" };

    private static Gen<Incident> Incidents =>
        from kind in Gen.Elements("armed_clash", "shelling", "airstrike", "ceasefire", "violence_unspecified", "no such kind")
        from start in Gen.Choose(9, 13)
        from length in Gen.Choose(0, 3)
        from precision in Gen.Elements(Enum.GetValues<DatePrecision>())
        from places in Gen.ListOf(Gen.Elements(Torkham, Khyber, MuhmandDara, SpinBoldak, KhyberPakhtunkhwa))
        from actors in Gen.ListOf(Gen.Elements("afg-forces", "pak-military", "ttp", "ispr", "unknown"))
        from claims in Gen.ListOf(from who in Gen.Elements("un", "ispr", "afg-government") from killed in Gen.Choose(0, 6) select Given.Killed(who, null, Given.AtLeast(killed)))
        select new Incident
        {
            Title = "",
            Kind = kind,
            Date = new() { Start = new(2025, 10, start), End = new DateOnly(2025, 10, start).AddDays(length), Precision = precision },
            Places = [.. places.Select(place => new IncidentPlace { Place = place })],
            Actors = [.. actors.Select(actor => Given.Takes(actor, ActorRole.Party))],
            Claims = [.. claims],
        };
}
