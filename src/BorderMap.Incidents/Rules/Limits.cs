namespace BorderMap.Incidents.Rules;

/// <summary>The bounds of what a document may hold.</summary>
internal static class Limits
{
    public const int Title = 300;
    public const int Name = 200;
    public const int Words = 2_000;
    public const int Quote = 10_000;
    public const int Notes = 20_000;
    public const int Url = 2_000;
    public const int Key = 200;
    public const int Items = 500;

    /// <summary>People; more is a slip of the finger.</summary>
    public const int Count = 1_000_000;

    /// <summary>Metres.</summary>
    public const int Radius = 1_500_000;

    /// <summary>Degrees: both countries and their border belts; Pakistan's records go as far as the Siachen.</summary>
    public const double MinLon = 59, MaxLon = 78, MinLat = 23, MaxLat = 39;

    /// <summary>The line was agreed in 1893; before that there is nothing to record along it.</summary>
    public static readonly DateOnly FirstDay = new(1893, 1, 1), LastDay = new(2100, 12, 31);
}
