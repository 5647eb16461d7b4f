using BorderMap.Incidents;
using BorderMap.PostGis.Reading;
using Npgsql;

namespace BorderMap.PostGis.Tiles;

/// <summary>
/// Incidents as vector tiles: below <see cref="SpotZoom"/>, and wherever there are too many, what lies near together is one point with a count and the
/// reported range. Every located incident is in one tile of each zoom, so that counts add up; no tile is larger than <see cref="MostBytes"/>.
/// </summary>
internal sealed class IncidentTiles(PublicConnections source)
{
    /// <summary>From this zoom on incidents stand singly.</summary>
    public const int SpotZoom = 8;

    /// <summary>From this zoom on they have their title and place.</summary>
    public const int TitleZoom = 12;

    /// <summary>The most incidents that stand singly in one tile.</summary>
    public const int MostSpots = 4_000;

    public const int MostBytes = 500_000;

    /// <summary>Cells from side to side, until the tile is small enough; the last one always is.</summary>
    private static readonly int[] Grids = [64, 32, 16];

    public async Task<byte[]> ReadAsync(IncidentFilter filter, TileAddress tile, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (tile.Z >= SpotZoom && await AskAsync(connection, Spots(tile), filter, tile, cancellation) is { Length: <= MostBytes } spots)
            return spots;
        foreach (var grid in Grids)
            if (await AskAsync(connection, SqlFiles.Read("tile_cells").Replace("{cell}", $"{TileAddress.Extent / grid}", StringComparison.Ordinal), filter, tile, cancellation) is { Length: <= MostBytes } cells)
                return cells;
        throw new InvalidOperationException($"The tile {tile} is too large whatever its cells.");
    }

    private static string Spots(TileAddress tile) => SqlFiles.Read("tile_spots").Replace("{most}", $"{MostSpots}", StringComparison.Ordinal)
        .Replace("{titles}", tile.Z >= TitleZoom ? SqlFiles.Read("tile_titles") : "", StringComparison.Ordinal);

    /// <returns>The tile; null where incidents are too many to stand singly.</returns>
    private static async Task<byte[]?> AskAsync(NpgsqlConnection connection, string sql, IncidentFilter filter, TileAddress tile, CancellationToken cancellation)
    {
        var shown = FilterSql.Build(filter);
        var text = sql.Replace("{rows}", SqlFiles.Read("tile_rows"), StringComparison.Ordinal).Replace("{shown}", shown.Where, StringComparison.Ordinal);
        var box = tile.Box();
        return await connection.ScalarAsync(text,
            [
                .. PublicIncidents.Bound(shown), new("across", tile.Across), new("left", (double)tile.X * TileAddress.Extent), new("top", (double)tile.Y * TileAddress.Extent),
                new("west", box.MinLon), new("south", box.MinLat), new("east", box.MaxLon), new("north", box.MaxLat),
            ], cancellation) as byte[];
    }
}
