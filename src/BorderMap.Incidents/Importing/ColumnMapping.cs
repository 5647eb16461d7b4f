using System.Text.Json;

namespace BorderMap.Incidents.Importing;

/// <summary>Which column of a foreign table is which field of the template, and what its cells mean.</summary>
public sealed record ColumnMapping
{
    /// <summary>The most bytes of a mapping file.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Field of the template → name of the column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field → the value of every row that has none of its own.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Field → (cell → value): the words of a foreign list in BorderMap's (<c>"kind":{"Air raid":"airstrike"}</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>How dates are written, .NET patterns tried in order (<c>dd/MM/yyyy</c>); empty: <c>yyyy-MM-dd</c>.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Put before every source key, so that the keys of two lists stay apart (<c>mylist:</c>).</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>Reads a mapping file.</summary>
    public static (ColumnMapping? Mapping, Problem? Problem) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize<ColumnMapping>(json, IncidentJson.Options);
            if (mapping is null)
                return (null, new("bad-mapping", "mapping", null, "The mapping is null.", "Write {\"columns\":{\"title\":\"Headline\"}}."));
            return mapping.Check() is { } problem ? (null, problem) : (mapping, null);
        }
        catch (JsonException e)
        {
            return (null, UnreadableJson.Explain(e, json) with { Field = "mapping" });
        }
    }

    /// <summary>What is wrong with it, whatever the table; null: nothing.</summary>
    public Problem? Check()
    {
        var unknown = Columns.Keys.Concat(Constants.Keys).Concat(Values.Keys).FirstOrDefault(field => ImportFields.Find(field) is null);
        return unknown is null ? null
            : new("unknown-field", "mapping", unknown, $"The mapping names the field '{Problems.Shorten(unknown)}', which there is not.", $"Fields are {string.Join(", ", ImportFields.All.Select(field => field.Name))}.");
    }

    /// <summary>As a mapping file has it.</summary>
    public string Write() => JsonSerializer.Serialize(this, Indented);

    private static readonly JsonSerializerOptions Indented = new(IncidentJson.Options) { WriteIndented = true };
}
