using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Gazetteer.Reversing;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>How a position and what is known of it are written.</summary>
public static class ReversalJson
{
    /// <param name="json">Where to write the members.</param>
    /// <param name="reversal">What is known of the position.</param>
    /// <param name="read">How the position was asked for.</param>
    /// <param name="language">The language of the names; the words that place it are English.</param>
    public static void Write(Utf8JsonWriter json, Reversal reversal, CoordinateReading.Found read, NameLanguage language)
    {
        json.WriteString("lang", language.Tag);
        json.WriteNumber("lon", Math.Round(reversal.Point.Lon, 6));
        json.WriteNumber("lat", Math.Round(reversal.Point.Lat, 6));
        json.WriteString("notation", JsonSerializer.Serialize(read.Notation).Trim('"'));
        json.WriteNumber("precision_m", Math.Round(read.PrecisionM, 1));
        json.WriteString("assumed", read.Assumed);
        json.WritePropertyName("district");
        PlaceJson.WriteReference(json, reversal.District, language);
        json.WritePropertyName("province");
        PlaceJson.WriteReference(json, reversal.Province, language);
        json.WriteString("country", reversal.Country?.Country);
        json.WriteString("problem", reversal.Problem);
        PlaceJson.WriteLine(json, reversal.Line);
        json.WriteString("words", reversal.Words);
        json.WriteString("mgrs", reversal.Mgrs);
        json.WriteString("utm", reversal.Utm);
        json.WriteString("dms", reversal.Dms);
        WriteNeighbours(json, "nearest", reversal.Nearest, language);
        WriteNeighbours(json, "crossings", reversal.Crossings, language);
    }

    private static void WriteNeighbours(Utf8JsonWriter json, string name, IReadOnlyList<Neighbour> neighbours, NameLanguage language)
    {
        json.WriteStartArray(name);
        foreach (var neighbour in neighbours)
        {
            json.WriteStartObject();
            json.WriteString("id", neighbour.Place.Id);
            json.WriteString("name", language.NameOf(neighbour.Place).Text);
            json.WriteString("kind", JsonText.Word(neighbour.Place.Kind));
            json.WriteNumber("lon", neighbour.Place.Lon);
            json.WriteNumber("lat", neighbour.Place.Lat);
            json.WriteNumber("km", Math.Round(neighbour.Km, 2));
            json.WriteNumber("bearing", Math.Round(neighbour.BearingDegrees));
            json.WriteString("words", neighbour.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
