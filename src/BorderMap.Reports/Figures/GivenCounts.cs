namespace BorderMap.Reports.Figures;

/// <summary>Bare figures that another speaker gives for the harm told before: "a source gave a figure of 34", "the directorate reports 21 and 70", "an elder had heard of five".</summary>
internal sealed partial class Tolls
{
    private const int FarthestVerb = 7;

    /// <summary>Verbs, beside those of speech, whose object may be the bare figure.</summary>
    private static readonly HashSet<string> Givings = new(StringComparer.Ordinal)
    {
        "counted", "counting", "counts", "listing", "listed", "lists", "put", "puts", "gave", "gives", "given", "giving", "heard", "made", "makes", "report", "reckoned", "reckons", "estimated", "estimates", "speak", "spoken", "announced", "announces", "recorded", "records", "registered", "registers", "noted", "notes", "mentioned", "mentions",
        "admits", "admit", "admitting", "acknowledges", "acknowledge", "owns", "owned", "talked", "talks", "cited", "cites", "names", "named", "verify", "verified", "verifies", "confirm", "confirming", "boasts", "boasted", "boast", "boasting", "concedes", "conceding", "allows", "allowed", "grants", "granted", "corrects", "corrected", "maintains", "maintained", "asserts", "asserted", "logged", "logs", "documented", "documents", "tallied", "tallies", "accepts", "accepted", "avers", "averred",
    };

    private void ReadGiven(Toll last, Toll? before)
    {
        foreach (var group in groups.FindAll(group => group is { IsPart: false, Max: not 0 } && (group.IsBare || tokens[Math.Max(from, group.First - 1)].IsMark(':')) && (group.Min ?? group.Max) is not null && IsFree(group) && IsGiven(group.First) && (StopsAt(group.Last) || (tokens[group.Last].Key is "from" && tokens[group.First - 1].Key is "counting" or "counted" or "listed" or "listing"))))
        {
            var told = found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.First < group.First) ?? before ?? last;
            // "left eight dead: five militants and three soldiers": who the eight were.
            if (tokens[group.First - 1].IsMark(':') && !group.IsBare && told.Last == group.First - 1)
            {
                continue;
            }
            // "one of the wounded succumbed, which makes three": of the harm that its own sentence names.
            var named = harms.FindLast(harm => harm.Last <= group.First && harm.Value.Form is Form.Intransitive or Form.Noun);
            found.Add(Another(named is { Value: { } } && !found.Exists(toll => toll.First >= named.First) ? told with { Outcome = named.Value.Outcome } : told, group));
        }
    }

    /// <summary>"Police: three hurt; hospital: none": nought for all harm.</summary>
    private void ReadNone()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: true, Max: 0 } && group.First > from && tokens[group.First - 1].IsMark(':') && IsFree(group) && StopsAt(group.Last)))
        {
            found.AddRange(new[] { Outcome.Killed, Outcome.Injured }.Select(outcome => new Toll(outcome, 0, 0, null, null, group.First, group.Last, "none") { FigureFirst = group.First, FigureLast = group.Last }));
        }
    }

    /// <summary>"14 deaths and 67 injuries; the directorate reports 21 and 70": in the order told.</summary>
    private void ReadPair()
    {
        if (found is not [.., { Outcome: Outcome.Killed, IsPart: false } killed, { Outcome: Outcome.Injured, IsPart: false } injured])
        {
            return;
        }
        for (var at = 0; at + 1 < groups.Count; at++)
        {
            var (first, second) = (groups[at], groups[at + 1]);
            if (first.IsBare && second.IsBare && first.First > injured.Last && second.First == first.Last + 1 && tokens[first.Last].Key is "and" && IsFree(first) && IsFree(second) && IsGiven(first.First) && StopsAt(second.Last))
            {
                found.Add(Another(killed, first));
                found.Add(Another(injured, second));
                return;
            }
        }
    }

    private Toll Another(Toll told, PeopleGroup group) => new(told.Outcome, group.Min, group.Max, told.Category, told.Side, group.First, group.Last, "count")
    {
        IsEarlier = EarlierCounts.Find(tokens, Math.Max(from, group.First - AroundToll), group.First).Count > 0,
        IsOfSpeaker = told.IsOfSpeaker,
        IsOfEnemy = told.IsOfEnemy,
        FigureFirst = group.First,
        FigureLast = group.Last,
    };

    private bool IsFree(PeopleGroup group) => !found.Exists(toll => toll.FigureFirst < group.Last && group.First < toll.FigureLast) && !harms.Exists(harm => harm.First < group.Last && group.First < harm.Last);

    /// <summary>Whether a verb of telling, or a colon, stands before a figure with nothing between them that could be counted.</summary>
    private bool IsGiven(int figure)
    {
        for (var at = figure - 1; at >= from && figure - at <= FarthestVerb; at--)
        {
            if (IsSpeech(tokens[at].Key) || tokens[at].IsMark(':') || Givings.Contains(tokens[at].Key))
            {
                return true;
            }
            if (tokens[at].Key is not ("a" or "the" or "figure" or "count" or "total" or "number" or "toll" or "of" or "at" or "as" or "it" or "that" or "this" or "them" or "had" or "about" or "to" or "only" or "just" or "perhaps" or "so" or "far" or "more" or "than" or "some" or "over" or "around" or "at" or "least"))
            {
                return false;
            }
        }
        return false;
    }

    private bool StopsAt(int at) => at >= to || (at + 1 < to && tokens[at].Key is "in" && tokens[at + 1].Key is "number" or "all" or "total") || !tokens[at].IsWord && tokens[at].Kind is not Reading.TokenKind.Number && !tokens[at].IsMark('%') && !tokens[at].IsMark(':') || tokens[at].OpensQuotation || tokens[at].Key is "and" or "but" or "while" or "whereas";
}
