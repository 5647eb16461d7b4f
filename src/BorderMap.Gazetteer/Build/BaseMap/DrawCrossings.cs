using System.Globalization;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>Step: <c>crossings.json</c> from the curated <c>gazetteer/crossings.csv</c>.</summary>
internal static class DrawCrossings
{
    internal const string File = "crossings.csv";
    private const string Header = "id,name,lon,lat,radius_m,country,names,coord_source";

    public static void Do(BuildState state, CancellationToken cancellation) =>
        Feature.WriteAll(state.BaseMapFile("crossings.json"), Read(System.IO.File.ReadAllLines(state.GazetteerFile(File))), Layers.Decimals + 1);

    internal static IEnumerable<Feature> Read(string[] lines)
    {
        if (lines.Length == 0 || lines[0] != Header)
        {
            throw new GazetteerFormatException(File, 1, $"the header is not '{Header}'");
        }
        for (var i = 1; i < lines.Length; i++)
        {
            // The columns used here stand before the first one that may hold a quoted comma.
            var columns = lines[i].Split(',');
            if (columns.Length < 8 || !Number(columns[2], out var lon) || !Number(columns[3], out var lat) || columns[0].Contains('"') || columns[1].Contains('"'))
            {
                throw new GazetteerFormatException(File, i + 1, "needs id, name, lon, lat as the first four of eight columns");
            }
            yield return new Feature(new Point(lon, lat), ("id", columns[0]), ("name", columns[1]));
        }
    }

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
