using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;

namespace BorderMap.Web.Commands.Resolving;

/// <summary>Reads a CSV file (RFC 4180; comma, semicolon, tab or bar, as its first lines have it) row by row, each row with its own text.</summary>
internal sealed class TableInput
{
    /// <summary>A row longer than this has lost a closing quote.</summary>
    private const int LongestRow = 1_000_000;

    private const char Undecodable = '\uFFFD';

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRow,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly CsvReader reader;
    private readonly NotedText text;

    private TableInput(CsvReader reader, NotedText text, TableRow header) => (this.reader, this.text, Header) = (reader, text, header);

    public TableRow Header { get; }

    public char Separator => reader.Separator;

    /// <summary>Whether the file begins with a byte order mark.</summary>
    public bool HasByteOrderMark => text.HasByteOrderMark;

    /// <summary>How the file ends its lines.</summary>
    public string LineEnd => text.LineEnd ?? "\n";

    /// <exception cref="TableFormatException">There is no header.</exception>
    public static async Task<TableInput> OpenAsync(TextReader input, CancellationToken cancellation)
    {
        var text = new NotedText(input);
        var reader = CsvReader.Create(text, Options, leaveOpen: true);
        return await ReadAsync(reader, cancellation) is { IsBlank: false } header ? new TableInput(reader, text, header)
            : throw new TableFormatException("line 1: there is no header. The first line has to name the columns.");
    }

    /// <exception cref="TableFormatException">A row is broken, or has more fields than the header.</exception>
    public async IAsyncEnumerable<TableRow> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await ReadAsync(reader, cancellation) is { } row)
        {
            yield return row.Fields.Length <= Header.Fields.Length ? row : throw new TableFormatException(
                $"line {row.Line}: the row has {row.Fields.Length} fields, the header {Header.Fields.Length}. A field with \"{Separator}\" in it must stand in quotes.");
        }
    }

    private static async Task<TableRow?> ReadAsync(CsvReader reader, CancellationToken cancellation)
    {
        try
        {
            if (!await reader.ReadAsync(cancellation))
            {
                return null;
            }
        }
        catch (CsvFormatException broken)
        {
            throw new TableFormatException($"{broken.Message} A field with a quote, a separator or a line end in it stands in quotes, each quote in it doubled.");
        }
        var row = new TableRow(reader.LineNumber, Encoding.UTF8.GetString(reader.RawRecord), reader.Current.ToArray());
        var undecodable = Array.FindIndex(row.Fields, field => field.Contains(Undecodable, StringComparison.Ordinal));
        return undecodable < 0 ? row
            : throw new TableFormatException($"line {row.Line}, field {undecodable + 1}: \"{row.Fields[undecodable]}\" is not UTF-8. Save the file as \"CSV UTF-8\".");
    }
}
