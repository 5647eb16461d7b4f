using NetTopologySuite.Geometries;

namespace NetTopologySuite.IO;

/// <summary>Writes geometries in PostGIS's EWKB, little endian, with the SRID where the geometry has one.</summary>
public sealed class PostGisWriter
{
    private readonly WKBWriter writer = new(ByteOrder.LittleEndian, handleSRID: true) { Strict = false };

    /// <summary>Which ordinates are written where the geometry has them; X and Y always.</summary>
    public Ordinates HandleOrdinates
    {
        get => writer.HandleOrdinates;
        set => writer.HandleOrdinates = value;
    }

    /// <summary>Writes one geometry at the stream's position.</summary>
    public void Write(Geometry geometry, Stream stream) => writer.Write(geometry, stream);
}
