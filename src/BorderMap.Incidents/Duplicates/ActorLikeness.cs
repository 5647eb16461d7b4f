using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

internal static class ActorLikeness
{
    public static Evidence Of(Incident a, Incident b, IReadOnlyDictionary<string, Actor> actors, LikenessRules rules)
    {
        var (ones, others) = (Parts(a, actors), Parts(b, actors));
        if (ones.Count == 0 || others.Count == 0)
            return Evidence.None;
        var common = ones.Where(one => others.Exists(other => Parties.Same(one, other, actors))).ToList();
        if (common.Count == 0)
            return new(rules.Actors["none"], "nobody takes part in both");
        var words = $"both {string.Join(" and ", common.Select(id => actors.TryGetValue(id, out var actor) ? actor.Name : id).Take(3))}";
        if (common.Count >= 2)
            return new(rules.Actors["both_sides"], words);
        return new(ones.Count == 1 || others.Count == 1 ? rules.Actors["one_side"] : rules.Actors["some"], words);
    }

    /// <summary>Those who take part, one for each side that belongs together.</summary>
    private static List<string> Parts(Incident incident, IReadOnlyDictionary<string, Actor> actors)
    {
        var parts = new List<string>();
        foreach (var part in incident.Actors)
            if (part.Role != ActorRole.Mediator && !parts.Exists(known => Parties.Same(known, part.Actor, actors)))
                parts.Add(part.Actor);
        return parts;
    }
}
