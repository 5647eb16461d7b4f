using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>Both countries as tiles that share their edges.</summary>
/// <param name="Units">The districts, and the provinces that have none.</param>
/// <param name="Arcs">The edges; their sides are indices of <paramref name="Units"/>.</param>
internal sealed record Tiles(IReadOnlyList<Entry> Units, IReadOnlyList<Arc> Arcs)
{
    /// <summary>The same tiles with simpler edges.</summary>
    /// <param name="toleranceM">Metres.</param>
    /// <param name="lineToleranceM">Metres, for the edges where the two countries meet.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    public Tiles Generalise(double toleranceM, double lineToleranceM, CancellationToken cancellation) =>
        this with { Arcs = SimplifyArcs.Do(Arcs, arc => PartsCountries(arc) ? lineToleranceM : toleranceM, cancellation) };

    /// <summary>The area of a country, province or district; null where no tile belongs to it.</summary>
    public Geometry? Area(Entry place)
    {
        var members = Enumerable.Range(0, Units.Count).Where(index => Belongs(Units[index], place)).ToHashSet();
        return members.Count == 0 ? null : Boundaries.Arcs.Area(Arcs, members.Contains);
    }

    /// <summary>The line in which the two countries meet.</summary>
    public Geometry Line()
    {
        var merger = new LineMerger();
        merger.Add(LineArcs().Select(arc => Grid.Factory.CreateLineString(arc.Path)));
        return Grid.Factory.BuildGeometry(merger.GetMergedLineStrings().Cast<Geometry>().OrderBy(line => line.Coordinate)).Normalized();
    }

    /// <summary>The edges where the two countries meet.</summary>
    public IEnumerable<Arc> LineArcs() => Arcs.Where(PartsCountries);

    private bool PartsCountries(Arc arc) => arc is { One: >= 0, Other: >= 0 } && Units[arc.One].Country != Units[arc.Other].Country;

    private static bool Belongs(Entry unit, Entry place) => place.Kind == PlaceKind.Country ? unit.Country == place.Country : unit == place || unit.ProvinceId == place.Id;
}
