using System.Text;
using Npgsql;

namespace BorderMap.PostGis.Columns;

/// <summary>The ids alone.</summary>
internal sealed class IdColumns(int rows) : IColumnSet
{
    /// <summary><c>i-</c> and ten letters.</summary>
    private const int Width = 12;

    private readonly byte[] ids = new byte[rows * Width];

    public string Selected => "id";

    public void Take(NpgsqlDataReader reader, int row) => Set(row, reader.GetString(0));

    public void Write(ColumnFileWriter file) => file.Ascii("id", ids, Width);

    public void Set(int row, string id)
    {
        if (Encoding.ASCII.GetBytes(id, ids.AsSpan(row * Width, Width)) != Width)
            throw new InvalidOperationException($"The id '{id}' is not of {Width} characters.");
    }
}
