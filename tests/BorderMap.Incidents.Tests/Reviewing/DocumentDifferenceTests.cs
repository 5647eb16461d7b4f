using System.Text.Json;
using System.Text.Json.Nodes;
using BorderMap.Incidents.Model;
using BorderMap.Incidents.Reviewing;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Incidents.Tests.Reviewing;

public class DocumentDifferenceTests
{
    private static readonly Incident Clash = new()
    {
        Id = "i-aaaaaaaaaa",
        Version = 3,
        Title = "Clash at the gate",
        Kind = "armed_clash",
        Date = new() { Start = new(2025, 10, 11), End = new(2025, 10, 12), Precision = DatePrecision.Range },
        Places = [new() { Place = "x-torkham-crossing", Words = "the gate" }, new() { Place = "1108562173" }],
        Actors = [Given.Takes("pak-military", ActorRole.Party), Given.Takes("afg-government", ActorRole.Party)],
        Claims = [Given.Killed("pak-military", Given.AfSoldiers, Given.Exactly(9), "c-aaaaaaaaaa"), Given.Killed("afg-government", Given.PkSoldiers, Given.AtLeast(5), "c-bbbbbbbbbb")],
        Sources = [new("s-aaaaaaaaaa")],
    };

    public static TheoryData<string, Incident, string> Changes => new()
    {
        { "a field", Clash with { Title = "Clash at Torkham" }, """title: "Clash at the gate" -> "Clash at Torkham" """ },
        { "a date", Clash with { Date = Clash.Date with { End = null } }, """date.end: "2025-10-12" -> nothing""" },
        { "a flag", Clash with { CrossBorder = true }, "cross_border: false -> true" },
        { "a figure of one claim", Clash with { Claims = [Clash.Claims[0] with { Killed = Given.Between(9, 19) }, Clash.Claims[1]] }, "claims[c-aaaaaaaaaa].killed.max: 9 -> 19" },
        { "a claim less", Clash with { Claims = [Clash.Claims[1]] }, """claims[c-aaaaaaaaaa]: {"id":"c-aaaaaaaaaa","about":"toll","claimant":"pak-military","stance":"asserts","group":{"side":"AF","category":"soldiers"},"part":"total","killed":{"min":9,"max":9},"objects":[],"places":[]} -> nothing""" },
        { "a source more", Clash with { Sources = [.. Clash.Sources, new("s-bbbbbbbbbb")] }, """sources[s-bbbbbbbbbb]: nothing -> {"source":"s-bbbbbbbbbb"}""" },
        { "a role", Clash with { Actors = [Given.Takes("pak-military", ActorRole.Initiator), Clash.Actors[1]] }, """
            actors[pak-military/party]: {"actor":"pak-military","role":"party"} -> nothing
            actors[pak-military/initiator]: nothing -> {"actor":"pak-military","role":"initiator"}
            """ },
        { "another principal place", Clash with { Places = [Clash.Places[1], Clash.Places[0]] }, """
            places[].place: ["x-torkham-crossing/the gate/scene","1108562173/scene"] -> ["1108562173/scene","x-torkham-crossing/the gate/scene"]
            """ },
        { "a point", Clash with { Places = [Clash.Places[0] with { Lon = 71.1, Lat = 34.1 }, Clash.Places[1]] }, """
            places[x-torkham-crossing/the gate/scene].lon: nothing -> 71.1
            places[x-torkham-crossing/the gate/scene].lat: nothing -> 34.1
            """ },
        { "what the store owns", Clash with { Version = 4, Id = "i-bbbbbbbbbb", Derived = new() { Grade = Grade.Weak, GradeReason = "one" } }, "" },
        { "source keys", Clash with { SourceKeys = ["a:1"] }, """source_keys: [] -> ["a:1"]""" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Names_each_field_with_what_it_was_and_what_it_is(string what, Incident after, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected.Trim(), InWords(DocumentDifference.Between(Clash, after)));
    }

    [Fact]
    public void Items_that_nothing_tells_apart_are_compared_by_number()
    {
        var one = Clash with { Claims = [Given.Killed("un", null, Given.Exactly(1)), Given.Killed("un", null, Given.Exactly(2))] };
        var other = one with { Claims = [one.Claims[0], one.Claims[1] with { Killed = Given.Exactly(3) }] };

        Assert.Equal("claims[1].killed.min: 2 -> 3\nclaims[1].killed.max: 2 -> 3", InWords(DocumentDifference.Between(one, other)));
    }

    [Fact]
    public void Documents_of_any_kind_are_compared_as_json()
    {
        var before = JsonDocument.Parse("""{"id":"e-1","title":"A","claims":[{"id":"c-1","killed":{"min":1}}],"summary":null}""").RootElement;
        var after = JsonDocument.Parse("""{"id":"e-1","title":"A","claims":[{"id":"c-1","killed":{"min":2}}]}""").RootElement;

        Assert.Equal("claims[c-1].killed.min: 1 -> 2", InWords(DocumentDifference.Between(before, after)));
    }

    [Fact]
    public void Is_empty_only_for_equal_documents_and_reads_the_same_backwards() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Incidents), Arb.From(Incidents), (one, other) =>
        {
            var there = DocumentDifference.Between(one, other);
            var back = DocumentDifference.Between(other, one);
            var isSame = JsonNode.DeepEquals(JsonSerializer.SerializeToNode(one, IncidentJson.Options), JsonSerializer.SerializeToNode(other, IncidentJson.Options));
            return isSame == (there.Count == 0)
                && there.Select(field => (field.Path, Text(field.Before), Text(field.After))).ToHashSet()
                    .SetEquals(back.Select(field => (field.Path, Text(field.After), Text(field.Before))));
        }));

    private static Gen<Incident> Incidents =>
        from title in Gen.Elements("A", "B")
        from claims in Gen.ListOf(from id in Gen.Elements("c-1", "c-2", "c-3", "") from killed in Gen.Choose(0, 2) select Given.Killed("un", null, Given.Exactly(killed), id))
        from places in Gen.ListOf(from place in Gen.Elements<string?>("p", "q", null) from words in Gen.Elements<string?>("here.", "there[0]", null) select new IncidentPlace { Place = place, Words = words })
        from sources in Gen.ListOf(Gen.Elements("s-1", "s-2"))
        select new Incident { Title = title, Kind = "other", Claims = [.. claims], Places = [.. places], Sources = [.. sources.Select(source => new SourceUse(source))] };

    private static string InWords(IReadOnlyList<FieldDifference> differences) =>
        string.Join('\n', differences.Select(field => $"{field.Path}: {Text(field.Before)} -> {Text(field.After)}"));

    private static string Text(JsonElement? value) => value?.GetRawText() ?? "nothing";
}
