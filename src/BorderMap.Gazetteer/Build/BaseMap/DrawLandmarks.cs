using BorderMap.Gazetteer.Build.Boundaries;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>
/// Step: <c>landmarks.json</c>, by which a position along the Durand Line is understood: the crossings with their kilometres (rank 1 is the best known: the order
/// of the curated file), and the stretches along which each province lies.
/// </summary>
internal static class DrawLandmarks
{
    /// <summary>Kilometres: a shorter interruption, or a shorter touch of a province, is no landmark.</summary>
    private const double LeastKm = 3;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var line = MeasuredLine.Read(state, cancellation);
        Feature.WriteAll(state.BaseMapFile("landmarks.json"), [.. Crossings(state, line), .. Provinces(state, line)], Layers.Decimals);
    }

    private static IEnumerable<Feature> Crossings(BuildState state, DurandLine line) =>
        from ranked in DrawCrossings.Read(File.ReadAllLines(state.GazetteerFile(DrawCrossings.File))).Select((crossing, i) => (Crossing: crossing, Rank: i + 1))
        let at = (Point)ranked.Crossing.Geometry
        let km = line.Km(at.X, at.Y)
        orderby km
        select new Feature(at, [("kind", "crossing"), .. ranked.Crossing.Properties, ("km", km), ("rank", ranked.Rank)]);

    private static IEnumerable<Feature> Provinces(BuildState state, DurandLine line)
    {
        var stretches =
            from arc in state.Tiles.LineArcs()
            let km = (One: line.Km(arc.Path[0].X, arc.Path[0].Y), Other: line.Km(arc.Path[^1].X, arc.Path[^1].Y))
            from unit in new[] { state.Tiles.Units[arc.One], state.Tiles.Units[arc.Other] }
            select (Province: unit.ProvinceId is { } id ? state.Entries[id] : unit, From: Math.Min(km.One, km.Other), To: Math.Max(km.One, km.Other));
        return from province in stretches.GroupBy(stretch => stretch.Province)
               from stretch in Joined(province.Select(stretch => (stretch.From, stretch.To)))
               orderby province.Key.Country, stretch.From
               select new Feature(Course(line, stretch.From, stretch.To), ("kind", "province"), ("id", province.Key.Id.ToString()), ("name", province.Key.Name),
                   ("name_local", Layers.LocalName(province.Key)), ("country", province.Key.Country), ("from_km", stretch.From), ("to_km", stretch.To));
    }

    /// <summary>Stretches that meet or nearly meet are one.</summary>
    internal static IEnumerable<(double From, double To)> Joined(IEnumerable<(double From, double To)> stretches)
    {
        (double From, double To)? open = null;
        foreach (var next in stretches.Order())
        {
            if (open is { } so && next.From - so.To <= LeastKm)
            {
                open = (so.From, Math.Max(so.To, next.To));
                continue;
            }
            if (open is { } done && done.To - done.From >= LeastKm)
            {
                yield return done;
            }
            open = next;
        }
        if (open is { } last && last.To - last.From >= LeastKm)
        {
            yield return last;
        }
    }

    /// <summary>The line between two positions, as coarse as its spine.</summary>
    private static LineString Course(DurandLine line, double from, double to)
    {
        var part = line.Detailed.Coordinates.Where(c => line.Km(c.X, c.Y) is var km && km >= from && km <= to).ToList();
        return new LineString(DouglasPeucker.Simplify(part, Writing.WriteDurandLine.SpineToleranceM));
    }
}
