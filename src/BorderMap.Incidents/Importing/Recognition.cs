using System.Text;
using System.Text.Json;

namespace BorderMap.Incidents.Importing;

/// <summary>What a file is, by how it begins.</summary>
/// <param name="Format">Null: see <paramref name="Problem"/>.</param>
/// <param name="Header">The columns, or the properties of the first feature.</param>
/// <param name="Problem">Why it cannot be imported.</param>
public sealed record Recognition(ImportFormat? Format, IReadOnlyList<string> Header, Problem? Problem = null)
{
    /// <summary>How many bytes of the file are looked at.</summary>
    public const int HeadBytes = 256 << 10;

    private static readonly string[] OwnExport = ["id", "title", "kind", "grade", "line_distance_km", "version", "url"];

    /// <summary>Whether the columns are not the template's, so that a mapping is needed.</summary>
    public bool NeedsMapping => Format is ImportFormat.Csv or ImportFormat.Geojson && ImportFields.All.Any(column => column.Required && !Header.Contains(column.Name));

    /// <param name="head">The first bytes of the file, at most <see cref="HeadBytes"/>.</param>
    /// <param name="isWhole">Whether these are all of it.</param>
    public static Recognition Of(ReadOnlySpan<byte> head, bool isWhole)
    {
        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        var start = text.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty)
            return Refused("empty-file", "The file is empty.", "Give a file with at least one row.");
        if (start[0] is (byte)'{' or (byte)'[')
            return OfJson(start, isWhole);
        if (start.IndexOf((byte)0) >= 0)
            return Refused("not-text", "The file is no text.", "Unpack it, or save it as CSV or GeoJSON; spreadsheets (.xlsx) are saved as \"CSV UTF-8\".");
        return OfTable(text, isWhole);
    }

    private static Recognition OfTable(ReadOnlySpan<byte> text, bool isWhole)
    {
        // A character that the cut halves is at the end: the header stands at the beginning.
        var characters = Encoding.UTF8.GetString(text);
        var parser = new CsvParser(CsvReader.SeparatorOf(characters));
        var records = new List<CsvRecord>();
        parser.Parse(characters, isWhole, records);
        if (records.FirstOrDefault() is not { Problem: null } first)
            return new(null, [], records.FirstOrDefault()?.Problem ?? new("no-header", "file", null, "The file has no line of column names.", "Begin with one."));
        var header = first.Values.Select(name => name.Trim()).ToList();
        if (OwnExport.All(header.Contains))
            return Projection(header);
        if (UcdpRows.Telling.All(header.Contains))
            return new(ImportFormat.Ucdp, header);
        return new(AcledRows.Telling.All(header.Contains) ? ImportFormat.Acled : ImportFormat.Csv, header);
    }

    private static Recognition OfJson(ReadOnlySpan<byte> text, bool isWhole)
    {
        var reader = new Utf8JsonReader(text, isWhole, default);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("features"))
                    return OfFeatures(text, isWhole);
                if (reader.ValueTextEquals("format") || reader.ValueTextEquals("incidents") || reader.ValueTextEquals("actors"))
                    return new(ImportFormat.Bordermap, []);
                if (!reader.Read() || !reader.TrySkip())
                    break;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Its reader says where it is broken, or a name no Unicode.
            return new(ImportFormat.Bordermap, []);
        }
        return new(ImportFormat.Bordermap, []);
    }

    private static Recognition OfFeatures(ReadOnlySpan<byte> text, bool isWhole)
    {
        var features = new List<GeoFeature>();
        new GeoJsonParser().Parse(text, isWhole, features);
        List<string> header = features is [{ Problem: null } first, ..] ? [.. first.Values.Keys, .. first.Lon is null ? Array.Empty<string>() : ["lon", "lat"]] : [];
        return OwnExport.All(header.Contains) ? Projection(header) : new(ImportFormat.Geojson, header);
    }

    private static Recognition Projection(List<string> header) => new(null, header, new("projection", "file", null,
        "This is BorderMap's own export: what the public sees, without claims and sources.", "Import the documents it was made from, in BorderMap's own JSON, or restore a backup."));

    private static Recognition Refused(string code, string message, string fix) => new(null, [], new(code, "file", null, message, fix));
}
