using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using NetTopologySuite.Geometries;

namespace BorderMap.PostGis.Features;

/// <summary>Which features of a collection are asked for, in which order, and how much of them.</summary>
public sealed record FeatureQuery(FeatureSet Collection)
{
    /// <summary>The most features of the page, 1 to 10,000.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Only what intersects this area (WGS 84, longitude first, SRID 4326), and what has no geometry.</summary>
    public Geometry? Area { get; init; }

    /// <summary>How incidents meet the area, when that is asked for: those without a place then do not.</summary>
    public PlaceMatch? PlaceMatch { get; init; }

    /// <summary>Only what may lie in this time, and what has none; of incidents the filter says it.</summary>
    public DateWindow? Time { get; init; }

    /// <summary>Of a collection that takes it; without box and <c>asOf</c>, which stand here.</summary>
    public IncidentFilter Filter { get; init; } = IncidentFilter.All;

    /// <summary>What else has to hold.</summary>
    public IReadOnlyList<FeatureCondition> Conditions { get; init; } = [];

    /// <summary>By what to sort before the id, which comes last always; what has no value comes after what has one.</summary>
    public IReadOnlyList<FeatureSort> Sort { get; init; } = [];

    /// <summary>The reference system of the geometries in the answer.</summary>
    public ReferenceSystem Crs { get; init; } = ReferenceSystem.Crs84;

    /// <summary>A public sequence; null: now, or as the page before.</summary>
    public long? AsOf { get; init; }
    public FeatureCursor? Cursor { get; init; }
}

/// <summary>One key of an order.</summary>
public sealed record FeatureSort(FeatureProperty Property, bool IsDescending);

/// <param name="Features">Finished GeoJSON features, UTF-8.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="NumberMatched">Exact: counted on the first page and carried in the cursor.</param>
/// <param name="Pub">The public sequence that the page shows.</param>
/// <param name="Withheld">With <c>asOf</c>: how many incidents public then are withheld or generalised since, whatever the filter; else null.</param>
public sealed record FeaturePage(IReadOnlyList<byte[]> Features, string? Next, long NumberMatched, long Pub, long? Withheld);
