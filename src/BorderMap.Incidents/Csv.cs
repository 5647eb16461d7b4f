using System.Buffers;
using System.Text;
using System.Text.Json;

namespace BorderMap.Incidents;

/// <summary>Features as CSV (RFC 4180, UTF-8 with BOM): the feature's properties in their order, then lon and lat (WGS 84 degrees).
/// A text that a spreadsheet could take for a formula (it begins with <c>= + - @</c>, a tab or a line end) gets an apostrophe in front.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> FormulaStart = SearchValues.Create("=+-@\t\r\n");

    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "title", "kind", "family", "date_start", "date_end", "date_precision", "place", "district", "province", "country", "precision", "radius_m",
        "side", "line_km", "line_distance_km", "killed_low", "killed_high", "injured_low", "injured_high", "grade", "claims", "sources", "episode",
        "cross_border", "version", "updated", "url", "lon", "lat",
    ];

    /// <summary>The byte order mark and the header line.</summary>
    public static string Header { get; } = "\uFEFF" + string.Join(',', Columns) + "\r\n";

    /// <summary>One line, with its line end, from one finished GeoJSON feature.</summary>
    /// <exception cref="JsonException">The text is no feature of ours.</exception>
    public static string Row(string feature)
    {
        var values = new string[Columns.Count];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(feature));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isProperties = reader.ValueTextEquals("properties");
            var isGeometry = reader.ValueTextEquals("geometry");
            reader.Read();
            if (isProperties)
                ReadProperties(ref reader, values);
            else if (isGeometry && reader.TokenType == JsonTokenType.StartObject)
                ReadPoint(ref reader, values);
            else
                reader.Skip();
        }
        return Join(values);
    }

    /// <summary>One line, with its line end, of texts that a spreadsheet takes for no formula.</summary>
    public static string Line(IEnumerable<string?> texts) => Join([.. texts.Select(text => Safe(text ?? ""))]);

    private static void ReadProperties(ref Utf8JsonReader reader, string[] values)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = reader.ValueTextEquals(Columns[expected]) ? expected : IndexOf(reader.GetString()!);
            expected = (column + 1) % Columns.Count;
            reader.Read();
            values[column] = reader.TokenType switch
            {
                JsonTokenType.String => Safe(reader.GetString()!),
                JsonTokenType.Null => "",
                _ => Encoding.UTF8.GetString(reader.ValueSpan),
            };
        }
    }

    private static void ReadPoint(ref Utf8JsonReader reader, string[] values)
    {
        var at = Columns.Count - 2;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            if (reader.TokenType == JsonTokenType.Number && at < Columns.Count)
                values[at++] = Encoding.UTF8.GetString(reader.ValueSpan);
    }

    private static int IndexOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == name)
                return i;
        throw new JsonException($"The feature has a property '{name}' that is no column.");
    }

    private static string Safe(string text) => text.Length > 0 && FormulaStart.Contains(text[0]) ? "'" + text : text;

    private static string Join(string[] values)
    {
        var line = new StringBuilder(320);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] ?? "";
            if (i > 0)
                line.Append(',');
            if (value.AsSpan().ContainsAny(Quoted))
                line.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                line.Append(value);
        }
        return line.Append("\r\n").ToString();
    }
}
