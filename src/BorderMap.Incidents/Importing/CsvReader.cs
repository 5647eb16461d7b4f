using System.Runtime.CompilerServices;
using System.Text;

namespace BorderMap.Incidents.Importing;

/// <summary>Reads CSV (RFC 4180; separated by comma, semicolon or tab; UTF-8, with or without BOM) as a stream; memory holds one record at a time.</summary>
public static class CsvReader
{
    /// <summary>The most characters that one cell may have.</summary>
    public const int MaxCell = 1 << 20;

    /// <summary>The most cells that one record may have.</summary>
    public const int MaxCells = 1_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The records in file order, blank lines left out. A record that cannot be read comes with its problem and ends the reading.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="separator">What stands between cells; null: what the first line shows.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<CsvRecord> ReadAsync(Stream stream, char? separator = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var text = new StreamReader(stream, Strict, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        var buffer = new char[1 << 16];
        var records = new List<CsvRecord>();
        CsvParser? parser = null;
        while (parser is not { IsDone: true })
        {
            var (read, broken) = await FillAsync(text, buffer, parser?.Line ?? 1, cancellation);
            parser ??= new CsvParser(separator ?? SeparatorOf(buffer.AsSpan(0, read)));
            parser.Parse(buffer.AsSpan(0, read), isFinal: read == 0, records);
            foreach (var record in records)
                yield return record;
            records.Clear();
            if (broken is not null)
            {
                yield return broken;
                yield break;
            }
        }
    }

    /// <summary>The separator that stands most often in the first line, outside quotes; comma when none does.</summary>
    public static char SeparatorOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = [0, 0, 0];
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && c is '\r' or '\n')
                break;
            else if (!isQuoted && ",;\t".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
                counts[at]++;
        }
        return counts[2] > Math.Max(counts[0], counts[1]) ? '\t' : counts[1] > counts[0] ? ';' : ',';
    }

    private static async Task<(int Read, CsvRecord? Broken)> FillAsync(StreamReader text, char[] buffer, long line, CancellationToken cancellation)
    {
        try
        {
            return (await text.ReadBlockAsync(buffer, cancellation), null);
        }
        catch (DecoderFallbackException)
        {
            return (0, new CsvRecord(line, [], new("not-utf-8", "file", null, "The file is not UTF-8 text.", "Save it as \"CSV UTF-8\"; what follows was not read.")));
        }
    }
}
