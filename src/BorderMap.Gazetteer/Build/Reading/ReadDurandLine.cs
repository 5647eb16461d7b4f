using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Reading;

/// <summary>Step: reads the detailed Durand Line and turns it so that it begins in the south-west, at the tripoint with Iran.</summary>
internal static class ReadDurandLine
{
    public const string File = "durand-line-geoboundaries-afg-adm0.geojson";

    public static void Do(BuildState state, CancellationToken cancellation) =>
        state.Line = FromIran(File, System.IO.File.ReadAllText(state.RawFile(File)));

    internal static LineString FromIran(string file, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var feature = document.RootElement.GetProperty("features")[0];
            return GeoJsonGeometry.Read(feature.GetProperty("geometry")) is LineString line
                ? line[0].X < line[line.NumPoints - 1].X ? line : (LineString)line.Reverse()
                : throw new FormatException("the first feature is no LineString");
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new GazetteerFormatException(file, fault is JsonException { LineNumber: { } line } ? (int)line + 1 : 1, fault.Message);
        }
    }
}
