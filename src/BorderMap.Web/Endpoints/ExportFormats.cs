using System.Text;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>The formats of downloads, streamed: memory does not grow with the number of incidents.</summary>
public static class ExportFormats
{
    /// <summary>One GeoJSON FeatureCollection.</summary>
    /// <param name="reader">The public reads.</param>
    /// <param name="filter">Which incidents.</param>
    /// <param name="self">The address of the answer, for its links; null for a file.</param>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>How many features.</returns>
    public static async Task<long> WriteGeoJsonAsync(PublicReader reader, IncidentFilter filter, string? self, Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync("{\"type\":\"FeatureCollection\",\"features\":[\n"u8.ToArray(), cancellation);
        var count = await reader.CopyFeaturesAsync(filter, output, cancellation);
        var links = self is null ? "" : $",\"links\":[{{\"rel\":\"self\",\"type\":\"{MediaTypes.GeoJson}\",\"href\":{JsonText.Quoted(self)}}}]";
        await output.WriteAsync(Encoding.UTF8.GetBytes($"\n],\"numberReturned\":{count}{links}}}\n"), cancellation);
        return count;
    }

    /// <summary>CSV with the features' properties, then lon and lat.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<long> WriteCsvAsync(PublicReader reader, IncidentFilter filter, Stream output, CancellationToken cancellation)
    {
        var count = 0L;
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        await writer.WriteAsync(Csv.Header.AsMemory(), cancellation);
        await foreach (var feature in reader.FeaturesAsync(filter, cancellation))
        {
            await writer.WriteAsync(Csv.Row(feature).AsMemory(), cancellation);
            count++;
        }
        return count;
    }
}
