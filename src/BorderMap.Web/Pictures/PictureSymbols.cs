using System.Text;

namespace BorderMap.Web.Pictures;

/// <summary>A colour and a shape a family, as the map has them: told apart with every common colour blindness, and in grey by shape.</summary>
internal static class PictureSymbols
{
    public const string Mixed = "#5c666c";

    private static readonly (double X, double Y)[] Chevron = [(-0.85, -0.95), (0.15, -0.95), (1, 0), (0.15, 0.95), (-0.85, 0.95), (-0.1, 0)];
    private static readonly (double X, double Y)[] Cross = [(-1, -0.55), (-0.55, -1), (0, -0.45), (0.55, -1), (1, -0.55), (0.45, 0), (1, 0.55), (0.55, 1), (0, 0.45), (-0.55, 1), (-1, 0.55), (-0.45, 0)];
    private static readonly (double X, double Y)[] Gate = [(-1, -0.55), (1, -0.55), (1, 0.55), (-1, 0.55)];
    private static readonly (double X, double Y)[] Fence = [(-0.95, -0.6), (-0.5, -1), (-0.05, -0.6), (0.05, -0.6), (0.5, -1), (0.95, -0.6), (0.95, 0.9), (-0.95, 0.9)];

    public static string Colour(string? family) => family switch
    {
        "combat" => "#c8421c",
        "air" => "#0069a8",
        "explosive" => "#e08e00",
        "infiltration" => "#7a4fa3",
        "killing" => "#30383d",
        "custody" => "#b0608f",
        "crossing" => "#00866a",
        "truce" => "#3f9e3a",
        "fence" => "#8a6a3c",
        "other" => "#7b868c",
        _ => Mixed,
    };

    /// <summary>The outline of a family's shape about a point, of the weight of a circle of that radius.</summary>
    public static string Path(string? family, double x, double y, double r) => family switch
    {
        "air" => Points(x, y + (r * 0.18), r * 1.28, Polygon(3, -Math.PI / 2)),
        "explosive" => Points(x, y, 1, Star(r * 1.3, r * 0.72, 8)),
        "infiltration" => Points(x, y, r * 1.1, Chevron),
        "killing" => Points(x, y, r * 1.12, Cross),
        "custody" => Points(x, y, r * 1.22, Polygon(4, -Math.PI / 4)),
        "crossing" => Points(x, y, r * 1.15, Gate),
        "fence" => Points(x, y, r * 1.1, Fence),
        "other" => Circle(x, y, r * 0.8),
        _ => Circle(x, y, r),
    };

    private static string Circle(double x, double y, double r) =>
        $"M{PicturePaths.Px(x - r)} {PicturePaths.Px(y)}a{PicturePaths.Px(r)} {PicturePaths.Px(r)} 0 1 0 {PicturePaths.Px(2 * r)} 0a{PicturePaths.Px(r)} {PicturePaths.Px(r)} 0 1 0 {PicturePaths.Px(-2 * r)} 0Z";

    private static string Points(double x, double y, double r, IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var point in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(PicturePaths.Px(x + (point.X * r))).Append(' ').Append(PicturePaths.Px(y + (point.Y * r)));
        }
        return path.Append('Z').ToString();
    }

    private static (double X, double Y)[] Polygon(int sides, double turn) =>
        [.. Enumerable.Range(0, sides).Select(at => (Math.Cos(turn + (2 * Math.PI * at / sides)), Math.Sin(turn + (2 * Math.PI * at / sides))))];

    private static (double X, double Y)[] Star(double outer, double inner, int tips) => [.. Enumerable.Range(0, tips * 2).Select(at =>
    {
        var r = at % 2 == 0 ? outer : inner;
        return (r * Math.Sin(Math.PI * at / tips), -r * Math.Cos(Math.PI * at / tips));
    })];
}
