using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

/// <summary>Who tells of the two: the same publications, the two sides of one fight, or rows of one dataset.</summary>
internal static class SourceLikeness
{
    public static Evidence Shared(Incident a, Incident b, IReadOnlyDictionary<string, Source> sources, LikenessRules rules)
    {
        var keys = Used(b).Select(id => KeyOf(id, sources)).ToHashSet();
        var shared = Used(a).Where(id => keys.Contains(KeyOf(id, sources))).Select(id => sources.TryGetValue(id, out var source) ? source.Publisher : id).Distinct().ToList();
        return shared.Count == 0 ? Evidence.None : new(rules.Sources["shared"], $"both from {string.Join(", ", shared.Take(3))}");
    }

    /// <summary>One is told by the one side's people alone and the other by the other's: a fight across the line is often recorded once from each side.</summary>
    public static Evidence OtherSide(Incident a, Incident b, DuplicateContext context, LikenessRules rules)
    {
        var (one, other) = (TellingSide(a, context.Actors), TellingSide(b, context.Actors));
        return one is not null && other is not null && one != other && Kinds.Find(a.Kind)?.Family == "combat" && Kinds.Find(b.Kind)?.Family == "combat"
            ? new(rules.Sources["told_by_other_side"], $"one told by {SideName(one)} side, the other by {SideName(other)}")
            : Evidence.None;
    }

    public static Evidence Dataset(Incident a, Incident b, LikenessRules rules)
    {
        var both = rules.Datasets.FirstOrDefault(dataset => Rows(a, dataset).Any() && Rows(b, dataset).Any() && !Rows(a, dataset).Intersect(Rows(b, dataset)).Any());
        return both is null ? Evidence.None : new(rules.Sources["rows_of_one_dataset"], $"two rows of {both.ToUpperInvariant()}");
    }

    // "ucdp:618157" and "ucdp-candidate-2026:618157" are rows of UCDP.
    private static IEnumerable<string> Rows(Incident incident, string dataset) => incident.SourceKeys
        .Where(key => key.StartsWith(dataset, StringComparison.Ordinal) && key.Length > dataset.Length && key[dataset.Length] is ':' or '-')
        .Select(key => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    /// <summary>The one side whose organs make the claims; null: none, or several.</summary>
    private static string? TellingSide(Incident incident, IReadOnlyDictionary<string, Actor> actors)
    {
        var sides = incident.Claims.Select(claim => claim.Claimant).OfType<string>().Select(claimant => Parties.SideOf(claimant, actors)).OfType<string>().Distinct().ToList();
        return sides is [var side] ? side : null;
    }

    private static string SideName(string side) => side switch { "AF" => "the Afghan", "PK" => "the Pakistani", _ => "another" };

    private static IEnumerable<string> Used(Incident incident) => incident.Sources.Select(use => use.Source).Concat(incident.Claims.Select(claim => claim.Source).OfType<string>()).Distinct();

    /// <summary>The address without what often differs; the id where there is none.</summary>
    private static string KeyOf(string id, IReadOnlyDictionary<string, Source> sources)
    {
        if (!sources.TryGetValue(id, out var source) || source.Url is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            return id;
        var host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        return $"{host.ToLowerInvariant()}{address.AbsolutePath.TrimEnd('/')}{address.Query}";
    }
}
