using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace BorderMap.PostGis.Columns;

/// <summary>Titles and names of places, out of the finished features.</summary>
internal sealed class TextColumns(int rows) : IColumnSet
{
    private static readonly string[] Places = ["place", "district", "province", "country"];

    private readonly TextColumn[] places = [.. Places.Select(_ => new TextColumn(rows))];
    private readonly int[] lengths = new int[rows];
    private readonly ArrayBufferWriter<byte> titles = new();

    /// <summary>A feature's properties have one order: what is wanted stands before the precision, and no text can hold its name with bare quotes.</summary>
    public string Selected => "convert_to(left(feature, strpos(feature, ',\"precision\":')), 'UTF8')";

    public void Take(NpgsqlDataReader reader, int row)
    {
        var json = new Utf8JsonReader(reader.GetFieldValue<byte[]>(0), isFinalBlock: false, default);
        var wanted = 1 + Places.Length;
        while (wanted > 0 && json.Read())
            if (json.TokenType == JsonTokenType.PropertyName && TakeProperty(ref json, row))
                wanted--;
        if (wanted > 0)
            throw new InvalidOperationException("A feature lacks its title or the names of its place.");
    }

    public void Write(ColumnFileWriter file)
    {
        file.Texts("title", lengths, titles.WrittenSpan.ToArray());
        for (var i = 0; i < Places.Length; i++)
            file.Dictionary(Places[i], places[i]);
    }

    private bool TakeProperty(ref Utf8JsonReader json, int row)
    {
        if (json.ValueTextEquals("title"u8))
        {
            json.Read();
            lengths[row] = json.CopyString(titles.GetSpan(Math.Max(1, json.ValueSpan.Length)));
            titles.Advance(lengths[row]);
            return true;
        }
        for (var i = 0; i < Places.Length; i++)
            if (json.ValueTextEquals(Places[i]))
            {
                json.Read();
                places[i].Set(row, json.GetString());
                return true;
            }
        return false;
    }
}
