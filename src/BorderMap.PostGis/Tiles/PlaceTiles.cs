using BorderMap.Gazetteer;
using NetTopologySuite.Geometries;
using Npgsql;

namespace BorderMap.PostGis.Tiles;

/// <summary>The gazetteer as vector tiles: boundaries, points, and the Durand Line.</summary>
internal sealed class PlaceTiles(PublicConnections source)
{
    /// <summary>Drawn around a tile too, so that edges do not show: in units.</summary>
    private const int Buffer = 64;

    /// <summary>Boundaries of places of a kind.</summary>
    public Task<byte[]> BoundariesAsync(string layer, PlaceKind kind, TileAddress tile, CancellationToken cancellation) =>
        AskAsync("tile_boundaries", layer, tile, new("kinds", (string[])[EnumWords<PlaceKind>.Of(kind)]), cancellation);

    /// <summary>Points of places of some kinds.</summary>
    public Task<byte[]> PointsAsync(string layer, IEnumerable<PlaceKind> kinds, TileAddress tile, CancellationToken cancellation) =>
        AskAsync("tile_points", layer, tile, new("kinds", kinds.Select(EnumWords<PlaceKind>.Of).ToArray()), cancellation);

    /// <summary>A line, WGS 84.</summary>
    public Task<byte[]> LineAsync(string layer, LineString line, TileAddress tile, CancellationToken cancellation) =>
        AskAsync("tile_line", layer, tile, new("line", line), cancellation);

    private async Task<byte[]> AskAsync(string sql, string layer, TileAddress tile, NpgsqlParameter what, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var box = tile.Box((double)Buffer / TileAddress.Extent);
        return await connection.ScalarAsync(SqlFiles.Read(sql),
            [
                what, new("layer", layer), new("buffer", Buffer), new("z", tile.Z), new("x", tile.X), new("y", tile.Y),
                new("west", box.MinLon), new("south", box.MinLat), new("east", box.MaxLon), new("north", box.MaxLat),
            ], cancellation) as byte[] ?? [];
    }
}
