namespace BorderMap.Gazetteer.Index;

/// <summary>Numbers below a few groups, those of a group side by side: group i holds the order's items from <c>Starts[i]</c> to before <c>Starts[i + 1]</c>.</summary>
/// <param name="Starts">One more than there are groups.</param>
/// <param name="Order">The items, group by group, within one in their own order.</param>
internal readonly record struct Grouping(int[] Starts, int[] Order)
{
    /// <summary>A counting sort.</summary>
    /// <param name="groupOf">The group of each item.</param>
    /// <param name="groups">How many groups there are.</param>
    public static Grouping Of(ReadOnlySpan<int> groupOf, int groups)
    {
        var starts = new int[groups + 1];
        foreach (var group in groupOf)
        {
            starts[group]++;
        }
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
        var order = new int[groupOf.Length];
        for (var item = groupOf.Length - 1; item >= 0; item--)
        {
            order[--starts[groupOf[item]]] = item;
        }
        return new Grouping(starts, order);
    }

    /// <summary>The group of each item, items numbered in their new order.</summary>
    public int[] Groups()
    {
        var groups = new int[Order.Length];
        for (var group = 0; group < Starts.Length - 1; group++)
        {
            groups.AsSpan(Starts[group]..Starts[group + 1]).Fill(group);
        }
        return groups;
    }
}
