using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Figures;

/// <summary>Tolls that changed: "has risen to 46", "rose from nine to twelve". The figure told now, and the earlier one that it replaces.</summary>
internal sealed partial class Tolls
{
    private const int AroundToll = 6;
    private const int LongestOffice = 8;
    private const int FarthestFigure = 6;

    private static readonly HashSet<string> Rises = new(StringComparer.Ordinal)
        { "risen", "rose", "rises", "rising", "climbed", "climbs", "jumped", "increased", "up", "raised", "raising", "revised", "mounted", "grew", "grown", "soared", "updated", "upwards", "upward", "lowered", "corrected", "brought", "bringing", "taking", "took", "upped", "upping", "pushing", "pushed", "pushes", "lifting", "lifted", "putting", "gone", "went", "takes", "brings" };

    private static readonly PhraseTable<bool> EarlierCounts = new(
    [
        ("earlier|initial|previous|preliminary|provisional|first ..1 toll|tolls|figure|figures|count|counts|tally|number|report|reports|estimate|estimates|statement|version|versions", true),
        ("had earlier|initially|previously|first|originally? put|said|reported|given|announced|counted|confirmed|stated|spoken|acknowledged|admitted|conceded|listed|claimed", true),
        ("earlier|initially|previously|originally put|reported|given|announced|counted", true),
    ]);

    /// <summary>"the death toll from the strikes has risen to 46".</summary>
    private List<PeopleGroup>? Risen(PhraseMatch<Harm> harm)
    {
        foreach (var group in groups.Where(group => group.First > harm.First && group.First > from))
        {
            // "put the toll at three wounded": none of them died.
            if (harm.Value.Outcome is Outcome.Killed && harms.Exists(other => other.First == group.Last && other.Value is { Outcome: Outcome.Injured, Form: not Form.Toll }))
            {
                continue;
            }
            var before = tokens[group.First - 1].Key;
            // "gave a lower number of wounded, nine"
            if (group is { IsBare: true, IsPart: false } && group.First == harm.Last + 1 && (tokens[harm.Last].IsMark(',') || tokens[harm.Last].IsMark(':') || tokens[harm.Last].IsMark('-')) && Ends(group.Last))
            {
                return [group];
            }
            if ((tokens[group.First].Key is "between" && group.First - harm.Last <= FarthestFigure) || before is "reached" or "crossed" or "passed" or "exceeded" or "topped" or "at" or "is" or "was" or "of" or "numbered" or "now" or "thus" or "therefore" or "hence" || (before is "as" && tokens[group.First - 2].Key is not "given") || (before is "to" && HasRise(harm.First, group.First)))
            {
                return [group, .. ListedAfter(group), .. groups.Where(other => other != group && IsReplaced(harm, other))];
            }
        }
        return null;
    }

    /// <summary>"puts the number of raiders killed in the valley since dawn at 22", "bringing the number killed to eleven", "nine is the number of guards who were killed".</summary>
    private List<PeopleGroup>? NumberOf(PhraseMatch<Harm> harm)
    {
        for (var at = harm.First - 1; at > from && harm.First - at <= FarthestAuxiliary && (tokens[at].IsWord || tokens[at].IsMark('"')); at--)
        {
            if (tokens[at].Key is "number" && (tokens[at + 1].Key is "of" || at + 1 == harm.First) && tokens[at - 1].Key is "the" or "its" or "their" && !groups.Exists(group => group.First > at && group.Last <= harm.First))
            {
                var category = Enumerable.Range(at + 1, harm.First - at - 1).Select(noun => People.CategoryAt(tokens, noun, harm.First)).LastOrDefault(named => named is not null);
                var before = groups.Find(group => group.IsBare && ((group.Last + 2 == at && tokens[group.Last].Key is "is" or "was" or "as") || (group.Last + 1 == at && group.First > from && tokens[group.First - 1].Key is "at")));
                var told = before ?? Risen(harm)?[0] ?? AsFigure(harm);
                return told is { IsBare: true } ? [told with { Category = category, Side = People.SideOf(tokens, at, harm.First) }] : null;
            }
        }
        return null;
    }

    /// <summary>"gave the number of the killed as six".</summary>
    private PeopleGroup? AsFigure(PhraseMatch<Harm> harm) => groups.Find(group => group.First > harm.Last && group.IsBare && tokens[group.First - 1].Key is "as" && StopsAt(group.Last));

    /// <summary>"Fatalities stand at six", "deaths rose to nine".</summary>
    private List<PeopleGroup>? Standing(PhraseMatch<Harm> harm) => harm.Last + 1 < to && tokens[harm.Last].Key is "stand" or "stands" or "stood" or "rose" or "have" or "has" or "now" or "reached" or "numbered" or "climbed" or "at" ? Risen(harm) : null;

    /// <summary>"the fatalities are five", "injuries number nine".</summary>
    private List<PeopleGroup>? Numbered(PhraseMatch<Harm> harm) => harm.Last + 1 < to && (IsCounting(tokens[harm.Last].Key) || tokens[harm.Last].Key is "are" or "were") && groups.Find(group => group.First == harm.Last + 1) is { IsBare: true, IsPart: false } told && Ends(told.Last) ? [told] : null;

