using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer;

/// <summary>The Durand Line: distance and side by the detailed line, position by the smoothed spine.</summary>
public sealed class DurandLine
{
    /// <summary>The detailed line, WGS 84, lon lat, from the tripoint with Iran to the tripoint with China.</summary>
    public LineString Detailed => throw new NotImplementedException();

    /// <param name="lon">Degrees east.</param>
    /// <param name="lat">Degrees north.</param>
    /// <param name="radiusM">Metres within which the position lies.</param>
    /// <param name="country">The country known from the source, where the position is only a country's or province's point.</param>
    public LinePlacement Locate(double lon, double lat, double radiusM, string? country = null) => throw new NotImplementedException();
}
