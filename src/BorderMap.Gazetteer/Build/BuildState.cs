using BorderMap.Gazetteer.Build.Boundaries;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build;

/// <summary>What the steps of the build hand on to one another.</summary>
/// <param name="from">The folder with the raw extracts.</param>
/// <param name="data">The folder that receives <c>gazetteer/</c> and <c>basemap/</c>.</param>
internal sealed class BuildState(string from, string data)
{
    public string From { get; } = from;
    public string Data { get; } = data;
    public BuildReport Report { get; } = new();

    /// <summary>Living entries by id; dead ones too, until they are led to their successors.</summary>
    public SortedDictionary<long, Entry> Entries { get; } = [];

    /// <summary>Superseded, deprecated and ceased entries, once they are taken out of <see cref="Entries"/>.</summary>
    public SortedDictionary<long, Entry> Dead { get; } = [];

    /// <summary>Old id to (successor, reason).</summary>
    public SortedDictionary<long, Successor> Successors { get; } = [];

    /// <summary>The detailed Durand Line, from the tripoint with Iran to the tripoint with China.</summary>
    public LineString Line { get; set; } = new LineString([]);

    /// <summary>Both countries as tiles with full detail.</summary>
    public Tiles Tiles { get; set; } = new([], []);

    /// <summary>Generalised boundaries of countries, provinces and districts, by id.</summary>
    public SortedDictionary<long, Geometry> Boundaries { get; } = [];

    public string RawFile(string name) => Path.Combine(From, name);

    public string GazetteerFile(string name) => Path.Combine(Data, "gazetteer", name);

    public string BaseMapFile(string name) => Path.Combine(Data, "basemap", name);
}

/// <param name="Id">The current entry.</param>
/// <param name="Reason">Why the old id is one no longer: <c>superseded</c>, <c>deprecated</c>, <c>duplicate</c>, <c>ceased</c>.</param>
internal readonly record struct Successor(long Id, string Reason);
