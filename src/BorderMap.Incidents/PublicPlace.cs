using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>One place of a public incident: for collections with a row a place.</summary>
/// <param name="Key">Tells it from the other places of its incident, and stays when their order changes.</param>
/// <param name="Place">Id in the gazetteer; null where the incident gives coordinates alone.</param>
/// <param name="Name">As it is shown; null where nothing is said but coordinates.</param>
/// <param name="Unit">The district, province and country that hold it.</param>
/// <param name="Role">What it was to the incident.</param>
/// <param name="Precision">How closely the point is known.</param>
/// <param name="RadiusM">Metres within which it happened.</param>
/// <param name="Lon">Degrees east, WGS 84.</param>
/// <param name="Lat">Degrees north, WGS 84.</param>
public sealed record PublicPlace(string Key, string? Place, string? Name, PublicUnit Unit, PlaceRole Role, PlacePrecision Precision, int RadiusM, double Lon, double Lat);

/// <summary>Names of what holds a place; null where that is not known.</summary>
/// <param name="District">Its English name.</param>
/// <param name="Province">Its English name.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record PublicUnit(string? District, string? Province, string? Country)
{
    public static PublicUnit None { get; } = new(null, null, null);
}
