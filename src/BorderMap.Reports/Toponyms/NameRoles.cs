using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>What words say of the name they stand in or beside.</summary>
internal enum NameRole { None, Title, Given, Family, Organisation }

/// <summary>Words of persons' and organisations' names, which may be place names too.</summary>
internal static class NameRoles
{
    private static readonly PhraseTable<NameRole> Table = new(LexiconFile.Rows("names.tsv", "pattern\trole")
        .Select(row => (row[0], Enum.Parse<NameRole>(row[1], ignoreCase: true))));

    private static readonly string[] Endings = ["ullah", "uddin", "urrahman", "zada", "ullahi"];

    public static NameRole Of(IReadOnlyList<Token> tokens, int at) =>
        Table.At(tokens, at, at + 1)?.Value ?? (Array.Exists(Endings, ending => tokens[at].Key.Length > ending.Length && tokens[at].Key.EndsWith(ending, StringComparison.Ordinal)) ? NameRole.Given : NameRole.None);
}
