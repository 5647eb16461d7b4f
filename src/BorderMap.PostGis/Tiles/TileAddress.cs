using BorderMap.Incidents;

namespace BorderMap.PostGis.Tiles;

/// <summary>A square of the world's map in Web Mercator: at zoom z the world is 2^z tiles wide; x counts from the west, y from the north.</summary>
public readonly record struct TileAddress(int Z, int X, int Y)
{
    /// <summary>The units that a tile is wide: what coordinates within it count in.</summary>
    public const int Extent = 4096;

    /// <summary>How many units the world is wide at this zoom.</summary>
    internal double Across => (double)Extent * (1L << Z);

    /// <summary>Its box, WGS 84 degrees, a hair wider than it is; points that are not in it after all are left out by their units.</summary>
    /// <param name="margin">How far around it, as a share of its width.</param>
    public Bbox Box(double margin = 1e-6) => new(Lon(X - margin), Lat(Y + 1 + margin), Lon(X + 1 + margin), Lat(Y - margin));

    private double Lon(double x) => Math.Clamp(x / (1L << Z) * 360 - 180, -180, 180);

    private double Lat(double y) => Math.Clamp(Math.Atan(Math.Sinh(Math.PI * (1 - 2 * y / (1L << Z)))) * 180 / Math.PI, -90, 90);
}
