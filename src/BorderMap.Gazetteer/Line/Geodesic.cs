namespace BorderMap.Gazetteer.Line;

/// <summary>
/// Distance and direction on the WGS 84 ellipsoid: Vincenty's inverse formula (Survey Review XXIII 176, 1975), within a millimetre wherever it
/// converges, which is everywhere but near the antipodes. The sphere of the mean radius is up to 0.56 % off.
/// </summary>
internal static class Geodesic
{
    private const double EquatorKm = 6378.137;
    private const double Flattening = 1 / 298.257223563;
    private const double PoleKm = EquatorKm * (1 - Flattening);
    private const int MostRounds = 50;
    private const double Converged = 1e-12;

    /// <summary>Kilometres from one position to another, and the direction in which one sets out: degrees clockwise from north, 0 to 360.</summary>
    public static (double Km, double BearingDegrees) Between(GeoPoint from, GeoPoint to)
    {
        var (sinU1, cosU1) = Reduced(from.Lat);
        var (sinU2, cosU2) = Reduced(to.Lat);
        var difference = double.DegreesToRadians(to.Lon - from.Lon);
        var lambda = difference;
        for (var round = 0; round < MostRounds; round++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var (east, north) = (cosU2 * sinLambda, (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda));
            var sinSigma = Math.Sqrt((east * east) + (north * north));
            if (sinSigma == 0)
            {
                return (0, 0);
            }
            var cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cos2Alpha = 1 - (sinAlpha * sinAlpha);
            var cos2Middle = cos2Alpha == 0 ? 0 : cosSigma - (2 * sinU1 * sinU2 / cos2Alpha);
            var c = Flattening / 16 * cos2Alpha * (4 + (Flattening * (4 - (3 * cos2Alpha))));
            var before = lambda;
            lambda = difference + ((1 - c) * Flattening * sinAlpha
                * (sigma + (c * sinSigma * (cos2Middle + (c * cosSigma * (-1 + (2 * cos2Middle * cos2Middle)))))));
            if (Math.Abs(lambda - before) < Converged)
            {
                return (Km(cos2Alpha, cos2Middle, sigma, sinSigma, cosSigma), Bearing(east, north));
            }
        }
        return OnTheSphere(from, to);
    }

    private static double Km(double cos2Alpha, double cos2Middle, double sigma, double sinSigma, double cosSigma)
    {
        var u2 = cos2Alpha * ((EquatorKm * EquatorKm) - (PoleKm * PoleKm)) / (PoleKm * PoleKm);
        var a = 1 + (u2 / 16384 * (4096 + (u2 * (-768 + (u2 * (320 - (175 * u2)))))));
        var b = u2 / 1024 * (256 + (u2 * (-128 + (u2 * (74 - (47 * u2))))));
        var square = cos2Middle * cos2Middle;
        var correction = b * sinSigma * (cos2Middle + (b / 4 * ((cosSigma * (-1 + (2 * square)))
            - (b / 6 * cos2Middle * (-3 + (4 * sinSigma * sinSigma)) * (-3 + (4 * square))))));
        return PoleKm * a * (sigma - correction);
    }

    private static (double Sin, double Cos) Reduced(double lat)
    {
        var u = Math.Atan((1 - Flattening) * Math.Tan(double.DegreesToRadians(lat)));
        return Math.SinCos(u);
    }

    private static (double Km, double BearingDegrees) OnTheSphere(GeoPoint from, GeoPoint to)
    {
        var (sinFrom, cosFrom) = Math.SinCos(double.DegreesToRadians(from.Lat));
        var (sinTo, cosTo) = Math.SinCos(double.DegreesToRadians(to.Lat));
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(to.Lon - from.Lon));
        return (SpherePoint.Of(from.Lon, from.Lat).KmTo(SpherePoint.Of(to.Lon, to.Lat)), Bearing(cosTo * sin, (cosFrom * sinTo) - (sinFrom * cosTo * cos)));
    }

    private static double Bearing(double east, double north) => (double.RadiansToDegrees(Math.Atan2(east, north)) + 360) % 360;
}
