namespace BorderMap.PostGis;

/// <param name="Limit">1 to 10,000.</param>
/// <param name="Cursor">Where the page before ended; null for the first.</param>
/// <param name="Order">The order of the first page; a cursor keeps its own.</param>
public sealed record PageRequest(int Limit, PageCursor? Cursor = null, PageOrder Order = PageOrder.Newest);

public enum PageOrder
{
    /// <summary>Latest start first, unknown dates last, then by id.</summary>
    Newest,

    /// <summary>By id.</summary>
    Id,
}

/// <param name="Features">Finished GeoJSON features.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="NumberMatched">Exact: counted on the first page and carried in the cursor.</param>
/// <param name="Pub">The public sequence that the page shows.</param>
/// <param name="Withheld">With <c>asOf</c>: how many incidents public then are withheld or generalised since, whatever the filter; else null.</param>
public sealed record IncidentPage(IReadOnlyList<string> Features, string? Next, long? NumberMatched, long Pub, long? Withheld);
