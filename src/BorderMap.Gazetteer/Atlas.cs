namespace BorderMap.Gazetteer;

/// <summary>The whole gazetteer in memory, immutable: places, the resolver over their names, and the Durand Line.</summary>
public sealed record Atlas(Places Places, PlaceResolver Resolver, DurandLine Line, string Version)
{
    /// <summary>Reads the gazetteer's files.</summary>
    /// <param name="dataFolder">The folder that holds <c>gazetteer/</c>.</param>
    /// <param name="cancellation">Stops the reading between files.</param>
    /// <exception cref="GazetteerFormatException">A row is broken: the message names file, line and reason.</exception>
    public static Atlas Load(string dataFolder, CancellationToken cancellation = default) => throw new NotImplementedException();
}
