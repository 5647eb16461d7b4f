using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

internal enum PlaceCue { None, Loose, Locative, Kind, Area }

/// <summary>Words that say that a name beside them is a place.</summary>
internal static class PlaceCues
{
    private static readonly PhraseTable<PlaceCue> Table = new(LexiconFile.Rows("place-cues.tsv", "pattern\trole")
        .Select(row => (row[0], Enum.Parse<PlaceCue>(row[1], ignoreCase: true))));

    public static PlaceCue Of(IReadOnlyList<Token> tokens, int at) => at < 0 || at >= tokens.Count ? PlaceCue.None : Table.At(tokens, at, at + 1)?.Value ?? PlaceCue.None;

    public static bool IsLocative(IReadOnlyList<Token> tokens, int at) => Of(tokens, at) is PlaceCue.Locative;

    public static bool IsKind(IReadOnlyList<Token> tokens, int at) => Of(tokens, at) is PlaceCue.Kind or PlaceCue.Area;
}
