namespace BorderMap.Incidents;

/// <summary>The tree of harmed groups, read from <c>data/vocabulary/groups.json</c> (embedded).</summary>
public static class Groups
{
}
