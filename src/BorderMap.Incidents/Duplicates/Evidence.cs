namespace BorderMap.Incidents.Duplicates;

/// <summary>What one comparison adds: log odds, and the words for it (null: nothing worth saying).</summary>
internal readonly record struct Evidence(double Weight, string? Words)
{
    public static Evidence None => default;
}
