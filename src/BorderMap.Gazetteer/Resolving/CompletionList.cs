namespace BorderMap.Gazetteer.Resolving;

/// <summary>A place whose name completes what was typed.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Name">Index of the name among the place's.</param>
/// <param name="Score">Larger for better.</param>
/// <param name="IsNear">It begins nearly so only.</param>
internal readonly record struct Completed(int Place, int Name, float Score, bool IsNear);

/// <summary>The best few of what is offered, in order, each place once.</summary>
internal sealed class CompletionList(int limit)
{
    private readonly List<Completed> items = new(Math.Min(limit, 1000) + 1);

    public IReadOnlyList<Completed> Items => items;

    public bool HasRoom => items.Count < limit;

    /// <summary>What scores no more than this is not taken; minus infinity while there is room.</summary>
    public float Least => HasRoom ? float.NegativeInfinity : items[^1].Score;

    public void Offer(Completed offered)
    {
        if (offered.Score <= Least)
        {
            return;
        }
        var same = items.FindIndex(kept => kept.Place == offered.Place);
        if (same >= 0 && items[same].Score >= offered.Score)
        {
            return;
        }
        if (same >= 0)
        {
            items.RemoveAt(same);
        }
        var at = items.FindIndex(kept => kept.Score < offered.Score);
        items.Insert(at < 0 ? items.Count : at, offered);
        if (items.Count > limit)
        {
            items.RemoveAt(limit);
        }
    }
}
