namespace BorderMap.PostGis;

/// <summary>How far an import has come.</summary>
/// <param name="Stage"><c>reading</c> or <c>merging</c>.</param>
/// <param name="Rows">Rows read so far.</param>
public sealed record ImportProgress(string Stage, long Rows)
{
    /// <summary>Bytes of the file read so far, and all of them; 0 where the length is not known.</summary>
    public long Bytes { get; init; }
    public long OfBytes { get; init; }
}
