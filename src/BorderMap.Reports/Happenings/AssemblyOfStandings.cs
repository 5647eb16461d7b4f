namespace BorderMap.Reports.Happenings;

/// <summary>Which of the happenings put together stand: by weights learnt from annotated texts, when all of the text is read.</summary>
internal sealed partial class Assembly
{
    /// <summary>What stands by itself less likely than this is left out, or is told again of another.</summary>
    public const double LeastOwn = 0.3;

    /// <summary>None of the border or of the time, told again of another, one by itself.</summary>
    public static readonly IReadOnlyList<string> Standings = ["none", "again", "own"];

    /// <summary>What is known of each happening before it is settled which of them stand.</summary>
    public IReadOnlyList<IReadOnlyList<string>> StandingFeatures()
    {
        var features = new StandingFeatures(passage, scope, happenings);
        return [.. Enumerable.Range(0, happenings.Count).Select(number => features.Of(number, isKept: true).Names)];
    }

    /// <summary>Leaves out what hardly stands by itself, and puts it to the one that it tells again.</summary>
    private void Settle()
    {
        var features = new StandingFeatures(passage, scope, happenings);
        var doubtful = new List<(Happening Happening, bool IsAgain, Happening? Twin)>();
        for (var number = 0; number < happenings.Count; number++)
        {
            var (happening, shares) = (happenings[number], features.Of(number).Shares());
            happening.Standing = shares[^1];
            if (happening.Standing < LeastOwn && !IsRecord(happening))
            {
                doubtful.Add((happening, shares[1] > shares[0], features.Twin(number)));
            }
        }
        foreach (var (happening, isAgain, twin) in doubtful.Where(one => !(one.IsAgain && IsToldApart(one.Happening, one.Twin))))
        {
            happenings.Remove(happening);
            if (isAgain && twin is not null && happenings.Contains(twin))
            {
                twin.Take(happening);
            }
            else
            {
                Leave(happening.First.First, happening.First.Last, "hardly stands by itself", happening.First.Cue);
            }
        }
    }

    /// <summary>A row of a list with its place and day.</summary>
    private static bool IsRecord(Happening happening) => happening is { First: { IsRow: true, HasOwnTime: true }, HasOwnPlace: true };

    /// <summary>Rows of a list are told one by one, and so is what has a place and dead of its own beside one with others.</summary>
    private bool IsToldApart(Happening happening, Happening? twin) => happening.First.IsRow || (twin is { HasOwnPlace: true } && happening.HasOwnPlace && HasFigures(happening) && HasFigures(twin) && !happening.Scenes.Any(scene => twin.Scenes.Any(other => IsSame(scene, other))));

    private static bool HasFigures(Happening happening) => happening.Tolls.Any(told => told.Toll is { IsZero: false, IsPart: false, Min: not null });
}
