using Npgsql;

namespace BorderMap.PostGis.Columns;

/// <summary>The columns of one part while they are read.</summary>
internal interface IColumnSet
{
    /// <summary>What is selected of <c>public_incident</c>.</summary>
    string Selected { get; }

    /// <summary>Takes over the row that the reader stands on.</summary>
    void Take(NpgsqlDataReader reader, int row);

    void Write(ColumnFileWriter file);
}
