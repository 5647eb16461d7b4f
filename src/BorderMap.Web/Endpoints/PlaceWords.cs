using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>How the API spells kinds of place and tells namesakes apart.</summary>
public static class PlaceWords
{
    private static readonly Dictionary<string, PlaceKind> Kinds = Enum.GetValues<PlaceKind>().ToDictionary(JsonText.Word);

    /// <summary>The kind that a word means; null for any other word.</summary>
    public static PlaceKind? KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The kind that a query asks for.</summary>
    public static PlaceKind? Kind(this QueryValues query) => query.Choice(Parameters.PlaceKind) is { } word ? Kinds[word] : null;

    /// <summary>What and where a place is, in a line: <c>district in Paktia, Afghanistan</c>; with the name that matched where that is another one than the name shown.</summary>
    public static string Description(Place place, Places places, NameLanguage language, string? matched)
    {
        var within = places.SelfAndAncestors(place).Skip(1).Select(holder => language.NameOf(holder).Text).ToList();
        var where = within.Count == 0 ? JsonText.Word(place.Kind) : $"{JsonText.Word(place.Kind)} in {string.Join(", ", within)}";
        return matched is null || matched == language.NameOf(place).Text ? where : $"{where}; also {matched}";
    }
}
