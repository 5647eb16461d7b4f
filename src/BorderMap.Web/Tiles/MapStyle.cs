using System.Text.Json;
using System.Text.Json.Nodes;

namespace BorderMap.Web.Tiles;

/// <summary>The whole map as a MapLibre style: our own base map, the Durand Line dashed, incidents; nothing from another host, hence no lettering.</summary>
internal static class MapStyle
{
    /// <summary>Colours of the families, as <c>tokens.css</c> has them by day.</summary>
    private static readonly (string Family, string Colour)[] Families =
    [
        ("combat", "#c8421c"), ("air", "#0069a8"), ("explosive", "#e08e00"), ("infiltration", "#7a4fa3"), ("killing", "#30383d"),
        ("custody", "#b0608f"), ("crossing", "#00866a"), ("truce", "#3f9e3a"), ("fence", "#8a6a3c"), ("other", "#7b868c"),
    ];

    /// <param name="address">Below which everything lies.</param>
    /// <param name="query">The filter, with its question mark; empty: none.</param>
    public static string Write(string address, string query) => new JsonObject
    {
        ["version"] = 8,
        ["name"] = "BorderMap",
        ["metadata"] = new JsonObject { ["licence"] = Incidents.Exporting.ExportHead.LicenceUrl },
        ["center"] = new JsonArray(69.5, 33),
        ["zoom"] = 5.2,
        ["sources"] = new JsonObject
        {
            ["countries"] = GeoJson(address, "countries"),
            ["water"] = GeoJson(address, "water"),
            ["provinces"] = Tiles(address, "provinces", ""),
            ["districts"] = Tiles(address, "districts", ""),
            ["durand-line"] = Tiles(address, "durand-line", ""),
            ["crossings"] = Tiles(address, "crossings", ""),
            ["incidents"] = Tiles(address, "incidents", query),
        },
        ["layers"] = JsonNode.Parse(Layers),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static string Layers => $$$"""
        [
          {"id":"background","type":"background","paint":{"background-color":"#dfe7ee"}},
          {"id":"land","type":"fill","source":"countries","paint":{"fill-color":"#f3f0ea","fill-outline-color":"#b8b2a7"}},
          {"id":"water","type":"fill","source":"water","filter":["==",["geometry-type"],"Polygon"],"paint":{"fill-color":"#bcd3e6"}},
          {"id":"rivers","type":"line","source":"water","filter":["==",["geometry-type"],"LineString"],"paint":{"line-color":"#bcd3e6","line-width":1}},
          {"id":"provinces","type":"line","source":"provinces","source-layer":"provinces","paint":{"line-color":"#a49c8f","line-width":0.8}},
          {"id":"districts","type":"line","source":"districts","source-layer":"districts","minzoom":7,"paint":{"line-color":"#c9c2b6","line-width":0.5}},
          {"id":"durand-line","type":"line","source":"durand-line","source-layer":"durand-line","paint":{"line-color":"#6b3a2e","line-width":1.6,"line-dasharray":[3,2]}},
          {"id":"crossings","type":"circle","source":"crossings","source-layer":"crossings","minzoom":6,"paint":{"circle-radius":2.5,"circle-color":"#ffffff","circle-stroke-color":"#3f3f46","circle-stroke-width":1}},
          {"id":"incident-areas","type":"circle","source":"incidents","source-layer":"incidents","filter":["==",["get","area"],true],
           "paint":{"circle-color":{{{Colour}}},"circle-opacity":["step",["get","radius_m"],0.12,20000,0.06,100000,0.02],"circle-stroke-color":{{{Colour}}},"circle-stroke-opacity":0.6,"circle-stroke-width":1,
           "circle-radius":["interpolate",["exponential",2],["zoom"],0,["/",["get","radius_m"],65500],14,["/",["get","radius_m"],3.998]]}},
          {"id":"incidents","type":"circle","source":"incidents","source-layer":"incidents","filter":["!=",["get","area"],true],
           "paint":{"circle-color":{{{Colour}}},"circle-opacity":0.85,"circle-stroke-color":"#ffffff","circle-stroke-width":0.8,
           "circle-radius":["interpolate",["linear"],["get","count"],1,4,10,8,100,14,1000,22]}}
        ]
        """;

    private static string Colour => $"[\"match\",[\"coalesce\",[\"get\",\"family\"],\"\"],{string.Join(',', Families.Select(one => $"\"{one.Family}\",\"{one.Colour}\""))},\"#52525b\"]";

    private static JsonObject GeoJson(string address, string name) => new() { ["type"] = "geojson", ["data"] = $"{address}/basemap/{name}.json" };

    private static JsonObject Tiles(string address, string name, string query) => new() { ["type"] = "vector", ["url"] = $"{address}/tiles/{name}.json{query}" };
}
