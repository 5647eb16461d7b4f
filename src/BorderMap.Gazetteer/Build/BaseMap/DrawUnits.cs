using BorderMap.Gazetteer.Build.Boundaries;
using BorderMap.Gazetteer.Build.Reading;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>Step: <c>countries.json</c>, <c>provinces.json</c>, <c>districts.json</c>, <c>line.json</c>.</summary>
internal static class DrawUnits
{
    private const string LineStatus = "Boundary in use since 1893; Afghanistan does not recognise it as an international border, Pakistan does";

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var tiles = state.Tiles.Generalise(Layers.ToleranceM, Layers.LineToleranceM, cancellation);
        var course = (LineString)tiles.Line();
        Feature.WriteAll(state.BaseMapFile("countries.json"), [.. Neighbours(state), .. Of(state, tiles, PlaceKind.Country)], Layers.Decimals);
        Feature.WriteAll(state.BaseMapFile("provinces.json"), Of(state, tiles, PlaceKind.Province), Layers.Decimals);
        Feature.WriteAll(state.BaseMapFile("districts.json"), Of(state, tiles, PlaceKind.District), Layers.Decimals);
        Feature.WriteAll(state.BaseMapFile("line.json"), [new Feature(course, ("name", "Durand Line"), ("status", LineStatus), ("km", Positions(course, MeasuredLine.Read(state, cancellation))))], Layers.Decimals);
    }

    /// <summary>The kilometres of each point of the simplified line; none less than the one before, though its corners are cut.</summary>
    private static double[] Positions(LineString course, DurandLine line)
    {
        var positions = course.Coordinates.Select(c => line.Km(c.X, c.Y)).ToArray();
        for (var i = 1; i < positions.Length; i++)
        {
            positions[i] = Math.Max(positions[i - 1], positions[i]);
        }
        return positions;
    }

    private static IEnumerable<Feature> Of(BuildState state, Tiles tiles, PlaceKind kind) =>
        from place in state.Entries.Values
        where place.Kind == kind
        let area = tiles.Area(place)
        where area is not null
        select kind == PlaceKind.Country
            ? new Feature(area, ("name", place.Name), ("iso", place.Country))
            : new Feature(area, ("id", place.Id.ToString()), ("name", place.Name), ("name_local", Layers.LocalName(place)),
                ("province", kind == PlaceKind.District && place.ProvinceId is { } id ? state.Entries[id].Name : null), ("country", place.Country));

    /// <summary>The countries around; the two themselves are drawn from their districts.</summary>
    private static IEnumerable<Feature> Neighbours(BuildState state) =>
        from country in NaturalEarthReader.Read(state.From, "ne_10m_countries")
        where country.Text("ISO_A2") is not ("AF" or "PK")
        orderby country.Text("ISO_A2")
        select new Feature(Coarser(country.Geometry), ("name", country.Text("NAME")), ("iso", country.Text("ISO_A2")));

    private static Geometry Coarser(Geometry area) =>
        NetTopologySuite.Simplify.TopologyPreservingSimplifier.Simplify(area, Layers.ToleranceM / 111_195);
}
