using BorderMap.Gazetteer;
using BorderMap.Incidents.Cql2;
using BorderMap.Incidents.Model;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Incidents.Tests;

public class IncidentFilterTests
{
    [Fact]
    public void Every_parameter_is_read()
    {
        var filter = Parse("bbox=69.5,33,71,34.5&place-match=certain&datetime=2025-10-11/2025-10-19&time-match=certain&kind=combat,airstrike&actor=ttp"
            + "&place=421168799,x-torkham-crossing&side=AF,straddles&line-km=300..420.5&episode=e-abcdefghij&killed-min=3&grade=confirmed,contested&precision=exact,district"
            + "&cross-border=false&q=Spin Boldak&publisher=Dawn|Khaama Press, Kabul&ids=i-abcdefghij&asOf=17").Filter!;
        Assert.Equal(new Bbox(69.5, 33, 71, 34.5), filter.Bbox);
        Assert.Equal((PlaceMatch.Certain, TimeMatch.Certain), (filter.PlaceMatch, filter.TimeMatch));
        Assert.Equal((new DateOnly(2025, 10, 11), new DateOnly(2025, 10, 19)), (filter.Datetime!.From!.Value, filter.Datetime.To!.Value));
        Assert.Equal(["combat", "airstrike"], filter.Kind);
        Assert.Equal(["ttp"], filter.Actor);
        Assert.Equal(["421168799", "x-torkham-crossing"], filter.Place);
        Assert.Equal([BorderSide.AF, BorderSide.Straddles], filter.Side);
        Assert.Equal(new LineStretch(300, 420.5), filter.LineKm);
        Assert.Equal(["e-abcdefghij"], filter.Episode);
        Assert.Equal(3, filter.KilledMin);
        Assert.Equal([Grade.Confirmed, Grade.Contested], filter.Grade);
        Assert.Equal([PlacePrecision.Exact, PlacePrecision.District], filter.Precision);
        Assert.Equal(false, filter.CrossBorder);
        Assert.Equal("Spin Boldak", filter.Q);
        Assert.Equal(["Dawn", "Khaama Press, Kabul"], filter.Publisher);
        Assert.Equal(["i-abcdefghij"], filter.Ids);
        Assert.Equal(17, filter.AsOf);
    }

    [Fact]
    public void Nothing_given_is_everything()
    {
        Assert.Equal(IncidentFilter.All, Parse("").Filter);
        Assert.Equal("", IncidentFilter.All.ToQuery());
    }

    [Fact]
    public void A_family_stands_for_its_kinds() =>
        Assert.Equal(["airstrike", "drone_strike", "drone_shootdown", "airspace_violation", "shelling"], Parse("kind=air,shelling,airstrike").Filter!.KindSet);

    [Fact]
    public void A_list_may_be_given_in_several_parameters() => Assert.Equal(["shelling", "bombing"], Parse("kind=shelling&kind=bombing,shelling").Filter!.Kind);

    [Fact]
    public void The_routes_own_parameters_are_passed_over() => Assert.Equal(IncidentFilter.All, Parse("limit=10&cursor=x", "limit", "cursor").Filter);

    [Theory]
    [InlineData("colour=red", "unknown-parameter", "colour")]
    [InlineData("Kind=shelling", "unknown-parameter", "Kind")]
    [InlineData("kind=", "empty-parameter", "kind")]
    [InlineData("kind=skirmish", "invalid-parameter", "kind")]
    [InlineData("kind=shelling,", "invalid-parameter", "kind")]
    [InlineData("publisher=Dawn|", "invalid-parameter", "publisher")]
    [InlineData("bbox=1,2,3", "invalid-parameter", "bbox")]
    [InlineData("bbox=1,2,3,x", "invalid-parameter", "bbox")]
    [InlineData("bbox=NaN,2,3,4", "invalid-parameter", "bbox")]
    [InlineData("bbox=71,33,69,34", "invalid-parameter", "bbox")]
    [InlineData("bbox=-190,33,69,34", "invalid-parameter", "bbox")]
    [InlineData("bbox=1,2,3,4&bbox=1,2,3,4", "repeated", "bbox")]
    [InlineData("place-match=maybe", "invalid-parameter", "place-match")]
    [InlineData("time-match=POSSIBLE", "invalid-parameter", "time-match")]
    [InlineData("side=af", "invalid-parameter", "side")]
    [InlineData("side=0", "invalid-parameter", "side")]
    [InlineData("grade=0", "invalid-parameter", "grade")]
    [InlineData("line-km=300", "invalid-parameter", "line-km")]
    [InlineData("line-km=..", "invalid-parameter", "line-km")]
    [InlineData("line-km=420..300", "invalid-parameter", "line-km")]
    [InlineData("line-km=-5..300", "invalid-parameter", "line-km")]
    [InlineData("line-km=0..9999", "invalid-parameter", "line-km")]
    [InlineData("line-km=1e2..300", "invalid-parameter", "line-km")]
    [InlineData("line-km=1..2..3", "invalid-parameter", "line-km")]
    [InlineData("killed-min=-1", "invalid-parameter", "killed-min")]
    [InlineData("killed-min=99999999999", "invalid-parameter", "killed-min")]
    [InlineData("cross-border=yes", "invalid-parameter", "cross-border")]
    [InlineData("asOf=now", "invalid-parameter", "asOf")]
    [InlineData("ids=i-ABC", "invalid-parameter", "ids")]
    [InlineData("episode=october", "invalid-parameter", "episode")]
    [InlineData("actor=Pak'; drop table", "invalid-parameter", "actor")]
    [InlineData("place=1 or 1=1", "invalid-parameter", "place")]
    [InlineData("q=a\u0000b", "invalid-parameter", "q")]
    [InlineData("datetime=2025", "invalid-parameter", "datetime")]
    [InlineData("datetime=2025-02-30", "invalid-parameter", "datetime")]
    [InlineData("datetime=..", "invalid-parameter", "datetime")]
    [InlineData("datetime=../..", "invalid-parameter", "datetime")]
    [InlineData("datetime=2025-10-19/2025-10-11", "invalid-parameter", "datetime")]
    [InlineData("datetime=2025-10-11T18:00:00", "invalid-parameter", "datetime")]
    [InlineData("datetime=a/b/c", "invalid-parameter", "datetime")]
    [InlineData("datetime=9999-12-31", "invalid-parameter", "datetime")]
    [InlineData("filter=kinds = 'shelling'", "filter-unknown-property", "filter")]
    [InlineData("filter=true&filter=false", "repeated", "filter")]
    [InlineData("filter-lang=cql", "invalid-parameter", "filter-lang")]
    public void A_parameter_that_cannot_be_meant_is_a_problem_with_a_fix(string query, string code, string field)
    {
        var result = Parse(query);
        Assert.Null(result.Filter);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((code, field), (problem.Code, problem.Field));
        Assert.NotEmpty(problem.Fix);
        Assert.DoesNotContain('\0', problem.Message);
    }

