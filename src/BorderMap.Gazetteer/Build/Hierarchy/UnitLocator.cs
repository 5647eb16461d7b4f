using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace BorderMap.Gazetteer.Build.Hierarchy;

/// <summary>Finds the unit (a district, or a province that has none) that holds or is nearest to a position.</summary>
internal sealed class UnitLocator
{
    private const double MetresPerDegree = 111_195;
    private readonly STRtree<(Entry Unit, IndexedPointInAreaLocator Area)> _tree = new();

    public UnitLocator(IEnumerable<Entry> units)
    {
        foreach (var unit in units)
        {
            _tree.Insert(unit.Shape!.EnvelopeInternal, (unit, new IndexedPointInAreaLocator(unit.Shape)));
        }
        _tree.Build();
    }

    /// <summary>The unit of that country that holds the position; of several, the one with the lowest id.</summary>
    public Entry? Holding(string country, double lon, double lat)
    {
        var position = new Coordinate(lon, lat);
        return _tree.Query(new Envelope(position))
            .Where(hit => hit.Unit.Country == country && hit.Area.Locate(position) != Location.Exterior)
            .Select(hit => hit.Unit).MinBy(unit => unit.Id);
    }

    /// <summary>The unit of that country nearest to the position, within <paramref name="withinM"/> metres.</summary>
    public Entry? Nearest(string country, double lon, double lat, double withinM)
    {
        var reach = new Envelope(new Coordinate(lon, lat));
        reach.ExpandBy(withinM / MetresPerDegree / Math.Cos(double.DegreesToRadians(lat)), withinM / MetresPerDegree);
        return _tree.Query(reach)
            .Where(hit => hit.Unit.Country == country)
            .Select(hit => (hit.Unit, Distance: Geo.DistanceM(hit.Unit.Shape!, lon, lat)))
            .Where(hit => hit.Distance <= withinM)
            .OrderBy(hit => hit.Distance).ThenBy(hit => hit.Unit.Id)
            .Select(hit => hit.Unit).FirstOrDefault();
    }
}
