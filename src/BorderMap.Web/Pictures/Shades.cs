namespace BorderMap.Web.Pictures;

/// <summary>Values to colours, as the map has them: few classes with round bounds, each about as many times the one before, from light to dark, so that they are read in grey too.</summary>
internal static class Shades
{
    private const int Most = 6;

    private static readonly string[] Ramp = ["#fbdfae", "#f8bb6a", "#ee8f43", "#d25f2b", "#a2361f", "#5e1617"];
    private static readonly double[] Round = [1, 1.5, 2, 3, 5, 7, 10];

    /// <summary>The highest value of each class but the last.</summary>
    public static IReadOnlyList<int> Bounds(double most)
    {
        var bounds = new List<int>();
        for (var at = 0; at < Most - 1; at++)
        {
            var bound = Math.Max(Rounded(Math.Pow(Math.Max(1, most), at / (Most - 1.0))), bounds.Count == 0 ? 1 : bounds[^1] + 1);
            if (bound >= most)
            {
                break;
            }
            bounds.Add(bound);
        }
        return bounds;
    }

    /// <summary>The class of a value; -1 for none.</summary>
    public static int ClassOf(double value, IReadOnlyList<int> bounds) => value <= 0 ? -1 : bounds.TakeWhile(bound => value > bound).Count();

    public static string Colour(int at, int classes) => Ramp[classes <= 1 ? Ramp.Length - 2 : (int)Math.Round(at / (classes - 1.0) * (Ramp.Length - 1), MidpointRounding.AwayFromZero)];

    private static int Rounded(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return (int)Round.Select(digit => digit * power).Where(double.IsInteger).MinBy(round => Math.Abs(Math.Log(round / value)));
    }
}
