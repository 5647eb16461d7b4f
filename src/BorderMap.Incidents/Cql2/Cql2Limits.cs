namespace BorderMap.Incidents.Cql2;

/// <summary>The bounds of one filter: far above what people write, far below what could harm a server.</summary>
public static class Cql2Limits
{
    /// <summary>Characters of a filter.</summary>
    public const int Length = 32_768;

    /// <summary>Expressions within one another.</summary>
    public const int Depth = 64;

    /// <summary>Operators, properties and values.</summary>
    public const int Nodes = 2_000;

    /// <summary>Positions of all geometries together.</summary>
    public const int Vertices = 5_000;

    /// <summary>Operators of one sum or product without brackets.</summary>
    public const int Terms = 64;

    /// <summary>The largest size of a number; a smaller one than its inverse is as good as 0.</summary>
    public const double Number = 1e100;

    /// <summary>Metres: half way around the Earth.</summary>
    public const double Distance = 20_037_508;
}
