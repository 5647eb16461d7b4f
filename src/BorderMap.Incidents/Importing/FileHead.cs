using System.Text;

namespace BorderMap.Incidents.Importing;

/// <summary>How a file begins: what it is, and its first rows as they stand, for a person to look at.</summary>
/// <param name="Recognition">What it is.</param>
/// <param name="Rows">The first rows under <see cref="Recognition.Header"/>; empty for formats without columns.</param>
public sealed record FileHead(Recognition Recognition, IReadOnlyList<HeadRow> Rows)
{
    private const int Shown = 5;

    /// <param name="file">From where it stands, usually its beginning.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<FileHead> ReadAsync(Stream file, CancellationToken cancellation)
    {
        var head = new byte[Recognition.HeadBytes];
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        // A file of exactly that length is taken for a longer one: the cut is then at its end.
        return Of(head.AsSpan(0, length), isWhole: length < head.Length);
    }

    /// <param name="head">The first bytes of the file.</param>
    /// <param name="isWhole">Whether these are all of it.</param>
    public static FileHead Of(ReadOnlySpan<byte> head, bool isWhole)
    {
        var recognition = Recognition.Of(head, isWhole);
        return new(recognition, recognition.Format switch
        {
            ImportFormat.Csv or ImportFormat.Acled or ImportFormat.Ucdp => OfTable(head, isWhole),
            ImportFormat.Geojson => OfFeatures(head, isWhole, recognition.Header),
            _ => [],
        });
    }

    private static List<HeadRow> OfTable(ReadOnlySpan<byte> head, bool isWhole)
    {
        var text = Encoding.UTF8.GetString(head.StartsWith("\uFEFF"u8) ? head[3..] : head);
        var records = new List<CsvRecord>();
        new CsvParser(CsvReader.SeparatorOf(text)).Parse(text, isWhole, records);
        return [.. records.Skip(1).Take(Shown).Where(record => record.Problem is null).Select(record => new HeadRow(record.Line, record.Values))];
    }

    private static List<HeadRow> OfFeatures(ReadOnlySpan<byte> head, bool isWhole, IReadOnlyList<string> header)
    {
        var features = new List<GeoFeature>();
        new GeoJsonParser().Parse(head, isWhole, features);
        return [.. features.Take(Shown).Where(feature => feature.Problem is null).Select(feature => new HeadRow(feature.Number, [.. header.Select(column => Cell(feature, column))]))];
    }

    private static string Cell(GeoFeature feature, string column) =>
        feature.Values.GetValueOrDefault(column) ?? (column == "lon" ? feature.Lon : column == "lat" ? feature.Lat : null) ?? "";
}

/// <summary>One of the first rows.</summary>
/// <param name="Line">The line of the file, or the number of the feature.</param>
/// <param name="Cells">A text a column; fewer or more where the row is misshapen.</param>
public sealed record HeadRow(long Line, IReadOnlyList<string> Cells);
