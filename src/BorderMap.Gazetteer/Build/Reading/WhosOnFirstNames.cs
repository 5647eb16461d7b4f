using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BorderMap.Gazetteer.Build.Reading;

/// <summary>The names of a Who's On First feature: properties <c>name:LANGUAGE_x_RANK</c>, each a list.</summary>
internal static class WhosOnFirstNames
{
    private const string Prefix = "name:";

    /// <summary>The property names' ranks; <c>unknown</c> ones are abbreviations and codes (AF, PAK) and are left out.</summary>
    private static readonly Dictionary<string, NameRank> Ranks = new()
    {
        ["preferred"] = NameRank.Preferred,
        ["variant"] = NameRank.Variant,
        ["historical"] = NameRank.Variant,
        ["colloquial"] = NameRank.Colloquial,
    };

    public static List<EntryName> Read(JsonElement properties)
    {
        var names = new List<EntryName>();
        foreach (var property in properties.EnumerateObject().Where(p => p.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var parts = property.Name[Prefix.Length..].Split("_x_");
            if (parts.Length == 2 && Ranks.TryGetValue(parts[1], out var rank))
            {
                var language = parts[0][..3];
                names.AddRange(property.Value.EnumerateArray()
                    .Select(text => Clean(text.GetString() ?? ""))
                    .Where(text => text.Any(char.IsLetter))
                    .Select(text => new EntryName(text, language, rank)));
            }
        }
        return names;
    }

    /// <summary>
    /// NFC for the decomposed letters that the extracts hold; they are two. <see cref="string.Normalize()"/> does nothing where globalization is invariant.
    /// </summary>
    private static string Composed(string text) => text.Replace("H\u0327", "\u1e28", StringComparison.Ordinal).Replace("h\u0327", "\u1e29", StringComparison.Ordinal);

    /// <summary>NFC, without control and direction characters, the file format's own marks and outer blanks; zero-width joiners between letters stay.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in Composed(text))
        {
            var drop = char.GetUnicodeCategory(character) == UnicodeCategory.Format && character is not ('\u200c' or '\u200d');
            if (!drop)
            {
                kept.Append(char.IsControl(character) || char.IsWhiteSpace(character) || character == '|' ? ' ' : character);
            }
        }
        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\u200c', '\u200d', ' ', ',', ';');
    }
}
