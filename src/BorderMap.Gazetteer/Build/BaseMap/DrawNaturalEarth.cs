using BorderMap.Gazetteer.Build.Reading;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>Step: <c>disputed.json</c> and <c>water.json</c>.</summary>
internal static class DrawNaturalEarth
{
    public static void Do(BuildState state, CancellationToken cancellation)
    {
        var areas = NaturalEarthReader.Read(state.From, "ne_10m_disputed_areas")
            .Select(f => new Feature(Simpler(f.Geometry), ("kind", "area"), ("name", f.Text("BRK_NAME")), ("note", f.Text("NOTE_BRK"))));
        var lines = NaturalEarthReader.Read(state.From, "ne_10m_boundary_lines_disputed")
            .Select(f => new Feature(Simpler(f.Geometry), ("kind", "line"), ("name", f.Text("name")), ("note", f.Text("note")?.Trim('(', ')'))));
        Feature.WriteAll(state.BaseMapFile("disputed.json"), areas.Concat(lines), Layers.Decimals);
        Feature.WriteAll(state.BaseMapFile("water.json"), Water(state, "ne_10m_lakes", "lake").Concat(Water(state, "ne_10m_rivers", "river")), Layers.Decimals);
    }

    /// <summary>Natural Earth's <c>scalerank</c> (0 the largest, 12 the smallest) is kept as <c>rank</c>.</summary>
    private static IEnumerable<Feature> Water(BuildState state, string layer, string kind) => NaturalEarthReader.Read(state.From, layer)
        .Select(f => new Feature(Simpler(f.Geometry), ("kind", kind), ("name", f.Text("name")), ("rank", (int)f.Number("scalerank"))));

    private static Geometry Simpler(Geometry geometry) =>
        NetTopologySuite.Simplify.TopologyPreservingSimplifier.Simplify(geometry, Layers.ToleranceM / 111_195);
}
