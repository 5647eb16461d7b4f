using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Embeds;

/// <summary>What a filter asks for beside the time, in words: kinds and places by their names, the rest as an address has it.</summary>
internal static class FilterWords
{
    public static IReadOnlyList<string> Of(IncidentFilter filter, PageText text, Atlas atlas)
    {
        var words = new Pages.Words(text);
        return [.. filter.ToParameters().Where(pair => pair.Key is not (FilterNames.Datetime or FilterNames.AsOf)).Select(pair => text.Isolated($"{pair.Key}: {pair.Key switch
        {
            FilterNames.Kind => string.Join(text["list.comma"], filter.Kind.Select(Kind)),
            FilterNames.Place => string.Join(text["list.comma"], filter.Place.Select(Place)),
            _ => pair.Value,
        }}"))];

        string Kind(string kind) => Kinds.Find(kind) is null && Kinds.Families.FirstOrDefault(family => family.Family == kind) is { } family ? words.Family(family) : words.Kind(kind);

        string Place(string id) => atlas.Places.Find(id) is { } place ? text.NameOf(place) : id;
    }
}
