namespace BorderMap.Gazetteer.Line;

/// <summary>
/// A position of the WGS 84 ellipsoid in space, in units of the Earth's mean radius, so that it lies near the unit sphere: distances need no map
/// projection and hold anywhere on the line.
/// </summary>
internal readonly record struct SpherePoint(double X, double Y, double Z)
{
    /// <summary>IUGG mean radius of the Earth (Moritz 2000, Geodetic Reference System 1980).</summary>
    public const double EarthKm = 6371.0088;

    private const double EquatorOfMean = 6378.137 / EarthKm;
    private const double SquaredEccentricity = 0.00669437999014;

    /// <param name="lon">Degrees east.</param>
    /// <param name="lat">Degrees north.</param>
    public static SpherePoint Of(double lon, double lat)
    {
        var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(lon));
        var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(lat));
        var normal = EquatorOfMean / Math.Sqrt(1 - (SquaredEccentricity * sinLat * sinLat));
        return new SpherePoint(normal * cosLat * cosLon, normal * cosLat * sinLon, normal * (1 - SquaredEccentricity) * sinLat);
    }

    public static SpherePoint operator -(SpherePoint a, SpherePoint b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public double Dot(SpherePoint other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public SpherePoint Cross(SpherePoint o) => new((Y * o.Z) - (Z * o.Y), (Z * o.X) - (X * o.Z), (X * o.Y) - (Y * o.X));

    /// <summary>
    /// The length along the surface of a chord given by its square, bent as the mean sphere: within 2 cm of the ellipsoid's at 100 km, 2 m at 500 km.
    /// </summary>
    public static double KmOfChord(double squared) => 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(squared) / 2));

    public double KmTo(SpherePoint other)
    {
        var chord = this - other;
        return KmOfChord(chord.Dot(chord));
    }
}