    private bool HasRise(int toll, int figure)
    {
        for (var at = Math.Max(from, toll - AroundToll); at < figure; at++)
        {
            if (Rises.Contains(tokens[at].Key))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"from nine", "up from an earlier count of nine".</summary>
    private bool IsReplaced(PhraseMatch<Harm> harm, PeopleGroup group)
    {
        var at = group.First - 1;
        while (at > from && group.First - at <= AroundToll && tokens[at].Key is "of" or "count" or "figure" or "toll" or "earlier" or "initial" or "previous" or "an" or "a" or "the" or "with" or "preliminary")
        {
            at--;
        }
        return at > from && group.First > harm.First && tokens[at].Key is "from" or "compared" && HasRise(harm.First, group.Last + 2 < to ? group.Last + 2 : to);
    }

    /// <summary>"..., a doctor in Parachinar said", "according to two residents": who tells of the harmed is none of them.</summary>
    private bool Speaks(PeopleGroup group)
    {
        if (group.First - 1 > from && tokens[group.First - 1].Key is "to" && tokens[group.First - 2].Key is "according")
        {
            return !group.IsBare;
        }
        if (IsNamedSpeaker(group))
        {
            return true;
        }
        for (var at = group.Last; !group.IsBare && at < Math.Min(to, group.Last + LongestOffice) && tokens[at].IsWord; at++)
        {
            if (IsSpeech(tokens[at].Key))
            {
                return true;
            }
            // "a doctor who asked not to be named had counted nine dead"
            if (tokens[at].Key is "who" && at == group.Last)
            {
                return TellsAfter(at + 1);
            }
            if (Auxiliaries.Contains(tokens[at].Key) || tokens[at].Key is "and" or "but" or "who" or "had" or "have" or "has" || harms.Exists(harm => harm.First == at))
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>"..., an elder of the district, Malik Zarin, said".</summary>
    private bool IsNamedSpeaker(PeopleGroup group)
    {
        if (group is not { Min: 1, Max: 1, IsBare: false } || (group.First > from && !tokens[group.First - 1].IsMark(',')))
        {
            return false;
        }
        var comma = group.Last;
        while (comma < Math.Min(to, group.Last + LongestOffice) && tokens[comma].IsWord && !harms.Exists(harm => harm.First == comma))
        {
            comma++;
        }
        var name = comma + 1;
        while (name < to && tokens[name] is { IsWord: true, IsCapital: true })
        {
            name++;
        }
        return name > comma + 1 && name + 1 < to && tokens[comma].IsMark(',') && tokens[name].IsMark(',') && IsSpeech(tokens[name + 1].Key);
    }

    /// <summary>Whether a verb of speech follows a relative clause, with no word of harm before it.</summary>
    private bool TellsAfter(int from)
    {
        for (var at = from; at < Math.Min(to, from + LongestOffice) && tokens[at].IsWord && !harms.Exists(harm => harm.First == at); at++)
        {
            if (IsSpeech(tokens[at].Key) || tokens[at].Key is "counted" or "put")
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsSpeech(string key) => key is "said" or "says" or "say" or "told" or "tells" or "added" or "adds" or "confirmed" or "confirms" or "reported" or "reports" or "claimed" or "claims" or "insisted" or "insists" or "believed" or "believes" or "recalled" or "admitted" or "acknowledged" or "stated" or "speaks" or "spoke" or "charged" or "wrote" or "writes" or "related" or "relates" or "recounted" or "explained" or "informed" or "disclosed" or "revealed" or "retorted" or "conceded" or "alleged" or "declared" or "testified";

    /// <summary>"had earlier spoken of three dead and seven injured": the seven too.</summary>
    private void ShareEarlier()
    {
        for (var next = 1; next < found.Count; next++)
        {
            var (before, toll) = (found[next - 1], found[next]);
            if (before.IsEarlier && before.Outcome != toll.Outcome && toll.First - before.Last == 1 && (tokens[before.Last].Key is "and" || tokens[before.Last].IsMark(',')))
            {
                found[next] = toll with { IsEarlier = true };
            }
        }
    }

    /// <summary>"doctors had admitted 80 wounded": to their ward, and no count that was later changed.</summary>
    private bool IsTakenIn(PhraseMatch<bool> cue, PhraseMatch<Harm> harm, PeopleGroup group) => cue.Last - cue.First == 2 && tokens[cue.First + 1].Key is "admitted" && group.First == cue.Last && harm.Value.Outcome is Outcome.Injured;

    /// <summary>"8 dead and 21 injured (first figure: 5 dead)": of the five.</summary>
    private bool HasFigure(PhraseMatch<bool> cue, PeopleGroup group) => cue.First >= group.Last && groups.Exists(other => other.First >= cue.Last && other.First - cue.Last <= 1 && !Enumerable.Range(cue.Last, other.First - cue.Last).Any(at => tokens[at].IsWord && tokens[at].Key is not ("of" or "was")));

    private bool IsEarlier(PhraseMatch<Harm> harm, PeopleGroup group)
    {
        if (harm.Value.Form is Form.Toll or Form.Count && IsReplaced(harm, group))
        {
            return true;
        }
        var first = Math.Max(from, Math.Min(harm.First, group.First) - AroundToll);
        // "eight, not six as was said earlier": the six are the earlier count.
        return EarlierCounts.Find(tokens, first, Math.Min(to, Math.Max(harm.Last, group.Last) + 3)).Exists(cue => !IsTakenIn(cue, harm, group) && !HasFigure(cue, group) && (cue.First < group.Last || !Enumerable.Range(group.Last, cue.First - group.Last).Any(at => tokens[at].Key is "not" or "instead")));
    }
}
