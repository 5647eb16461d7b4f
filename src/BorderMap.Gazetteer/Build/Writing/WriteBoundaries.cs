using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Writing;

/// <summary>Step: writes <c>boundaries.tsv</c>, each a MultiPolygon with four decimals, the grid of the tiling.</summary>
internal static class WriteBoundaries
{
    public static void Do(BuildState state, CancellationToken cancellation) => TextFile.Write(
        state.GazetteerFile("boundaries.tsv"),
        state.Boundaries.Select(pair => $"{pair.Key}\t{GeoJsonText.Of(Many(pair.Value), 4)}").Prepend("id\tgeometry"));

    private static MultiPolygon Many(Geometry area) => area as MultiPolygon ?? area.Factory.CreateMultiPolygon([(Polygon)area]);
}
