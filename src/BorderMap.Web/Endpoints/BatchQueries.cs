using System.Globalization;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Collects the queries of a batch, and what is wrong with them by index and field. An empty name is no fault: a pasted column has gaps, and they resolve to nothing.</summary>
public sealed class BatchQueries(int limit)
{
    private static readonly string[] Members = ["name", "context", "country", "kind", "near", "near_line", "on", "others"];
    private readonly List<ResolveQuery> queries = [];
    private readonly List<Problem> problems = [];

    public IReadOnlyList<ResolveQuery> Queries => queries;

    public IReadOnlyList<Problem> Problems => problems;

    public void Refuse(Problem problem) => problems.Add(problem);

    /// <summary>Whether a batch may have a query of this index, counted from 0; says so when it may not, and when enough is wrong already.</summary>
    public bool HasRoom(int index)
    {
        if (index >= Limits.BatchMax)
        {
            Refuse(TooMany("more"));
        }
        return index < Limits.BatchMax && problems.Count < Limits.BatchProblems;
    }

    /// <summary>An array of queries, or an object that holds one.</summary>
    public void ReadAll(JsonElement root)
    {
        var list = root;
        if (root.ValueKind is JsonValueKind.Object)
        {
            foreach (var other in root.EnumerateObject().Where(member => member.Name != "queries"))
            {
                Refuse(new(ProblemCodes.InvalidQuery, other.Name, null, $"{ProblemResult.Echo(other.Name)} is not known here.", "Put limit and lang in the address, all else in each query."));
            }
            list = root.TryGetProperty("queries", out var held) ? held : default;
        }
        if (list.ValueKind is not JsonValueKind.Array)
        {
            Refuse(new(ProblemCodes.InvalidQuery, "queries", null, "There is no list of queries.", """Send an array, or an object like {"queries": [{"name": "Torkham"}]}."""));
            return;
        }
        if (list.GetArrayLength() > Limits.BatchMax)
        {
            Refuse(TooMany(list.GetArrayLength().ToString(CultureInfo.InvariantCulture)));
            return;
        }
        var index = 0;
        foreach (var query in list.EnumerateArray().TakeWhile(_ => problems.Count < Limits.BatchProblems))
        {
            queries.Add(ReadOne(query, $"queries[{index++}]"));
        }
    }

    /// <summary>A line of text: the name, or the name, a tab and its context.</summary>
    public void ReadLine(string line, int index)
    {
        var parts = line.Split('\t', 2);
        var at = $"line {index + 1}";
        queries.Add(new ResolveQuery(Checked(parts[0], at) ?? "") { Context = parts.Length > 1 ? Checked(parts[1], at) : null, Limit = limit });
    }

    private ResolveQuery ReadOne(JsonElement query, string at)
    {
        if (query.ValueKind is JsonValueKind.String)
        {
            return new(Checked(query.GetString()!, at) ?? "") { Limit = limit };
        }
        if (query.ValueKind is not JsonValueKind.Object)
        {
            Bad(at, query, "is no query", """Write a name, or an object like {"name": "Giwi", "context": "Jaji Aryub"}.""");
            return new("");
        }
        foreach (var member in query.EnumerateObject().Where(member => !Members.Contains(member.Name)))
        {
            Bad($"{at}.{member.Name}", member.Value, "is not known here", $"Use {string.Join(", ", Members)}.");
        }
        if (!query.TryGetProperty("name", out _))
        {
            Bad($"{at}.name", default, "is missing", "Give the toponym as somebody wrote it.");
        }
        return new(Text(query, "name", at) ?? "")
        {
            Context = Text(query, "context", at),
            Country = Choice(query, "country", at, Parameters.Country.Values),
            Kind = Choice(query, "kind", at, Parameters.PlaceKind.Values) is { } kind ? PlaceWords.KindOf(kind) : null,
            Near = Point(query, at),
            NearLine = Flag(query, "near_line", at),
            On = Day(query, at),
            Others = Names(query, at),
            Limit = limit,
        };
    }

