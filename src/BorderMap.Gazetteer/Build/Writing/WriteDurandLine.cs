using System.Globalization;
using BorderMap.Gazetteer.Build.Boundaries;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Writing;

/// <summary>Step: writes the detailed line and its spine, along which positions are measured.</summary>
internal static class WriteDurandLine
{
    /// <summary>Metres; wide enough to leave the meanders out, which would make positions along the line depend on its level of detail.</summary>
    public const double SpineToleranceM = 5_000;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        TextFile.Write(state.GazetteerFile("durand-line.tsv"), Rounded(state.Line.Coordinates).Select(c => $"{Degrees(c.X)}\t{Degrees(c.Y)}").Prepend("lon\tlat"));
        TextFile.Write(state.GazetteerFile("durand-spine.tsv"),
            Spine(state.Line).Select(p => $"{Degrees(p.At.X)}\t{Degrees(p.At.Y)}\t{p.Km.ToString("0.000", CultureInfo.InvariantCulture)}").Prepend("lon\tlat\tkm"));
    }

    /// <summary>The positions of the spine, with the kilometres from the tripoint with Iran.</summary>
    internal static IEnumerable<(Coordinate At, double Km)> Spine(LineString line)
    {
        var km = 0.0;
        Coordinate? last = null;
        foreach (var at in Rounded(DouglasPeucker.Simplify(line.Coordinates, SpineToleranceM)))
        {
            km += last is null ? 0 : Geo.DistanceM(last.X, last.Y, at.X, at.Y) / 1000;
            yield return (at, km);
            last = at;
        }
    }

    private static IEnumerable<Coordinate> Rounded(IEnumerable<Coordinate> path)
    {
        Coordinate? last = null;
        foreach (var at in path.Select(c => new Coordinate(Math.Round(c.X, 5), Math.Round(c.Y, 5))).Where(c => last is null || !c.Equals2D(last)))
        {
            yield return last = at;
        }
    }

    private static string Degrees(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);
}
