using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Reviewing;

/// <summary>What changed between two versions of a document, field by field. Empty: an editor would see the same document.</summary>
public static class DocumentDifference
{
    /// <summary>Owned by the store: no version differs by these alone.</summary>
    private static readonly string[] NotOfTheDocument = ["id", "version", "derived"];

    /// <summary>The members that name an item of a list; those of a list that is not here are whole values.</summary>
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["claims"] = ["id"],
        ["sources"] = ["source", "id"],
        ["actors"] = ["actor", "role"],
        ["places"] = ["place", "words", "role"],
        ["estimates"] = ["by", "release"],
        ["merged"] = ["id"],
        ["objects"] = ["item", "effect"],
    };

    public static IReadOnlyList<FieldDifference> Between(Incident before, Incident after) => Between(
        JsonSerializer.SerializeToElement(before, IncidentJson.Options), JsonSerializer.SerializeToElement(after, IncidentJson.Options));

    /// <summary>The same for documents of any kind, as they are stored: JSON objects.</summary>
    public static IReadOnlyList<FieldDifference> Between(JsonElement before, JsonElement after)
    {
        var differences = new List<FieldDifference>();
        CompareObjects("", before, after, differences);
        return differences;
    }

    private static void Compare(string path, JsonElement? before, JsonElement? after, List<FieldDifference> differences)
    {
        if (before is not { } one || after is not { } other)
        {
            if (before is not null || after is not null)
                differences.Add(new(path, before, after));
        }
        else if (one.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object)
            CompareObjects(path, one, other, differences);
        else if (IsNamedList(path, one) && IsNamedList(path, other))
            CompareLists(path, one, other, differences);
        else if (!JsonElement.DeepEquals(one, other))
            differences.Add(new(path, before, after));
    }

    private static void CompareObjects(string path, JsonElement before, JsonElement after, List<FieldDifference> differences)
    {
        var names = Members(before).Concat(Members(after)).Distinct().Where(name => path.Length > 0 || !NotOfTheDocument.Contains(name));
        foreach (var name in names)
            Compare(path.Length == 0 ? name : $"{path}.{name}", Member(before, name), Member(after, name), differences);
    }

    private static void CompareLists(string path, JsonElement before, JsonElement after, List<FieldDifference> differences)
    {
        var (one, other) = Named(path, before, after);
        var (inBoth, inBothAfter) = (one.Keys.Where(other.ContainsKey).ToList(), other.Keys.Where(one.ContainsKey).ToList());
        if (!inBoth.SequenceEqual(inBothAfter))
            differences.Add(new($"{path}[].{Names[ListOf(path)][0]}", JsonSerializer.SerializeToElement(one.Keys), JsonSerializer.SerializeToElement(other.Keys)));
        foreach (var name in one.Keys.Concat(other.Keys.Where(name => !one.ContainsKey(name))))
            Compare($"{path}[{name}]", Item(one, name), Item(other, name), differences);
    }

    /// <summary>The items by name, in order; by number in both lists where two items of one have the same name.</summary>
    private static (OrderedDictionary<string, JsonElement> Before, OrderedDictionary<string, JsonElement> After) Named(string path, JsonElement before, JsonElement after)
    {
        var members = Names[ListOf(path)];
        var (one, other) = (Named(before, members), Named(after, members));
        return one.Count == before.GetArrayLength() && other.Count == after.GetArrayLength() ? (one, other) : (Numbered(before), Numbered(after));
    }

    private static OrderedDictionary<string, JsonElement> Named(JsonElement list, string[] members)
    {
        var items = new OrderedDictionary<string, JsonElement>();
        foreach (var item in list.EnumerateArray())
            items.TryAdd(string.Join('/', members.Select(member => Member(item, member)?.ToString()).Where(text => !string.IsNullOrEmpty(text))), item);
        return items;
    }

    private static OrderedDictionary<string, JsonElement> Numbered(JsonElement list) =>
        new(list.EnumerateArray().Select((item, number) => KeyValuePair.Create(number.ToString(), item)));

    private static bool IsNamedList(string path, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && Names.ContainsKey(ListOf(path)) && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);

    private static string ListOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static IEnumerable<string> Members(JsonElement value) => value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name);

    private static JsonElement? Member(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static JsonElement? Item(OrderedDictionary<string, JsonElement> items, string name) => items.TryGetValue(name, out var item) ? item : null;
}
