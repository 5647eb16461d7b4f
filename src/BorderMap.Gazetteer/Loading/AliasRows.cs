namespace BorderMap.Gazetteer.Loading;

/// <summary>
/// Reads the names that no source records, curated by hand: <c>aliases.csv</c>, names in use, and <c>dated-names.csv</c>,
/// names that held for a time.
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
            Add(row, all, byId, default);
        }
        foreach (var row in CsvFile.Rows(dated, DatedHeader))
        {
            Add(row, all, byId, row.Span());
        }
    }

    private static void Add(CsvRow row, Place[] all, Dictionary<string, int> byId, (DateOnly? From, DateOnly? Until) span)
    {
        var index = row.Place("id", byId);
        all[index] = all[index] with { Names = ((RecordedNames)all[index].Names).With(row.Names("names"), span.From, span.Until) };
    }
}
