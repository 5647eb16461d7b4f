using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>One place of a public incident: for collections with a row a place.</summary>
/// <param name="Place">Id in the gazetteer; null where the incident gives coordinates alone.</param>
/// <param name="Role">What it was to the incident.</param>
/// <param name="Precision">How closely the point is known.</param>
/// <param name="RadiusM">Metres within which it happened.</param>
/// <param name="Lon">Degrees east, WGS 84.</param>
/// <param name="Lat">Degrees north, WGS 84.</param>
public sealed record PublicPlace(string? Place, PlaceRole Role, PlacePrecision Precision, int RadiusM, double Lon, double Lat);
