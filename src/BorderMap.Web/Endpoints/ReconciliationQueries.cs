using System.Globalization;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>One query of a reconciliation batch.</summary>
/// <param name="Key">Its name in the batch.</param>
/// <param name="Resolve">What to resolve.</param>
/// <param name="Kinds">The kinds asked for; none: any.</param>
/// <param name="Limit">The most candidates.</param>
public sealed record ReconciliationQuery(string Key, ResolveQuery Resolve, IReadOnlyList<PlaceKind> Kinds, int Limit);

/// <summary>Reads a reconciliation query batch: all of it, or what is wrong by key and field. A name too long to be one is no fault: its cell simply has no match.</summary>
public sealed class ReconciliationQueries
{
    private static readonly string[] Members = ["query", "type", "limit", "properties", "type_strict"];
    private static readonly string[] Strictnesses = ["any", "all", "should"];
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 8 };
    private readonly List<Problem> problems = [];
    private readonly Places places;

    private ReconciliationQueries(Places places) => this.places = places;

    public static (IReadOnlyList<ReconciliationQuery> Queries, IReadOnlyList<Problem> Problems) Read(string json, Places places)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            var reader = new ReconciliationQueries(places);
            var queries = reader.ReadAll(document.RootElement);
            return reader.problems.Count > 0 ? ([], reader.problems) : (queries, []);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair parses, and cannot be read.
            return ([], [new(ProblemCodes.BadRequest, Parameters.Queries.Name, json, "queries is no JSON.", $"Send {Parameters.Queries.Example}.")]);
        }
    }

    private List<ReconciliationQuery> ReadAll(JsonElement batch)
    {
        if (batch.ValueKind is not JsonValueKind.Object)
        {
            Bad("queries", batch, "is no object of queries by key", $"Send {Parameters.Queries.Example}.");
            return [];
        }
        var members = batch.EnumerateObject().Take(Limits.ReconcileBatchMax + 1).ToList();
        if (members.Count > Limits.ReconcileBatchMax)
        {
            problems.Add(new(ProblemCodes.TooLarge, "queries", null, $"There are more than {Limits.ReconcileBatchMax} queries.", $"Send at most {Limits.ReconcileBatch} at once, as the manifest says."));
            return [];
        }
        return [.. members.TakeWhile(_ => problems.Count < Limits.BatchProblems).Select(member => ReadOne(member.Name, member.Value)).OfType<ReconciliationQuery>()];
    }

    private ReconciliationQuery? ReadOne(string key, JsonElement query)
    {
        if (query.ValueKind is not JsonValueKind.Object)
        {
            Bad(key, query, "is no query", """Write an object like {"query": "Torkham"}.""");
            return null;
        }
        foreach (var member in query.EnumerateObject().Where(member => !Members.Contains(member.Name)))
        {
            Bad($"{key}.{member.Name}", member.Value, "is not known here", $"Use {string.Join(", ", Members)}.");
        }
        if (query.TryGetProperty("type_strict", out var strict) && !Strictnesses.Contains(Scalar(strict)))
        {
            Bad($"{key}.type_strict", strict, "is none of its values", $"Use {string.Join(", ", Strictnesses)}.");
        }
        var limit = Limit(key, query);
        var kinds = Kinds(key, query);
        var evidence = Evidence(key, query);
        return new(key, Query(key, query, evidence) with { Kind = kinds.Count == 1 ? kinds[0] : null, Limit = kinds.Count == 0 ? limit : Limits.SearchMax }, kinds, limit);
    }

    private ResolveQuery Query(string key, JsonElement query, List<(string Property, string Value)> evidence)
    {
        var context = evidence.Where(one => one.Property is "context" or "district" or "province").Select(one => one.Value).ToList();
        var country = evidence.Find(one => one.Property == "country").Value;
        var isCode = country is not null && Parameters.Country.Values.Contains(country.ToUpperInvariant());
        if (country is not null && !isCode)
        {
            context.Add(country);
        }
        return new ResolveQuery(Name(key, query, context))
        {
            Context = context.Count == 0 ? null : string.Join(", ", context),
            Country = isCode ? country!.ToUpperInvariant() : null,
            Near = evidence.Find(one => one.Property == "near").Value is { } near ? Point(key, near) : null,
            On = evidence.Find(one => one.Property == "on").Value is { } day ? Day(key, day) : null,
        };
    }

    /// <summary>The name to match; a query of properties alone asks for the nearest of the places they name.</summary>
    private string Name(string key, JsonElement query, List<string> context)
    {
        if (!query.TryGetProperty("query", out var name))
        {
            if (context.Count == 0)
            {
                Bad(key, query, "has neither a query nor properties that name a place", """Write an object like {"query": "Torkham"}.""");
                return "";
            }
            var nearest = context[0];
            context.RemoveAt(0);
            return nearest;
        }
        if (name.ValueKind is not JsonValueKind.String)
        {
            Bad($"{key}.query", name, "is no text", "Write the name between quotation marks.");
            return "";
        }
        var text = Line(name.GetString()!);
        return text.Length > Limits.TextMax ? "" : text;
    }

    private int Limit(string key, JsonElement query)
    {
        if (!query.TryGetProperty("limit", out var limit))
        {
            return Limits.ResolveDefault;
        }
        if (limit.ValueKind is JsonValueKind.Number && limit.GetDouble() is >= 1 and var value && value == Math.Floor(value))
        {
            return (int)Math.Min(value, Limits.SearchMax);
        }
        Bad($"{key}.limit", limit, "is no whole number above 0", $"Use 1 to {Limits.SearchMax}.");
        return Limits.ResolveDefault;
    }

    private List<PlaceKind> Kinds(string key, JsonElement query)
    {
        var kinds = new List<PlaceKind>();
        if (!query.TryGetProperty("type", out var types) || types.ValueKind is JsonValueKind.Null)
        {
            return kinds;
        }
        foreach (var type in types.ValueKind is JsonValueKind.Array ? types.EnumerateArray().ToArray() : [types])
        {
            var id = type.ValueKind is JsonValueKind.Object && type.TryGetProperty("id", out var own) ? Scalar(own) : Scalar(type);
            if (id is not null && PlaceWords.KindOf(id) is { } kind)
            {
                kinds.Add(kind);
            }
            else if (id is not (ReconciliationSchema.AnyPlace or ""))
            {
                Bad($"{key}.type", type, "is no type of this service", $"Use {string.Join(", ", ReconciliationSchema.Types.Select(one => one.Id))}.");
            }
        }
        return kinds;
    }

    /// <summary>The values of the properties; of an entity its name. Empty cells are no evidence.</summary>
    private List<(string Property, string Value)> Evidence(string key, JsonElement query)
    {
        var evidence = new List<(string, string)>();
        if (!query.TryGetProperty("properties", out var properties))
        {
            return evidence;
        }
        if (properties.ValueKind is not JsonValueKind.Array)
        {
            Bad($"{key}.properties", properties, "is no list", """Write [{"pid": "district", "v": "Jaji Aryub"}].""");
            return evidence;
        }
        foreach (var (property, i) in properties.EnumerateArray().Take(Limits.OthersMax).Select((property, i) => (property, i)))
        {
            var at = $"{key}.properties[{i}]";
            var id = property.ValueKind is JsonValueKind.Object && property.TryGetProperty("pid", out var pid) ? Scalar(pid) : null;
            if (id is null || !ReconciliationSchema.Properties.Any(known => known.Id == id))
            {
                Bad($"{at}.pid", property, "is no property of this service", $"Use {string.Join(", ", ReconciliationSchema.Properties.Select(one => one.Id))}.");
                continue;
            }
            var value = property.TryGetProperty("v", out var given) ? given : default;
            evidence.AddRange((value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
                .Select(Named).Where(text => text.Length is > 0 and <= Limits.TextMax).Select(text => (id, text)));
        }
        return evidence;
    }

    private string Named(JsonElement value) =>
        value.ValueKind is not JsonValueKind.Object ? Line(Scalar(value) ?? "")
        : value.TryGetProperty("id", out var id) && Scalar(id) is { } known && places.Find(known) is { } place ? place.Name
        : value.TryGetProperty("name", out var name) ? Line(Scalar(name) ?? "") : "";

    private GeoPoint? Point(string key, string text)
    {
        var point = CoordinateText.Read(text) is CoordinateReading.Found found ? found.Point : PointText.Read(text);
        if (point is null)
        {
            BadText($"{key}.properties.near", text, "is no position", PointText.Fix);
        }
        return point;
    }

    private DateOnly? Day(string key, string text)
    {
        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        BadText($"{key}.properties.on", text, "is no day", "Write year-month-day: 2012-06-30.");
        return null;
    }

    /// <summary>A cell's text in one line: breaks and other control characters are spaces in a name.</summary>
    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToString(),
        _ => null,
    };

    private void Bad(string field, JsonElement value, string what, string fix) => BadText(field, value.ToString(), what, fix);

    private void BadText(string field, string value, string what, string fix) =>
        problems.Add(new(ProblemCodes.InvalidQuery, field, value, $"{ProblemResult.Echo(field)} {what}.", fix));
}
