namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads <c>successors.tsv</c>: ids that were superseded, and the current place that each became.</summary>
internal static class SuccessorRows
{
    public static Dictionary<string, string> Read(GazetteerFile file, Dictionary<string, int> byId)
    {
        var successors = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = file.Rows("old_id\tnew_id\treason");
        while (rows.MoveNext())
        {
            var (old, current) = (rows.Required(0, "old_id"), rows.Required(1, "new_id"));
            if (!byId.ContainsKey(current))
            {
                throw rows.Broken($"new_id {current} is no place of the gazetteer");
            }
            if (!successors.TryAdd(old, current))
            {
                throw rows.Broken($"old_id {old} stands twice");
            }
        }
        return successors;
    }
}
