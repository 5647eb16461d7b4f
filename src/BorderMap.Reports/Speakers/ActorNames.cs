using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>An actor that words may mean.</summary>
/// <param name="Id">Id of the actor in the store.</param>
/// <param name="Side"><c>AF</c>, <c>PK</c>, <c>other</c>, <c>un</c>, <c>civ</c>.</param>
/// <param name="IsForce">Whether it bears arms: such a one can be a party to a clash.</param>
internal sealed record ActorName(string Id, string Side, bool IsForce);

/// <summary>The actors that reports name.</summary>
internal static class ActorNames
{
    private static readonly PhraseTable<ActorName> Table = new(LexiconFile.Rows("actors.tsv", "pattern\tactor\tside\tforce").Select(row => (row[0], new ActorName(row[1], row[2], row[3] == "yes"))));

    public static List<PhraseMatch<ActorName>> Find(IReadOnlyList<Token> tokens, int from, int to) => Table.Find(tokens, from, to);
}
