namespace BorderMap.Incidents;

/// <summary>The closed list of kinds, read from <c>data/vocabulary/kinds.json</c> (embedded).</summary>
public static class Kinds
{
}
