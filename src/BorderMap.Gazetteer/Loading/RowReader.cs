using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads a tab-separated file with a header line, row by row, without making strings.</summary>
internal ref struct RowReader
{
    private const int MostColumns = 16;
    private readonly GazetteerFile file;
    private readonly int columns;
    private readonly int[] starts = new int[MostColumns + 1];
    private int next;

    public RowReader(GazetteerFile file, string header)
    {
        this.file = file;
        columns = header.Split('\t').Length;
        if (!MoveNext(checkColumns: false) || Encoding.UTF8.GetString(Row) != header)
        {
            throw Broken($"the header must be \"{header.Replace("\t", "<tab>", StringComparison.Ordinal)}\"");
        }
    }

    /// <summary>The number of the current row's line in the file, from 1.</summary>
    public int Line { get; private set; }

    private int RowStart { get; set; }

    private int RowEnd { get; set; }

    private readonly ReadOnlySpan<byte> Row => file.Bytes.AsSpan(RowStart, RowEnd - RowStart);

    public bool MoveNext() => MoveNext(checkColumns: true);

    /// <summary>The bytes of a column; <see cref="OffsetOf"/> says where they stand in the file.</summary>
    public readonly ReadOnlySpan<byte> Bytes(int column) => file.Bytes.AsSpan(starts[column], starts[column + 1] - 1 - starts[column]);

    public readonly int OffsetOf(int column) => starts[column];

    public readonly string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public readonly string Required(int column, string name) =>
        Bytes(column).IsEmpty ? throw Broken($"{name} is empty") : Text(column);

    /// <summary>A number between two bounds, both allowed.</summary>
    public readonly double Number(int column, string name, double least, double most)
    {
        if (double.TryParse(Bytes(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }
        throw Broken($"{name} is \"{Text(column)}\", it must be a number from {least} to {most}");
    }

    public readonly GazetteerFormatException Broken(string reason) => new(file.Name, Line, reason);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool MoveNext(bool checkColumns)
    {
        if (next >= file.Bytes.Length)
        {
            return false;
        }
        Line++;
        var rest = file.Bytes.AsSpan(next);
        var length = rest.IndexOf((byte)'\n');
        (RowStart, RowEnd) = (next, next + (length < 0 ? rest.Length : length));
        next = RowEnd + 1;
        if (checkColumns)
        {
            SplitRow();
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void SplitRow()
    {
        var (column, at) = (0, RowStart);
        starts[0] = at;
        while (true)
        {
            var tab = file.Bytes.AsSpan(at, RowEnd - at).IndexOf((byte)'\t');
            at = tab < 0 ? RowEnd + 1 : at + tab + 1;
            column++;
            if (column <= MostColumns)
            {
                starts[column] = at;
            }
            if (tab < 0)
            {
                break;
            }
        }
        if (column != columns)
        {
            throw Broken($"the row has {column} columns, it must have {columns}");
        }
    }
}
