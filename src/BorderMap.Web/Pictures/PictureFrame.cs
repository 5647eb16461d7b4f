namespace BorderMap.Web.Pictures;

/// <summary>What a picture shows of the world, and where on it: web Mercator, the world 1 wide, x east and y south from its north-west corner.</summary>
/// <param name="Left">Of the picture's map, in pixels of the world at this scale.</param>
/// <param name="Top">Of the picture's map.</param>
/// <param name="Scale">Pixels that the world is wide.</param>
/// <param name="Width">Of the map, in pixels.</param>
/// <param name="Height">Of the map, in pixels.</param>
public sealed record PictureFrame(double Left, double Top, double Scale, int Width, int Height)
{
    /// <summary>Metres round the equator.</summary>
    private const double Equator = 40_075_017;

    /// <summary>Pixels that the world is wide at zoom 0.</summary>
    private const double Tile = 256;

    /// <summary>Room kept free at the edges, in pixels, so that no mark is cut.</summary>
    private const double Margin = 34;

    /// <summary>The nearest that a picture of one spot goes.</summary>
    private const double NearestZoom = 10;

    /// <summary>About the middle of a view, as the map's address has it.</summary>
    public static PictureFrame At(double zoom, double lat, double lon, int width, int height)
    {
        var scale = Tile * Math.Pow(2, zoom);
        return new((X(lon) * scale) - (width / 2.0), (Y(lat) * scale) - (height / 2.0), scale, width, height);
    }

    /// <summary>As near as the whole box, in degrees, fits in.</summary>
    public static PictureFrame Fit((double West, double South, double East, double North) box, int width, int height)
    {
        var (wide, high) = (Math.Max(X(box.East) - X(box.West), 1e-9), Math.Max(Y(box.South) - Y(box.North), 1e-9));
        var scale = Math.Min(Math.Min((width - (2 * Margin)) / wide, (height - (2 * Margin)) / high), Tile * Math.Pow(2, NearestZoom));
        var (x, y) = ((X(box.West) + X(box.East)) / 2, (Y(box.South) + Y(box.North)) / 2);
        return new((x * scale) - (width / 2.0), (y * scale) - (height / 2.0), scale, width, height);
    }

    public double Zoom => Math.Log2(Scale / Tile);

    /// <summary>Pixels from the map's left and top edge.</summary>
    public (double X, double Y) Pixel(double lon, double lat) => ((X(lon) * Scale) - Left, (Y(lat) * Scale) - Top);

    /// <summary>Pixels of a length on the ground at a latitude.</summary>
    public double Pixels(double metres, double lat) => metres / (Equator * Math.Cos(lat * Math.PI / 180)) * Scale;

    /// <summary>Metres of a pixel at the middle of the map.</summary>
    public double MetresAPixel
    {
        get
        {
            var y = (Top + (Height / 2.0)) / Scale;
            return Equator * Math.Cos(Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y))))) / Scale;
        }
    }

    public bool Holds(double x, double y, double slack = 0) => x >= -slack && y >= -slack && x <= Width + slack && y <= Height + slack;

    private static double X(double lon) => (lon + 180) / 360;

    private static double Y(double lat)
    {
        var sine = Math.Sin(Math.Clamp(lat, -85, 85) * Math.PI / 180);
        return 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI));
    }
}
