using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Incidents.Reviewing;

namespace BorderMap.Web.Pages;

/// <summary>One thing that changed between two public versions, in words.</summary>
internal sealed record HistoryLine(string What, string How);

/// <summary>Says what changed, a line a thing, with before and after where they are short.</summary>
internal static partial class HistoryWords
{
    private const string Changed = "changed";
    private const int LongestTold = 160;

    private static readonly string[] Measures = ["killed", "injured", "missing", "captured", "casualties"];

    private static readonly Dictionary<string, string> Names = new()
    {
        ["title"] = "Title",
        ["kind"] = "Kind",
        ["family"] = "Family of kinds",
        ["date"] = "Date",
        ["cross_border"] = "Across the border",
        ["episode"] = "Episode",
        ["grade"] = "Grade",
        ["grade_reason"] = "Why it is graded so",
        ["side"] = "Side of the line",
        ["line_km"] = "Position along the line",
        ["line_distance_km"] = "Distance from the line, km",
        ["killed_range"] = "Reported killed",
        ["injured_range"] = "Reported injured",
    };

    public static IReadOnlyList<HistoryLine> Of(IReadOnlyList<FieldDifference> differences, JsonElement after, JsonElement before)
    {
        var lines = new OrderedDictionary<string, HistoryLine>();
        foreach (var line in differences.Select(difference => Line(difference, after, before)))
        {
            // Of one thing that has changed in several ways the first that has words is told.
            if (!lines.TryGetValue(line.What, out var known) || known.How == Changed)
            {
                lines[line.What] = line;
            }
        }
        return [.. lines.Values];
    }

    private static HistoryLine Line(FieldDifference difference, JsonElement after, JsonElement before)
    {
        if (Listed().Match(difference.Path) is { Success: true } match)
        {
            return Item(difference, match.Groups["list"].Value, match.Groups["key"].Value, match.Groups["rest"].Value, after, before);
        }
        var top = difference.Path.StartsWith("derived.", StringComparison.Ordinal) ? difference.Path["derived.".Length..] : difference.Path.Split('.', '[')[0];
        var (was, now) = (Short(difference.Before), Short(difference.After));
        return new(Names.GetValueOrDefault(top, top), was is null || now is null ? Changed : $"{was} → {now}");
    }

    private static HistoryLine Item(FieldDifference difference, string list, string key, string rest, JsonElement after, JsonElement before)
    {
        var (was, now) = (Find(before, list, key), Find(after, list, key));
        var item = (rest.Length == 0 ? difference.After ?? difference.Before : null) ?? now ?? was;
        var what = list switch
        {
            "claims" => $"Claim of {(item is { } claim ? ClaimComparison.Claimant(claim) : "somebody")}",
            "places" => $"Place {item?.Text("name") ?? item?.Text("words")}",
            "actors" => $"{item?.Text("name") ?? key} as one who takes part",
            "sources" => $"Source {item?.Text("title") ?? item?.Text("publisher")}",
            _ => $"Estimate of {item?.Text("by")}",
        };
        if (rest.Length == 0)
        {
            return new(what, (difference.Before, difference.After) switch { (null, _) => "added", (_, null) => "removed", _ => Changed });
        }
        return Measures.FirstOrDefault(measure => rest == measure || rest.StartsWith(measure + ".", StringComparison.Ordinal)) is { } figure
            ? new($"{what}, {figure}", $"{Words.Figure(was?.Object(figure)) ?? "no figure"} → {Words.Figure(now?.Object(figure)) ?? "no figure"}")
            : new(what, Changed);
    }

    private static JsonElement? Find(JsonElement document, string list, string key)
    {
        var items = document.List(list);
        var found = items.Where(item => item.Text("id") == key || (item.Text("actor") ?? item.Text("place") ?? item.Text("by")) == key.Split('/')[0]).ToList();
        return found.Count > 0 ? found[0] : int.TryParse(key, out var number) && number < items.Count ? items[number] : null;
    }

    private static string? Short(JsonElement? value) => value switch
    {
        null => "nothing",
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } => null,
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        { } text => text.ToString() is { Length: <= LongestTold } words ? words : null,
    };

    [GeneratedRegex(@"\A(?<list>claims|places|actors|sources|estimates)\[(?<key>[^\]]*)\](?:\.(?<rest>.+))?\z")]
    private static partial Regex Listed();
}
