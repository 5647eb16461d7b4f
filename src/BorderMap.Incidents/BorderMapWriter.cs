using System.Text;
using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes BorderMap's own JSON file, one object a line, so that a change is one line of a diff.</summary>
public static class BorderMapWriter
{
    public const string Format = "bordermap/1";

    public static async Task WriteAsync(Stream stream, BorderMapFile file, CancellationToken cancellation = default)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteAsync($"{{\n\"format\":{JsonSerializer.Serialize(file.Format, IncidentJson.Options)}");
        await WriteSectionAsync(writer, "actors", file.Actors, cancellation);
        await WriteSectionAsync(writer, "sources", file.Sources, cancellation);
        await WriteSectionAsync(writer, "episodes", file.Episodes, cancellation);
        await WriteSectionAsync(writer, "incidents", file.Incidents, cancellation);
        await writer.WriteLineAsync("\n}");
    }

    private static async Task WriteSectionAsync<T>(StreamWriter writer, string name, IReadOnlyList<T> rows, CancellationToken cancellation)
    {
        await writer.WriteAsync($",\n\"{name}\":[");
        for (var i = 0; i < rows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            await writer.WriteAsync(i == 0 ? "\n" : ",\n");
            await writer.WriteAsync(JsonSerializer.Serialize(rows[i], IncidentJson.Options));
        }
        await writer.WriteAsync(rows.Count == 0 ? "]" : "\n]");
    }
}
