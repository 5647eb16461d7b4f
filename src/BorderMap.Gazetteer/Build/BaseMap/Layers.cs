using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.BaseMap;

/// <summary>What the layers of the base map share.</summary>
internal static class Layers
{
    /// <summary>Decimals of a degree, about 100 m: finer than a pixel at the zooms at which the base map is drawn.</summary>
    public const int Decimals = 3;

    /// <summary>Metres, for everything but the Durand Line.</summary>
    public const double ToleranceM = 600;

    /// <summary>Metres, for the Durand Line, and its decimals of a degree.</summary>
    public const double LineToleranceM = 150;

    /// <summary>The part of the world that the map shows, degrees.</summary>
    public static readonly Envelope Extent = new(59, 76, 23, 39);

    /// <summary>The name in the country's own script: Dari or Pashto, or Urdu.</summary>
    public static string? LocalName(Entry place)
    {
        string[] languages = place.Country == "AF" ? ["prs", "fas", "pus"] : ["urd", "pus", "snd", "pnb"];
        return languages.Select(language => place.Names.Find(n => n.Language == language && n.Rank == NameRank.Preferred).Text).FirstOrDefault(text => text is not null);
    }
}
