using NetTopologySuite.Geometries;

namespace NetTopologySuite.IO;

/// <summary>Writes geometries in PostGIS's EWKB, little endian, with the SRID where the geometry has one.</summary>
public sealed class PostGisWriter
{
    /// <summary>Which ordinates may be written; of these, those that the geometry has. X and Y always.</summary>
    public Ordinates HandleOrdinates { get; set; } = Ordinates.XYZM;

    /// <summary>Writes one geometry at the stream's position; the stream stays open.</summary>
    public void Write(Geometry geometry, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new WKBWriter(ByteOrder.LittleEndian, handleSRID: geometry.SRID > 0) { Strict = false, HandleOrdinates = HandleOrdinates & OrdinatesOf(geometry) };
        stream.Write(writer.Write(geometry));
    }

    private static Ordinates OrdinatesOf(Geometry geometry)
    {
        var found = new FoundOrdinates();
        geometry.Apply(found);
        return found.Ordinates;
    }

    /// <summary>The ordinates that any of the coordinates has; a factory may leave room for a Z that nobody gave.</summary>
    private sealed class FoundOrdinates : IEntireCoordinateSequenceFilter
    {
        public Ordinates Ordinates { get; private set; } = Ordinates.XY;
        public bool Done => Ordinates == Ordinates.XYZM;
        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count && !Done; i++)
            {
                if (sequence.HasZ && !double.IsNaN(sequence.GetZ(i)))
                    Ordinates |= Ordinates.Z;
                if (sequence.HasM && !double.IsNaN(sequence.GetM(i)))
                    Ordinates |= Ordinates.M;
            }
        }
    }
}
