namespace BorderMap.Gazetteer.Evaluating;

/// <summary>Tables of how a list of misspelt names resolves: by stratum and by script, without and with the context.</summary>
internal static class MisspellingReport
{
    public static void Write(Atlas atlas, IReadOnlyList<Misspelling> list, TextWriter output, CancellationToken cancellation)
    {
        var rivals = new NearestRivals(atlas);
        var withContext = list.Where(row => row.Context is not null).ToList();
        Write("Alone", list, row => null, row => row.Right, row => rivals.AreNearer(row.Query, row.Right, cancellation));
        Write("With the context", withContext, row => row.Context, row => row.RightInContext, row => rivals.AreNearerInside(row.Query, row.RightInContext, cancellation));
        output.Write("ceiling: names that spell no other recorded name (with a context: of the same district) better than a right one, by the costs of the rules.\n");

        void Write(string title, IReadOnlyList<Misspelling> rows, Func<Misspelling, string?> context, Func<Misspelling, IReadOnlyList<string>> right, Func<Misspelling, bool> isMisleading)
        {
            var misleading = rows.AsParallel().AsOrdered().WithCancellation(cancellation).Select(isMisleading).ToList();
            var (tallies, reliability) = (new SortedDictionary<string, MisspellingTally>(StringComparer.Ordinal), new Reliability());
            for (var i = 0; i < rows.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var resolution = atlas.Resolver.Resolve(rows[i].Query, context(rows[i]));
                foreach (var group in (string[])[$"1 {rows[i].Stratum}", $"2 {rows[i].Script}", "3 all"])
                {
                    tallies.TryAdd(group, new MisspellingTally());
                    tallies[group].Add(resolution, right(rows[i]), misleading[i]);
                }
                if (resolution.Candidates.Count > 0)
                {
                    reliability.Add(MassOfFirst(resolution, right(rows[i])), MisspellingTally.RankOf(resolution, right(rows[i])) == 0);
                }
            }
            TextTable.Write(output, title, MisspellingTally.Header, tallies.Select(pair => pair.Value.Row(pair.Key[2..])));
            reliability.Write(output, $"{title}: is the score the share that is right?");
        }
    }

    /// <summary>The list counts homonyms as one answer, so their scores count together where the first is one of them.</summary>
    private static double MassOfFirst(Resolution resolution, IReadOnlyList<string> right)
    {
        var first = resolution.Candidates[0];
        return right.Contains(first.Place.Id)
            ? Math.Min(1, resolution.Candidates.Where(candidate => right.Contains(candidate.Place.Id)).Sum(candidate => candidate.Score))
            : first.Score;
    }
}
