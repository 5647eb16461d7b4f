using System.Text;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>Finds actors by id, name or alias, and makes those that are not there. Not thread-safe.</summary>
public sealed class ActorBook
{
    private readonly Dictionary<string, string?> _byName = [];
    private readonly HashSet<string> _ids = [];

    /// <param name="known">The actors there are.</param>
    public ActorBook(IEnumerable<Actor> known)
    {
        foreach (var actor in known)
            Add(actor);
    }

    /// <summary>The actor's id, and the actor itself when it has to be made.</summary>
    /// <param name="words">An id, a name or an alias.</param>
    /// <param name="described">What the actor is where it is not there yet; its id is taken when it is free.</param>
    public (string Id, Actor? New) Find(string words, Actor? described = null)
    {
        if (_ids.Contains(words))
            return (words, null);
        if (described is not null && _ids.Contains(described.Id))
            return (described.Id, null);
        if (_byName.GetValueOrDefault(Fold(words)) is { } id)
            return (id, null);
        var made = described ?? new Actor { Id = FreeSlug(words), Name = words, Kind = ActorKind.Unknown };
        Add(made);
        return (made.Id, made);
    }

    /// <summary>Lower case, letters and digits, single blanks.</summary>
    internal static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    // A name of two actors is nobody's.
    private void Add(Actor actor)
    {
        _ids.Add(actor.Id);
        foreach (var name in actor.Aliases.Prepend(actor.Name).Select(Fold).Distinct())
            _byName[name] = _byName.TryGetValue(name, out var other) && other != actor.Id ? null : actor.Id;
    }

    private string FreeSlug(string words)
    {
        var slug = new string([.. Fold(words).Replace(' ', '-').Where(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))]).Trim('-');
        while (slug.Contains("--", StringComparison.Ordinal))
            slug = slug.Replace("--", "-", StringComparison.Ordinal);
        slug = slug.Length > 80 ? slug[..80].Trim('-') : slug;
        return slug.Length > 0 && !_ids.Contains(slug) ? slug : $"{(slug.Length > 0 ? slug : "actor")}-{Ids.From("", Fold(words))[..5]}";
    }
}
