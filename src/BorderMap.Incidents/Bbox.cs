namespace BorderMap.Incidents;

/// <summary>A box, WGS 84 degrees.</summary>
public readonly record struct Bbox(double MinLon, double MinLat, double MaxLon, double MaxLat)
{
    /// <summary><c>minLon,minLat,maxLon,maxLat</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{MinLon},{MinLat},{MaxLon},{MaxLat}");
}
