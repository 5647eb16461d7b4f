using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Incidents.Reviewing;

namespace BorderMap.Web.Pages;

/// <summary>One thing that changed between two public versions, in words.</summary>
internal sealed record HistoryLine(string What, string How);

/// <summary>Says what changed, a line a thing, with before and after where they are short.</summary>
internal sealed partial class HistoryWords(PageText text)
{
    private const int LongestTold = 160;

    private readonly Words words = new(text);

    private string Changed => text["change.changed"];

    public IReadOnlyList<HistoryLine> Of(IReadOnlyList<FieldDifference> differences, JsonElement after, JsonElement before)
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

    private HistoryLine Line(FieldDifference difference, JsonElement after, JsonElement before)
    {
        if (Listed().Match(difference.Path) is { Success: true } match)
        {
            return Item(difference, match.Groups["list"].Value, match.Groups["key"].Value, match.Groups["rest"].Value, after, before);
        }
        var top = difference.Path.StartsWith("derived.", StringComparison.Ordinal) ? difference.Path["derived.".Length..] : difference.Path.Split('.', '[')[0];
        var (was, now) = (Short(top, difference.Before), Short(top, difference.After));
        return new(text.Word("change", top), was is null || now is null ? Changed : FromTo(was, now));
    }

    private HistoryLine Item(FieldDifference difference, string list, string key, string rest, JsonElement after, JsonElement before)
    {
        var (was, now) = (Find(before, list, key), Find(after, list, key));
        var item = (rest.Length == 0 ? difference.After ?? difference.Before : null) ?? now ?? was;
        var what = text.Say($"change.of.{list}", ("name", list switch
        {
            "claims" => item is { } claim ? words.Claimant(claim) : text["change.somebody"],
            "places" => item?.Text("name") ?? item?.Text("words"),
            "actors" => item?.Text("name") ?? key,
            "sources" => item?.Text("title") ?? item?.Text("publisher"),
            _ => item?.Text("by"),
        } ?? ""));
        if (rest.Length == 0)
        {
            return new(what, (difference.Before, difference.After) switch { (null, _) => text["change.added"], (_, null) => text["change.removed"], _ => Changed });
        }
        return Words.Measures.FirstOrDefault(measure => rest == measure || rest.StartsWith(measure + ".", StringComparison.Ordinal)) is { } figure
            ? new(what + text["list.comma"] + text[$"change.{figure}"], FromTo(Figure(was, figure), Figure(now, figure)))
            : new(what, Changed);
    }

    private string FromTo(string before, string after) => text.Say("change.fromto", ("before", before), ("after", after));

    private string Figure(JsonElement? claim, string measure) => words.Figure(claim?.Object(measure)) ?? text["change.nofigure"];

    private static JsonElement? Find(JsonElement document, string list, string key)
    {
        var items = document.List(list);
        var found = items.Where(item => item.Text("id") == key || (item.Text("actor") ?? item.Text("place") ?? item.Text("by")) == key.Split('/')[0]).ToList();
        return found.Count > 0 ? found[0] : int.TryParse(key, out var number) && number < items.Count ? items[number] : null;
    }

    private string? Short(string name, JsonElement? value) => value switch
    {
        null => text["change.nothing"],
        { ValueKind: JsonValueKind.Object or JsonValueKind.Array } => null,
        { ValueKind: JsonValueKind.True } => text["change.true"],
        { ValueKind: JsonValueKind.False } => text["change.false"],
        { ValueKind: JsonValueKind.Number } number => text.Digits(number.ToString()),
        { } said => said.ToString() is { Length: <= LongestTold } known ? Worded(name, known) : null,
    };

    /// <summary>A word of a closed list as readers know it.</summary>
    private string Worded(string name, string value) => name switch
    {
        "kind" => words.Kind(value),
        "grade" => text.Word("grade", value),
        "side" => words.Side(value),
        "killed_range" or "injured_range" => text.Digits(value),
        _ => value,
    };

    [GeneratedRegex(@"\A(?<list>claims|places|actors|sources|estimates)\[(?<key>[^\]]*)\](?:\.(?<rest>.+))?\z")]
    private static partial Regex Listed();
}
