namespace BorderMap.PostGis.Importing;

internal sealed record ImportCounts(long Added, long Updated, long Unchanged)
{
    public static ImportCounts None { get; } = new(0, 0, 0);

    public ImportCounts And(bool isNew) => isNew ? this with { Added = Added + 1 } : this with { Updated = Updated + 1 };
}
