using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis.Tiles;

namespace BorderMap.PostGis;

/// <summary>What a tile shows.</summary>
public enum TileLayer { Incidents, Places, Districts, Provinces, Crossings, DurandLine }

/// <summary>Vector tiles of what is public, as Mapbox Vector Tiles of one layer, through the public role only. An empty one has no bytes.</summary>
public sealed class PublicTiles(Database database, Atlas atlas)
{
    private readonly IncidentTiles incidents = new(database.Public);
    private readonly PlaceTiles places = new(database.Public);

    /// <param name="layer">What it shows.</param>
    /// <param name="name">The name of the layer in it; that of incidents is <c>incidents</c>.</param>
    /// <param name="filter">Which incidents.</param>
    /// <param name="tile">Where.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<byte[]> ReadAsync(TileLayer layer, string name, IncidentFilter filter, TileAddress tile, CancellationToken cancellation) => layer switch
    {
        TileLayer.Incidents => incidents.ReadAsync(filter, tile, cancellation),
        TileLayer.Places => places.PointsAsync(name, [PlaceKind.Locality, PlaceKind.Area], tile, cancellation),
        TileLayer.Districts => places.BoundariesAsync(name, PlaceKind.District, tile, cancellation),
        TileLayer.Provinces => places.BoundariesAsync(name, PlaceKind.Province, tile, cancellation),
        TileLayer.Crossings => places.PointsAsync(name, [PlaceKind.Crossing], tile, cancellation),
        TileLayer.DurandLine => places.LineAsync(name, atlas.Line.Detailed, tile, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "unknown layer"),
    };
}
