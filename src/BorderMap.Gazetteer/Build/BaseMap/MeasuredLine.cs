using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>The Durand Line as the program will measure along it, from the files that the build has just written.</summary>
internal static class MeasuredLine
{
    public static DurandLine Read(BuildState state, CancellationToken cancellation)
    {
        var folder = Path.Combine(state.Data, "gazetteer");
        var detailed = LineRows.ReadLine(GazetteerFile.Read(folder, "durand-line.tsv", cancellation));
        return new DurandLine(detailed, LineRows.ReadPositions(GazetteerFile.Read(folder, "durand-spine.tsv", cancellation), detailed), (_, _) => null);
    }

    /// <summary>The position of a point on the line, in kilometres with one decimal.</summary>
    public static double Km(this DurandLine line, double lon, double lat) => Math.Round(line.Locate(lon, lat, 0).PositionKm!.Value, 1);
}
