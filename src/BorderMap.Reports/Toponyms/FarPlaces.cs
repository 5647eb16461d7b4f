using BorderMap.Gazetteer;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>Countries and cities outside the gazetteer that such reports name: recognised, so that no village of that name is taken for them.</summary>
internal static class FarPlaces
{
    private const double RadiusOfCountryM = 500_000, RadiusOfCityM = 20_000;

    private static readonly PhraseTable<FoundPlace> Table = new(LexiconFile.Rows("far-places.tsv", "name\tkind\tcountry\tlon\tlat").Select(Row));

    /// <summary>The far places of a sentence; a name counts with its capital, an abbreviation in capitals.</summary>
    public static IEnumerable<PhraseMatch<FoundPlace>> Find(IReadOnlyList<Token> tokens, in Sentence sentence) =>
        Table.Find(tokens, sentence.First, sentence.Last).Where(match => tokens[match.First].IsCapital && (tokens[match.First].Key.Length > 3 || tokens[match.First].IsAllCapitals || match.Last > match.First + 1));

    private static (string, FoundPlace) Row(string[] row)
    {
        var kind = Enum.Parse<PlaceKind>(row[1], ignoreCase: true);
        var isCity = kind is PlaceKind.Locality;
        var place = new FoundPlace(null, row[0], kind, row[2], double.Parse(row[3]), double.Parse(row[4]),
            isCity ? PlacePrecision.Locality : PlacePrecision.Country, isCity ? RadiusOfCityM : RadiusOfCountryM, 1, "a place outside Afghanistan and Pakistan");
        var tokens = new List<Token>();
        Tokens.Add(row[0], new TextSpan(0, row[0].Length), tokens);
        return (string.Join(' ', tokens.Select(token => token.Key)), place);
    }
}
