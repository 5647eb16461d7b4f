namespace BorderMap.Gazetteer.Coordinates;

/// <summary>Makes a position of two angles: decides which is the latitude, and checks both.</summary>
internal static class AnglePair
{
    private const double MetresOfDegree = 111_320;

    /// <param name="first">As written first.</param>
    /// <param name="second">As written second.</param>
    public static CoordinateReading Read(Angle first, Angle second) => (first.Axis, second.Axis) switch
    {
        (Axis.Lat, Axis.Lat) => CoordinateProblems.Twice("latitude", $"{first.Text}, {second.Text}"),
        (Axis.Lon, Axis.Lon) => CoordinateProblems.Twice("longitude", $"{first.Text}, {second.Text}"),
        (Axis.Lat, _) or (_, Axis.Lon) => At(first, second, null),
        (Axis.Lon, _) or (_, Axis.Lat) => At(second, first, null),
        _ => Ordered(first, second),
    };

    /// <summary>The region decides, for none of its latitudes is a longitude of it; outside it latitude comes first, unless it cannot be one.</summary>
    private static CoordinateReading Ordered(Angle first, Angle second)
    {
        var isLatFirst = Region.Holds(Point(first, second)) || (!Region.Holds(Point(second, first)) && (first.IsLatitude || !second.IsLatitude));
        return isLatFirst ? At(first, second, "read as latitude, longitude") : At(second, first, "read as longitude, latitude");
    }

    private static CoordinateReading At(Angle lat, Angle lon, string? assumed)
    {
        if (!lat.IsLatitude)
        {
            return CoordinateProblems.OutOfRange("latitude", lat.Text, -90, 90);
        }
        if (!lon.IsLongitude)
        {
            return CoordinateProblems.OutOfRange("longitude", lon.Text, -180, 180);
        }
        var radius = Math.Sqrt(Square(lat.Step) + Square(lon.Step * Math.Cos(double.DegreesToRadians(lat.Degrees)))) * MetresOfDegree / 2;
        return new CoordinateReading.Found(Point(lat, lon), lat.Fields > lon.Fields ? lat.Notation : lon.Notation, Math.Max(1, radius), assumed);
    }

    private static GeoPoint Point(Angle lat, Angle lon) => new(lon.Degrees, lat.Degrees);

    private static double Square(double value) => value * value;
}
