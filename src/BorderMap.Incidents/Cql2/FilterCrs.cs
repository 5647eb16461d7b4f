namespace BorderMap.Incidents.Cql2;

/// <summary>The coordinate reference system of the positions in a filter.</summary>
/// <param name="IsGeographic">Whether its two numbers are longitude and latitude in WGS 84, in whichever order: a box then stays a box.</param>
/// <param name="ToLonLat">From the two numbers in the order of the CRS to degrees, longitude first; null where there is no such place.</param>
public sealed record FilterCrs(bool IsGeographic, Func<double, double, (double Lon, double Lat)?> ToLonLat)
{
    /// <summary>Longitude, latitude: what holds without <c>filter-crs</c>.</summary>
    public static FilterCrs Crs84 { get; } = new(true, (lon, lat) => (lon, lat));
}
