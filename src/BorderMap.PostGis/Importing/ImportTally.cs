namespace BorderMap.PostGis.Importing;

/// <summary>Counts what an import does, and keeps what it will tell.</summary>
internal sealed class ImportTally
{
    private const int KeptUpdates = 1000;
    private const int KeptNew = 10;
    private const int KeptWaiting = 100;
    private const int KeptPublished = 100;

    private readonly List<ImportedChange> changes = [];
    private readonly List<WaitingRow> waiting = [];
    private readonly List<string> published = [];
    private int keptNew;

    public long Added { get; private set; }
    public long Updated { get; private set; }
    public long Unchanged { get; private set; }
    public long Elsewhere { get; private set; }
    public long Waiting { get; private set; }
    public IReadOnlyList<ImportedChange> Changes => changes;
    public IReadOnlyList<WaitingRow> WaitingRows => waiting;
    public IReadOnlyList<string> NewlyPublished => published;

    /// <summary>Of all that are counted, the incidents.</summary>
    public (long Added, long Updated, long Unchanged) Incidents { get; private set; }

    public void Count(bool isNew, bool isIncident)
    {
        var (added, updated) = isNew ? (1, 0) : (0, 1);
        (Added, Updated) = (Added + added, Updated + updated);
        if (isIncident)
            Incidents = (Incidents.Added + added, Incidents.Updated + updated, Incidents.Unchanged);
    }

    public void CountUnchanged(bool isIncident)
    {
        Unchanged++;
        if (isIncident)
            Incidents = Incidents with { Unchanged = Incidents.Unchanged + 1 };
    }

    public void CountElsewhere() => Elsewhere++;

    public void CountWaiting(WaitingRow row)
    {
        Waiting++;
        if (waiting.Count < KeptWaiting)
            waiting.Add(row);
    }

    public void KeepPublished(string id)
    {
        if (published.Count < KeptPublished)
            published.Add(id);
    }

    /// <summary>Keeps it when there is room; the change is made only then.</summary>
    public void Tell(bool isNew, Func<ImportedChange> change)
    {
        if (isNew ? keptNew < KeptNew : changes.Count - keptNew < KeptUpdates)
        {
            changes.Add(change());
            keptNew += isNew ? 1 : 0;
        }
    }
}
