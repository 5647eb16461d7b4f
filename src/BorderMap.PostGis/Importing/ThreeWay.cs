using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.Incidents.Reviewing;

namespace BorderMap.PostGis.Importing;

/// <summary>
/// Joins what a file now says with what an editor has made of what it said before: each field, and each claim, estimate and source,
/// is taken from the side that changed it; where both did, the editor's stays.
/// </summary>
internal static class ThreeWay
{
    /// <param name="before">As the last import wrote it.</param>
    /// <param name="stored">As it is.</param>
    /// <param name="incoming">As the file has it now.</param>
    /// <returns>The joint document, and the fields where both differ and the editor's stays.</returns>
    public static (Incident Joint, IReadOnlyList<string> Kept) Join(Incident before, Incident stored, Incident incoming)
    {
        var kept = new List<string>();
        var joint = stored with
        {
            Status = One("status", i => i.Status),
            Title = One("title", i => i.Title),
            Kind = One("kind", i => i.Kind),
            CrossBorder = One("cross_border", i => i.CrossBorder),
            Date = One("date", i => i.Date),
            Places = One("places", i => i.Places),
            Episode = One("episode", i => i.Episode),
            Notes = One("notes", i => i.Notes),
            Sensitivity = One("sensitivity", i => i.Sensitivity),
            Actors = Many("actors", i => i.Actors, actor => $"{actor.Actor} {actor.Role}"),
            Claims = Many("claims", i => i.Claims, claim => claim.Id),
            Estimates = Many("estimates", i => i.Estimates, estimate => estimate.By),
            Sources = Many("sources", i => i.Sources, use => use.Source),
            SourceKeys = [.. stored.SourceKeys.Union(incoming.SourceKeys)],
        };
        return (joint, kept);

        T One<T>(string field, Func<Incident, T> of)
        {
            var (was, now, next) = (of(before), of(stored), of(incoming));
            if (IsSame(was, next) || IsSame(now, next))
                return now;
            if (IsSame(was, now))
                return next;
            kept.Add(field);
            return now;
        }

        IReadOnlyList<T> Many<T>(string field, Func<Incident, IReadOnlyList<T>> of, Func<T, string> keyOf) where T : class
        {
            var (was, now, next) = (ByKey(of(before), keyOf), ByKey(of(stored), keyOf), ByKey(of(incoming), keyOf));
            var items = new List<T>();
            foreach (var item in of(stored))
            {
                var (old, fresh) = (was.GetValueOrDefault(keyOf(item)), next.GetValueOrDefault(keyOf(item)));
                var isEdited = !IsSame(old, item);
                if (isEdited && fresh is not null && !IsSame(old, fresh) && !IsSame(item, fresh) && !kept.Contains(field))
                    kept.Add(field);
                if (isEdited)
                    items.Add(item);
                else if (fresh is not null)
                    items.Add(fresh);
            }
            // What an editor took away comes back only when the file says something new of it.
            items.AddRange(of(incoming).Where(item => !now.ContainsKey(keyOf(item)) && !(was.TryGetValue(keyOf(item), out var old) && IsSame(old, item))));
            return items;
        }
    }

    /// <summary>The fields of the document that differ, by their names in JSON.</summary>
    public static IReadOnlyList<string> Differing(Incident one, Incident other) =>
        [.. DocumentDifference.Between(one, other).Select(difference => difference.Path.Split('.', '[')[0]).Distinct()];

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
