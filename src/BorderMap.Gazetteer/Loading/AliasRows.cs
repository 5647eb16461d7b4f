namespace BorderMap.Gazetteer.Loading;

/// <summary>
/// Reads the names that no source records, curated by hand: <c>aliases.csv</c>, names in use, and <c>dated-names.csv</c>,
/// names that held for a time, which a source may record without saying when.
/// </summary>
internal static class AliasRows
{
    private const string Header = "id,names,source";
    private const string DatedHeader = "id,names,from,until,source";

    /// <summary>Adds each row's names to those of its place, after the names of its source.</summary>
    public static void Add(GazetteerFile aliases, GazetteerFile dated, Place[] all, Dictionary<string, int> byId)
    {
        foreach (var row in CsvFile.Rows(aliases, Header))
        {
            var names = row.Names("names");
            Change(row, all, byId, recorded => recorded.With(names));
        }
        foreach (var row in CsvFile.Rows(dated, DatedHeader))
        {
            var (names, (from, until)) = (row.Names("names"), row.Span());
            Change(row, all, byId, recorded => recorded.Dated(names, from, until));
        }
    }

    private static void Change(CsvRow row, Place[] all, Dictionary<string, int> byId, Func<RecordedNames, RecordedNames> change)
    {
        var index = row.Place("id", byId);
        all[index] = all[index] with { Names = change((RecordedNames)all[index].Names) };
    }
}
