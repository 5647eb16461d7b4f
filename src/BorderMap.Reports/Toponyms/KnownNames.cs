using System.Collections.Concurrent;
using BorderMap.Gazetteer;

namespace BorderMap.Reports.Toponyms;

/// <summary>What names resolved to before: reports of one border name the same places again and again. Holds so many and no more; thread-safe.</summary>
internal sealed class KnownNames(PlaceResolver resolver)
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<(string, string?, PlaceKind?), Resolution> known = new();

    public Resolution Resolve(ResolveQuery query)
    {
        var key = (query.Name, query.Context, query.Kind);
        if (!known.TryGetValue(key, out var resolution))
        {
            resolution = resolver.Resolve(query);
            if (known.Count < Most)
            {
                known[key] = resolution;
            }
        }
        return resolution;
    }
}
