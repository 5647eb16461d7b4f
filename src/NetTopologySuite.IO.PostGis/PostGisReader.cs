using NetTopologySuite.Geometries;

namespace NetTopologySuite.IO;

/// <summary>Reads geometries in PostGIS's EWKB.</summary>
public sealed class PostGisReader
{
    private readonly WKBReader reader;

    /// <param name="factory">Makes the coordinate sequences.</param>
    /// <param name="precisionModel">The precision of what is read.</param>
    /// <param name="handleOrdinates">Which ordinates to keep; Z and M that are not among them are dropped.</param>
    public PostGisReader(CoordinateSequenceFactory factory, PrecisionModel precisionModel, Ordinates handleOrdinates)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var services = new NtsGeometryServices(factory, precisionModel, srid: -1);
        reader = new WKBReader(services) { HandleSRID = true, HandleOrdinates = handleOrdinates };
    }

    /// <summary>Reads one geometry from the stream's position.</summary>
    public Geometry Read(Stream stream) => reader.Read(stream);
}
