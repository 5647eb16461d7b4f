using BorderMap.Incidents.Exporting;
using BorderMap.PostGis;

namespace BorderMap.Web.Tiles;

/// <summary>Something that is served as vector tiles: one layer of the same name.</summary>
/// <param name="Name">As the address has it.</param>
/// <param name="Layer">What it shows.</param>
/// <param name="Description">In a sentence or two.</param>
/// <param name="MinZoom">Below it there are no tiles.</param>
/// <param name="MaxZoom">Above it clients enlarge the tiles of this zoom.</param>
/// <param name="Fields">The attributes with what they mean.</param>
public sealed record TileSet(string Name, TileLayer Layer, string Description, int MinZoom, int MaxZoom, IReadOnlyList<TileField> Fields)
{
    /// <summary>The finest zoom: a unit is half a metre there.</summary>
    private const int Finest = 14;

    private static readonly TileField[] PlaceFields = [new("id", "The place's id."), new("kind", "The kind of place."), new("name", "Its name in Latin script."), new("country", "AF or PK."), new("province", "The id of its province.")];
    private static readonly TileField[] SpotFields = [.. PlaceFields, new("district", "The id of its district."), new("radius_m", "It lies within so many metres of the point.", "Number")];

    public static IReadOnlyList<TileSet> All { get; } =
    [
        new("incidents", TileLayer.Incidents,
            "Located incidents, each in one tile of a zoom. Below zoom 8, and where they are many, one point stands for what lies near together: count says how many, and it says only what all of them share.",
            0, Finest,
            [
                new("count", "How many incidents the point stands for.", "Number"), .. Of("id", "kind", "family", "grade", "date_start", "date_end"),
                new("area", "Whether the place is known only to an area (a district or more, or more than 5 km): no spot, whatever the point.", "Boolean"), .. Of("precision", "radius_m", "killed_low", "killed_high"),
                new("without_figure", "Of several: how many give no figure of killed.", "Number"), new("title", "From zoom 12 on: what is reported."), new("place", "From zoom 12 on: the name of the place."),
            ]),
        new("places", TileLayer.Places, "Towns, villages and named areas of the gazetteer.", 10, Finest, SpotFields),
        new("districts", TileLayer.Districts, "Districts, generalised.", 4, 12, PlaceFields),
        new("provinces", TileLayer.Provinces, "Provinces, generalised.", 0, 12, PlaceFields),
        new("crossings", TileLayer.Crossings, "Border crossings.", 0, Finest, SpotFields),
        new("durand-line", TileLayer.DurandLine, "The Durand Line: Pakistan regards it as the international border, Afghanistan has not recognised it.", 0, 12, [new("name", "Its name.")]),
    ];

    public bool IsFiltered => Layer == TileLayer.Incidents;

    public static TileSet? Find(string name) => All.FirstOrDefault(one => one.Name == name);

    /// <summary>Attributes that downloads have too.</summary>
    private static IEnumerable<TileField> Of(params string[] names) => names.Select(name => ExportColumns.Properties.Single(column => column.Name == name))
        .Select(column => new TileField(column.Name, column.Meaning, column.Type is ExportType.Integer or ExportType.Number ? "Number" : "String"));
}

/// <summary>An attribute of a tile's features.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Type">As TileJSON names it.</param>
public sealed record TileField(string Name, string Meaning, string Type = "String");
