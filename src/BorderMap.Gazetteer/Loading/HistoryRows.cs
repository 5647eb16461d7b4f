namespace BorderMap.Gazetteer.Loading;

/// <summary>
/// Reads what happened to places, curated by hand: <c>lifespans.csv</c>, from when until when a place was there and what it is today, and
/// <c>former-parents.csv</c>, what it belonged to until when.
/// </summary>
internal static class HistoryRows
{
    private const string LifespanHeader = "id,from,until,today,source";
    private const string ParentHeader = "id,parent,from,until,source";

    public static void Add(GazetteerFile lifespans, GazetteerFile parents, Place[] all, Dictionary<string, int> byId)
    {
        foreach (var row in CsvFile.Rows(lifespans, LifespanHeader))
        {
            var (from, until) = row.Span();
            var today = row.Places("today", byId);
            if (all[row.Place("id", byId)].History != PlaceHistory.None)
            {
                throw row.Broken($"the lifespan of {row.Optional("id")} stands twice");
            }
            if (today.Length > 0 && until is null)
            {
                throw row.Broken("until is empty, and today is not: what is there still is itself today");
            }
            Change(row, all, byId, history => history with { From = from, Until = until, Today = [.. today.Select(i => all[i].Id)] });
        }
        foreach (var row in CsvFile.Rows(parents, ParentHeader))
        {
            var (from, until) = row.Span();
            var former = new FormerParent(all[row.Place("parent", byId)].Id, from, until ?? throw row.Broken("until is empty: that parent holds today"));
            Change(row, all, byId, history => history with { FormerParents = [.. history.FormerParents, former] });
        }
    }

    private static void Change(CsvRow row, Place[] all, Dictionary<string, int> byId, Func<PlaceHistory, PlaceHistory> change)
    {
        var index = row.Place("id", byId);
        all[index] = all[index] with { History = change(all[index].History) };
    }
}
