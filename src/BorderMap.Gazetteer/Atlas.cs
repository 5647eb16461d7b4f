using BorderMap.Gazetteer.Loading;
using BorderMap.Gazetteer.Reversing;
using BorderMap.Gazetteer.Texts;

namespace BorderMap.Gazetteer;

/// <summary>The whole gazetteer in memory, immutable: places, the resolver over their names, and the Durand Line.</summary>
/// <param name="Places">All places by id.</param>
/// <param name="Resolver">Finds places by name.</param>
/// <param name="Line">Distance, side and position to the Durand Line.</param>
/// <param name="Version">The first 16 hexadecimal digits of a SHA-256 over all files read: it changes when any of them does.</param>
public sealed record Atlas(Places Places, PlaceResolver Resolver, DurandLine Line, string Version)
{
    /// <summary>Finds what is known of a position.</summary>
    public ReverseLookUp Reverse { get; } = new(Places, Line);

    /// <summary>Finds the place names of a text.</summary>
    public TextMatcher Texts { get; } = new(Resolver.Matcher);

    /// <summary>Reads the gazetteer's files.</summary>
    /// <param name="dataFolder">The folder that holds <c>gazetteer/</c>.</param>
    /// <param name="cancellation">Stops the reading between files.</param>
    /// <exception cref="GazetteerFormatException">A row is broken: the message names file, line and reason.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static Atlas Load(string dataFolder, CancellationToken cancellation = default) => AtlasReader.Read(dataFolder, cancellation);
}
