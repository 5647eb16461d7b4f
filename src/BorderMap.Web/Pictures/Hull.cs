namespace BorderMap.Web.Pictures;

/// <summary>The outline about some points.</summary>
internal static class Hull
{
    /// <summary>The corners of the convex hull, in order; all points where there are fewer than three.</summary>
    public static IReadOnlyList<(double X, double Y)> Of(IEnumerable<(double X, double Y)> points)
    {
        var sorted = points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y).ToList();
        return sorted.Count < 3 ? sorted : [.. Half(sorted), .. Half(sorted.AsEnumerable().Reverse())];
    }

    private static List<(double X, double Y)> Half(IEnumerable<(double X, double Y)> points)
    {
        var chain = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            while (chain.Count > 1 && Turn(chain[^2], chain[^1], point) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }
            chain.Add(point);
        }
        chain.RemoveAt(chain.Count - 1);
        return chain;
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