    [Fact]
    public void All_problems_are_named_at_once() => Assert.Equal(["bbox", "kind", "q"], Parse("kind=x&bbox=y&q=").Problems.Select(p => p.Field).Order());

    [Fact]
    public void Long_input_is_quoted_shortened() => Assert.True(Parse("kind=" + new string('x', 10_000)).Problems[0].Message.Length < 300);

    [Fact]
    public void A_query_is_written_readably() =>
        Assert.Equal("bbox=69.5,33,71,34.5&datetime=2025-10-11/..&q=Spin%20Boldak%20%26%20Chaman", Parse("q=Spin Boldak & Chaman&datetime=2025-10-11/&bbox=69.5,33,71,34.5", splitAmpersand: false).Filter!.ToQuery());

    [Fact]
    public void A_filter_and_its_query_say_the_same() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Filters), filter =>
        {
            var again = IncidentFilter.Parse(filter.ToParameters());
            return again.Filter == filter && again.Filter!.ToQuery() == filter.ToQuery() && Parse(Uri.UnescapeDataString(filter.ToQuery())).Filter == filter;
        }));

    [Fact]
    public void Odd_input_never_throws() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.Elements(FilterNames.All.AsEnumerable())), ArbMap.Default.ArbFor<string>(), (name, value) =>
        {
            var result = IncidentFilter.Parse([new(name, value ?? "")]);
            return result.Filter is null == result.Problems.Count > 0;
        }));

    private static Gen<IncidentFilter> Filters =>
        from bbox in Gen.Elements<Bbox?>(null, new(69.5, 33, 71, 34.5), new(-180, -90, 180, 90))
        from place in Gen.Elements(PlaceMatch.Point, PlaceMatch.Possible, PlaceMatch.Certain)
        from window in Gen.Elements(null, "2025-10-11", "../2025-10-19", "2025-10-11T18:00:00Z/..", "2025-10-11T18:00:00.5+04:30/2025-12-01")
        from time in Gen.Elements(TimeMatch.Possible, TimeMatch.Certain)
        from kinds in Gen.SubListOf("combat", "air", "shelling", "other")
        from sides in Gen.SubListOf(BorderSide.AF, BorderSide.PK, BorderSide.Straddles)
        from stretch in Gen.Elements<LineStretch?>(null, new LineStretch(300, 420.25), new LineStretch(null, 1500), new LineStretch(0, null))
        from killed in Gen.Elements<int?>(null, 0, 10)
        from crosses in Gen.Elements<bool?>(null, true, false)
        from words in Gen.Elements(null, "Torkham", "سپین بولدک", "Spin Boldak")
        from publishers in Gen.SubListOf("Dawn", "Khaama Press, Kabul", "آژانس باختر")
        from condition in Gen.Elements(null, "killed_low >= 5 AND title LIKE '%=%'", """S_INTERSECTS(geometry,BBOX(70,33,71,34)) OR "date_end" IS NULL""")
        from asOf in Gen.Elements<long?>(null, 0, 12345678901)
        select new IncidentFilter
        {
            Bbox = bbox,
            PlaceMatch = place,
            Datetime = window is null ? null : DateWindow.Parse(window).Window,
            TimeMatch = time,
            Kind = [.. kinds],
            Side = [.. sides],
            LineKm = stretch,
            KilledMin = killed,
            CrossBorder = crosses,
            Q = words,
            Publisher = [.. publishers],
            AsOf = asOf,
            Condition = condition is null ? null : Cql2Filter.Read(condition, Cql2Language.Text, IncidentQueryables.All).Filter,
        };

    private static FilterResult Parse(string query, params string[] alsoAllowed) => Parse(query, true, alsoAllowed);

    private static FilterResult Parse(string query, bool splitAmpersand, params string[] alsoAllowed)
    {
        var parts = splitAmpersand ? query.Split('&') : query.Replace(" & ", "\u0001").Split('&').Select(p => p.Replace("\u0001", " & "));
        return IncidentFilter.Parse(parts.Where(p => p.Length > 0).Select(p => p.Split('=', 2)).Select(p => new KeyValuePair<string, string>(p[0], p[1])), alsoAllowed);
    }
}
