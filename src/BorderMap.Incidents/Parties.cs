using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Who speaks and acts for whom.</summary>
internal static class Parties
{
    /// <summary>Whether two actors are one side of the matter: the same, parts of the same organisation, or organs of the same state.</summary>
    public static bool Same(string a, string b, IReadOnlyDictionary<string, Actor> actors)
    {
        if (a == b)
            return true;
        if (RootOf(a, actors) == RootOf(b, actors))
            return true;
        return StateOf(a, actors) is { } state && state == StateOf(b, actors);
    }

    /// <summary>The country whose organ the actor is; null for those who belong to no state.</summary>
    public static string? StateOf(string id, IReadOnlyDictionary<string, Actor> actors)
    {
        foreach (var actor in WithOrganisations(id, actors))
            if (actor is { Kind: ActorKind.State or ActorKind.StateForce, Country: { } country })
                return country;
        return null;
    }

    /// <summary>The side of a group that the actor's own people are: <c>AF</c>, <c>PK</c>, <c>other</c>; null for those who belong to no state.</summary>
    public static string? SideOf(string id, IReadOnlyDictionary<string, Actor> actors) =>
        StateOf(id, actors) switch { null => null, "AF" => "AF", "PK" => "PK", _ => "other" };

    /// <summary>The actor, then the organisations it is part of, from near to far.</summary>
    public static IEnumerable<Actor> WithOrganisations(string id, IReadOnlyDictionary<string, Actor> actors)
    {
        var seen = new HashSet<string>();
        for (string? at = id; at is not null && seen.Add(at) && actors.TryGetValue(at, out var actor); at = actor.PartOf)
            yield return actor;
    }

    private static string RootOf(string id, IReadOnlyDictionary<string, Actor> actors) =>
        WithOrganisations(id, actors).LastOrDefault()?.Id ?? id;
}
