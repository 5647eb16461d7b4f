using System.Globalization;
using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>One row of a hand-curated file; what it cannot read it refuses with file, line, column and reason.</summary>
internal sealed record CsvRow(string File, int Line, IReadOnlyList<string> Columns, IReadOnlyList<string> Cells)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>The text of a column, or null where it is empty.</summary>
    public string? Optional(string column) => Cells[Index(column)] is { Length: > 0 } text ? text : null;

    public string Required(string column) => Optional(column) ?? throw Broken($"{column} is empty");

    /// <summary>The parts of a column between spaces; none where it is empty.</summary>
    public string[] List(string column) => Cells[Index(column)].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A number between two bounds, both allowed.</summary>
    public double Number(string column, double least, double most) =>
        double.TryParse(Cells[Index(column)], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
            : throw Broken($"{column} is \"{Cells[Index(column)]}\", it must be a number from {least} to {most}");

    /// <summary>An id of our own.</summary>
    public string OwnId(string column) => Required(column) is var id && id.StartsWith("x-", StringComparison.Ordinal) ? id
        : throw Broken($"{column} is \"{id}\", it must begin with x-");

    public string Country(string column) => Cells[Index(column)] is "AF" ? "AF" : Cells[Index(column)] is "PK" ? "PK"
        : throw Broken($"{column} is \"{Cells[Index(column)]}\", it must be AF or PK");

    /// <summary>Names between bars, each a language of three letters, a mark and a text.</summary>
    public byte[] Names(string column)
    {
        var names = Encoding.UTF8.GetBytes(Required(column));
        return RecordedNames.FaultOfAny(names) is { } fault ? throw Broken(fault) : names;
    }

    /// <summary>The names of a place of our own, the shown one among them.</summary>
    public RecordedNames OwnNames()
    {
        var names = Names("names");
        return names.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Required("name"))) < 0 ? throw Broken($"the name \"{Required("name")}\" must be among the names")
            : new RecordedNames(names, 0, names.Length);
    }

    /// <summary>The number of an existing place.</summary>
    public int Place(string column, Dictionary<string, int> byId) => PlaceOf(column, Required(column), byId);

    /// <summary>The numbers of existing places.</summary>
    public int[] Places(string column, Dictionary<string, int> byId) => [.. List(column).Select(id => PlaceOf(column, id, byId))];

    /// <summary>The day from which something holds: of a month or year the first.</summary>
    public DateOnly? From(string column) => Date(column)?.First;

    /// <summary>The last day on which something holds: of a month or year its last.</summary>
    public DateOnly? Until(string column) => Date(column)?.Last;

    /// <summary>A span of days; a file that ends before it begins is refused.</summary>
    public (DateOnly? From, DateOnly? Until) Span()
    {
        var (from, until) = (From("from"), Until("until"));
        return from > until ? throw Broken($"until is \"{Optional("until")}\", before from, \"{Optional("from")}\"") : (from, until);
    }

    public GazetteerFormatException Broken(string reason) => new(File, Line, reason);

    private int PlaceOf(string column, string id, Dictionary<string, int> byId) =>
        byId.TryGetValue(id, out var index) ? index : throw Broken($"{column} {id} is no place of the gazetteer");

    private (DateOnly First, DateOnly Last)? Date(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }
        if (!DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            throw Broken($"{column} is \"{text}\", it must be a day (2018-05-31), a month (2018-05) or a year (2018)");
        }
        return (first, text.Length switch { 4 => first.AddYears(1).AddDays(-1), 7 => first.AddMonths(1).AddDays(-1), _ => first });
    }

    private int Index(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }
        throw new ArgumentException($"{File} has no column {column}", nameof(column));
    }
}
