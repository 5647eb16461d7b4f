using System.Text.Json;
using BorderMap.Incidents;

namespace BorderMap.PostGis.Importing;

/// <summary>
/// One document three times: each field, and each item of a list, is taken from the side that changed it; where both did, the editor's stays.
/// </summary>
/// <param name="before">As the last import brought it.</param>
/// <param name="stored">As it is.</param>
/// <param name="incoming">As the file has it now.</param>
internal sealed class FieldJoin<TDocument>(TDocument before, TDocument stored, TDocument incoming)
{
    private readonly List<string> kept = [];

    /// <summary>The fields where both differ and the editor's stays.</summary>
    public IReadOnlyList<string> Kept => kept;

    public T One<T>(string field, Func<TDocument, T> of)
    {
        var (was, now, next) = (of(before), of(stored), of(incoming));
        if (IsSame(was, next) || IsSame(now, next))
            return now;
        if (IsSame(was, now))
            return next;
        Keep(field);
        return now;
    }

    /// <summary>Where the file says something new, the stricter of that and of what is stored.</summary>
    public T Strict<T>(Func<TDocument, T> of, Func<T, T, T> stricter) =>
        IsSame(of(before), of(incoming)) ? of(stored) : stricter(of(stored), of(incoming));

    public IReadOnlyList<T> Many<T>(string field, Func<TDocument, IReadOnlyList<T>> of, Func<T, string> keyOf) where T : class
    {
        var (was, now, next) = (ByKey(of(before), keyOf), ByKey(of(stored), keyOf), ByKey(of(incoming), keyOf));
        var items = new List<T>();
        foreach (var item in of(stored))
        {
            var (old, fresh) = (was.GetValueOrDefault(keyOf(item)), next.GetValueOrDefault(keyOf(item)));
            var isEdited = !IsSame(old, item);
            if (isEdited && fresh is not null && !IsSame(old, fresh) && !IsSame(item, fresh))
                Keep(field);
            if (isEdited)
                items.Add(item);
            else if (fresh is not null)
                items.Add(fresh);
        }
        // What an editor took away comes back only when the file says something new of it.
        items.AddRange(of(incoming).Where(item => !now.ContainsKey(keyOf(item)) && !(was.TryGetValue(keyOf(item), out var old) && IsSame(old, item))));
        return items;
    }

    private void Keep(string field)
    {
        if (!kept.Contains(field))
            kept.Add(field);
    }

    private static bool IsSame<T>(T one, T other) =>
        EqualityComparer<T>.Default.Equals(one, other) || JsonSerializer.Serialize(one, IncidentJson.Options) == JsonSerializer.Serialize(other, IncidentJson.Options);

    private static Dictionary<string, T> ByKey<T>(IReadOnlyList<T> items, Func<T, string> keyOf)
    {
        var byKey = new Dictionary<string, T>();
        foreach (var item in items)
            byKey.TryAdd(keyOf(item), item);
        return byKey;
    }
}
