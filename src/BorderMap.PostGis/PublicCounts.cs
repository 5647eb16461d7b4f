using BorderMap.Gazetteer;

namespace BorderMap.PostGis;

/// <summary>How near an incident has to be to another to be told beside it.</summary>
/// <param name="Km">From point to point.</param>
/// <param name="Days">Between their dates.</param>
/// <param name="Limit">The most to give.</param>
public sealed record Nearness(double Km, int Days, int Limit)
{
    /// <summary>Only of places known at least that well is the point a whereabouts.</summary>
    public IReadOnlyList<PlacePrecision> Precisions { get; } = [PlacePrecision.Exact, PlacePrecision.Near, PlacePrecision.Locality, PlacePrecision.District];
}

/// <param name="Feature">The finished GeoJSON feature.</param>
/// <param name="Km">From point to point.</param>
/// <param name="Days">Between the dates; 0 where they overlap.</param>
public sealed record NearbyIncident(string Feature, double Km, int Days);

/// <summary>What incidents are counted by.</summary>
public enum CountBy { Actor, Place, Publisher }

/// <param name="Value">An id, or a publisher's name; empty: all of them together.</param>
/// <param name="Incidents">How many have it.</param>
/// <param name="Latest">The latest day on which one of them begins.</param>
/// <param name="Updated">When one of them last changed in public.</param>
public sealed record ValueCount(string Value, long Incidents, DateOnly? Latest, DateTimeOffset? Updated);

/// <param name="Values">Without order.</param>
/// <param name="All">Every incident counted, once.</param>
public sealed record ValueCounts(IReadOnlyList<ValueCount> Values, ValueCount All);
