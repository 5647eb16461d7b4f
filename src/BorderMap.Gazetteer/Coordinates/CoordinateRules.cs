using System.Collections.Frozen;
using System.Globalization;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>The characters and words of coordinates, as <c>rules/coordinate-*.tsv</c> hold them; part of the program, for reading needs no atlas.</summary>
internal static class CoordinateRules
{
    /// <summary>What a character stands for; digits of every script are known besides.</summary>
    public static readonly FrozenDictionary<char, string> Characters = ReadCharacters(Open("coordinate-characters.tsv"));

    private static readonly FrozenDictionary<string, string> Words = ReadWords(Open("coordinate-words.tsv"));

    /// <summary>What a word in upper case stands for: a direction, a mark, <c>LAT</c>, <c>LON</c>, or nothing.</summary>
    public static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Meanings = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<char, string> ReadCharacters(GazetteerFile file)
    {
        var read = new Dictionary<char, string>();
        var rows = file.Rows("code\tto\twhy");
        while (rows.MoveNext())
        {
            read.Add((char)ushort.Parse(rows.Bytes(0), NumberStyles.HexNumber, CultureInfo.InvariantCulture), rows.Text(1));
        }
        return read.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, string> ReadWords(GazetteerFile file)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = file.Rows("word\tmeans\twhy");
        while (rows.MoveNext())
        {
            read.Add(rows.Required(0, "word"), rows.Text(1));
        }
        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static GazetteerFile Open(string name)
    {
        using var stream = typeof(CoordinateRules).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is no part of the program");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new GazetteerFile(name, bytes.ToArray());
    }
}
