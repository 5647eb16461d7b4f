using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <summary>Where a page ended: opaque to clients, bound to its filter.</summary>
public sealed record PageCursor
{
    /// <summary>Reads a cursor that a page gave out.</summary>
    /// <param name="text">The cursor.</param>
    /// <param name="filter">The filter of the request; a cursor of another filter is refused.</param>
    /// <param name="cursor">The cursor read.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static Problem? Read(string text, IncidentFilter filter, out PageCursor? cursor) => throw new NotImplementedException();
}
