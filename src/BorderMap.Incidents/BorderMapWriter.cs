using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes BorderMap's own JSON file, one object a line, so that a change is one line of a diff.</summary>
public static class BorderMapWriter
{
    public static Task WriteAsync(Stream stream, BorderMapFile file, CancellationToken cancellation = default) => throw new NotImplementedException();
}
