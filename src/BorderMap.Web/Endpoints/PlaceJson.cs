using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>How one place is written. Coordinates are WGS 84 degrees, longitude first.</summary>
public static class PlaceJson
{
    /// <summary>Id, names of itself and of what holds it, and the point.</summary>
    public static void WriteIdentity(this Utf8JsonWriter json, Place place, Places places)
    {
        var chain = places.SelfAndAncestors(place).ToList();
        json.WriteString("id", place.Id);
        json.WriteString("name", place.Name);
        json.WriteString("kind", JsonText.Word(place.Kind));
        json.WriteString("district", NameOf(chain, PlaceKind.District));
        json.WriteString("province", NameOf(chain, PlaceKind.Province));
        json.WriteString("country", place.Country);
        json.WriteNumber("lon", place.Lon);
        json.WriteNumber("lat", place.Lat);
    }

    /// <summary>The name of the place of that kind among a place and what holds it; null where there is none.</summary>
    public static string? NameOf(IEnumerable<Place> chain, PlaceKind kind) => chain.FirstOrDefault(place => place.Kind == kind)?.Name;
}