    private string? Text(JsonElement query, string name, string at)
    {
        if (Member(query, name) is not { } value)
        {
            return null;
        }
        if (value.ValueKind is JsonValueKind.String)
        {
            return Checked(value.GetString()!, $"{at}.{name}");
        }
        Bad($"{at}.{name}", value, "is no text", "Write it between quotation marks.");
        return null;
    }

    /// <summary>The text without space around it; null when it is too long or holds what no name holds.</summary>
    private string? Checked(string written, string at)
    {
        var text = written.Trim();
        var fault = text.Length > Limits.TextMax ? ($"is longer than {Limits.TextMax} characters", "Shorten it.")
            : text.Any(char.IsControl) ? ("holds a control character", "Leave it out.")
            : ((string, string)?)null;
        if (fault is not var (what, fix))
        {
            return text;
        }
        problems.Add(new(ProblemCodes.InvalidQuery, at, text, $"{at} {what}.", fix));
        return null;
    }

    private string? Choice(JsonElement query, string name, string at, IReadOnlyList<string> values)
    {
        if (Text(query, name, at) is not { Length: > 0 } text)
        {
            return null;
        }
        if (values.Contains(text))
        {
            return text;
        }
        Bad($"{at}.{name}", Member(query, name)!.Value, "is none of its values", $"Use {string.Join(", ", values)}.");
        return null;
    }

    private GeoPoint? Point(JsonElement query, string at)
    {
        if (Member(query, "near") is not { } near)
        {
            return null;
        }
        var point = near.ValueKind switch
        {
            JsonValueKind.String => PointText.Read(near.GetString()!),
            JsonValueKind.Array when near.GetArrayLength() == 2 && near[0].ValueKind is JsonValueKind.Number && near[1].ValueKind is JsonValueKind.Number
                => PointText.Of(near[0].GetDouble(), near[1].GetDouble()),
            _ => null,
        };
        if (point is null)
        {
            Bad($"{at}.near", near, "is no position on Earth", "Write [lon, lat] in degrees: [71.08, 34.13].");
        }
        return point;
    }

    private bool Flag(JsonElement query, string name, string at)
    {
        var value = Member(query, name);
        if (value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) } other)
        {
            Bad($"{at}.{name}", other, "is neither true nor false", "Use true or false.");
        }
        return value?.ValueKind is JsonValueKind.True;
    }

    private DateOnly? Day(JsonElement query, string at)
    {
        if (Text(query, "on", at) is not { Length: > 0 } text)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        Bad($"{at}.on", Member(query, "on")!.Value, "is no day", "Write year-month-day: 2012-06-30.");
        return null;
    }

    private IReadOnlyList<string> Names(JsonElement query, string at)
    {
        if (Member(query, "others") is not { } others)
        {
            return [];
        }
        if (others.ValueKind is not JsonValueKind.Array || others.GetArrayLength() > Limits.OthersMax || others.EnumerateArray().Any(other => other.ValueKind is not JsonValueKind.String))
        {
            Bad($"{at}.others", others, $"is no list of at most {Limits.OthersMax} names", """Write ["Torkham", "Landi Kotal"].""");
            return [];
        }
        return [.. others.EnumerateArray().Select((other, i) => Checked(other.GetString()!, $"{at}.others[{i}]")).OfType<string>().Where(name => name.Length > 0)];
    }

    private static JsonElement? Member(JsonElement query, string name) =>
        query.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private void Bad(string field, JsonElement value, string what, string fix) =>
        problems.Add(new(ProblemCodes.InvalidQuery, field, value.ValueKind is JsonValueKind.Undefined ? null : value.ToString(), $"{ProblemResult.Echo(field)} {what}.", fix));

    private static Problem TooMany(string count) =>
        new(ProblemCodes.TooLarge, "queries", count, $"There are more than {Limits.BatchMax} queries.", $"Send at most {Limits.BatchMax} at once.");
}
