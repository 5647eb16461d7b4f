using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Who speaks and acts for whom.</summary>
internal static class Parties
{
    // Organisations nest a few levels; a circle in the data ends here.
    private const int MaxLevels = 16;

    /// <summary>Whether two actors are one side of the matter: the same, parts of the same organisation, or organs of the same state.</summary>
    public static bool Same(string a, string b, IReadOnlyDictionary<string, Actor> actors)
    {
        if (a == b || RootOf(a, actors) == RootOf(b, actors))
            return true;
        return StateOf(a, actors) is { } state && state == StateOf(b, actors);
    }

    /// <summary>The country whose organ the actor is; null for those who belong to no state.</summary>
    public static string? StateOf(string id, IReadOnlyDictionary<string, Actor> actors)
    {
        var at = id;
        for (var level = 0; level < MaxLevels && at is not null && actors.TryGetValue(at, out var actor); level++, at = actor.PartOf)
            if (actor is { Kind: ActorKind.State or ActorKind.StateForce, Country: { } country })
                return country;
        return null;
    }

    /// <summary>The side of a group that the actor's own people are: <c>AF</c>, <c>PK</c>, <c>other</c>; null for those who belong to no state.</summary>
    public static string? SideOf(string id, IReadOnlyDictionary<string, Actor> actors) =>
        StateOf(id, actors) switch { null => null, "AF" => "AF", "PK" => "PK", _ => "other" };

    /// <summary>Adds the actor and the organisations it is part of, from near to far, each once.</summary>
    public static void AddWithOrganisations(List<string> ids, string id, IReadOnlyDictionary<string, Actor> actors)
    {
        var at = id;
        for (var level = 0; level < MaxLevels && at is not null && actors.TryGetValue(at, out var actor); level++, at = actor.PartOf)
            if (!ids.Contains(actor.Id))
                ids.Add(actor.Id);
    }

    private static string RootOf(string id, IReadOnlyDictionary<string, Actor> actors)
    {
        var root = id;
        for (var level = 0; level < MaxLevels && actors.TryGetValue(root, out var actor) && actor.PartOf is { } above; level++)
            root = above;
        return root;
    }
}
