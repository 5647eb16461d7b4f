using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BorderMap.Incidents.Exporting;

/// <summary>The values of one finished feature, as UTF-8 by column; read anew for each feature, without a string.</summary>
internal sealed class FeatureValues
{
    private static readonly byte[][] Names = [.. ExportColumns.All.Select(column => Encoding.UTF8.GetBytes(column.Name))];
    private static readonly int LonColumn = ExportColumns.Properties.Count;

    private readonly (int Start, int Length)[] places = new (int, int)[Names.Length];
    private byte[] texts = new byte[4096];
    private int used;

    public bool HasPoint => !IsEmpty(LonColumn);

    /// <summary>Degrees; only where there is a point.</summary>
    public double Lon => Number(LonColumn);

    public double Lat => Number(LonColumn + 1);

    public bool IsEmpty(int column) => places[column].Length < 0;

    /// <summary>The value without JSON's quotes and escapes; only where there is one.</summary>
    public ReadOnlySpan<byte> Text(int column) => texts.AsSpan(places[column].Start, places[column].Length);

    public double Number(int column) => double.Parse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture);

    public int Integer(int column) => int.Parse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <exception cref="JsonException">The text is no feature of ours.</exception>
    public void Read(ReadOnlySpan<byte> feature)
    {
        Array.Fill(places, (0, -1));
        used = 0;
        if (texts.Length < feature.Length)
            texts = new byte[feature.Length * 2];
        var reader = new Utf8JsonReader(feature);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isProperties = reader.ValueTextEquals("properties"u8);
            var isGeometry = reader.ValueTextEquals("geometry"u8);
            reader.Read();
            if (isProperties)
                ReadProperties(ref reader);
            else if (isGeometry && reader.TokenType == JsonTokenType.StartObject)
                ReadPoint(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadProperties(ref Utf8JsonReader reader)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = reader.ValueTextEquals(Names[expected]) ? expected : IndexOf(ref reader);
            expected = (column + 1) % Names.Length;
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
                Keep(ref reader, column);
        }
    }

    private void ReadPoint(ref Utf8JsonReader reader)
    {
        var column = LonColumn;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            if (reader.TokenType == JsonTokenType.Number && column < Names.Length)
                Keep(ref reader, column++);
    }

    private void Keep(ref Utf8JsonReader reader, int column)
    {
        var room = texts.AsSpan(used);
        int length;
        if (reader.TokenType == JsonTokenType.String)
        {
            length = reader.CopyString(room);
        }
        else
        {
            reader.ValueSpan.CopyTo(room);
            length = reader.ValueSpan.Length;
        }
        places[column] = (used, length);
        used += length;
    }

    private static int IndexOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < Names.Length; i++)
            if (reader.ValueTextEquals(Names[i]))
                return i;
        throw new JsonException($"The feature has a property '{reader.GetString()}' that is no column.");
    }
}
