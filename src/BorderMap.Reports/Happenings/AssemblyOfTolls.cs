using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Gives happenings their tolls, losses and denials.</summary>
internal sealed partial class Assembly
{
    /// <summary>A count without its harm goes on with a figure at most so many sentences before.</summary>
    private const int FarthestHarm = 2;

    /// <summary>Words between the dead and those taken with them.</summary>
    private const int LongestJoint = 4;

    /// <summary>The figure told last, and its sentence.</summary>
    private (Toll Toll, int Sentence)? lastToll;

    /// <summary>The happening that the toll attached last went with, and that toll.</summary>
    private (Toll Toll, Happening Home)? lastHome;

    /// <summary>The last sentence whose harm had another cause.</summary>
    private int lastCause = -2;

    private List<Toll> TollsOf(int number)
    {
        var before = lastToll is var (toll, sentence) && number - sentence <= FarthestHarm ? toll : null;
        List<Toll> tolls = columns[number].Any() ? [.. columns[number], .. TakenIn(number)] : Tolls.Find(passage.Tokens, passage.Text.Sentences[number], before);
        // "six dead, ten wounded. The group: 14": the dead are the figure that another gives.
        lastToll = (tolls.Find(told => told is { IsPart: false, IsZero: false, Outcome: Outcome.Killed }) ?? tolls.FindLast(told => told is { IsPart: false, IsZero: false })) is { } last ? (last, number) : lastToll;
        return tolls;
    }

    /// <summary>"2 nomads held by border force | 0 | 0": columns count the dead and hurt; who was taken, the words of the row say.</summary>
    private IEnumerable<Toll> TakenIn(int number) => columns[number].Any(toll => toll.Outcome is Outcome.Captured or Outcome.Missing) ? []
        : passage.TollsIn(number).Where(toll => toll is { Outcome: Outcome.Captured or Outcome.Missing, IsPart: false, IsZero: false });

    private void Attach(Toll toll, int number, List<Mention> here)
    {
        var sentence = passage.Text.Sentences[number];
        var clause = passage.Speakers.AfterSpeech(number, Clauses.Of(passage.Tokens, sentence, toll.First, toll.Last), toll.First);
        if (OtherCause(number, toll) is { } cause)
        {
            lastCause = number;
            Leave(toll.First, toll.Last, cause.Value, cause.Cue);
            return;
        }
        if (frames.IsEarlierTitle(number, toll.First))
        {
            Leave(toll.First, toll.Last, "retracted", "title of an earlier report");
            return;
        }
        if (frames.Of(number, toll.First) is { } unreal)
        {
            Leave(toll.First, toll.Last, unreal.Value, unreal.Cue);
            return;
        }
        if (Modality.IsSupposed(passage.Tokens, sentence))
        {
            Leave(toll.First, toll.Last, "forecast", "if");
            return;
        }
        var act = Nearest(here, toll, clause);
        // "We suffered no loss, he said, and we will answer any attack": what is to come says nothing of the loss before it.
        act = act is { Against: { Value: "forecast" } ahead } && toll.IsZero && ahead.First >= toll.Last && (act.First >= clause.To || Enumerable.Range(toll.Last, ahead.First - toll.Last).Any(at => passage.Tokens[at].IsMark(','))) ? null : act;
        // "Two guards were hurt, the ministry said, and accused them of having fired first": the accusation is of another act.
        act = act is { Against: { Value: "accusation" } accused } && accused.First >= toll.Last && act.First > accused.First ? null : act;
        // "The earthquake left nine dead here. Two died on the Afghan side": by what the sentence before names.
        if (here.Count == 0 && number - lastCause is 1 && passage.SameBlock(lastCause, number))
        {
            lastCause = number;
            Leave(toll.First, toll.Last, "other cause", "the sentence before");
            return;
        }
        if (act is null && IsOverall(number) && Totals.Count < MostTotals)
        {
            Totals.Add((toll, passage.SpeakerOf(toll), null));
            Leave(toll.First, toll.Last, "aggregate", "in all");
            return;
        }
        // "Iranian guards shot dead five": the sentence itself says that it is of another border.
        if (!passage.IsRow(number) && act is null or { Form: ActForm.Weak } && scope.IsOfOtherBorder(number))
        {
            Leave(toll.First, toll.Last, "out of scope", "another border or matter");
            return;
        }
        if (act is not null && outside.Contains(act) && !scope.IsOfOtherBorder(number) && ToldBefore(number) is { } told)
        {
            told.Add(toll, passage.SpeakerOf(toll), number);
            return;
        }
        if (act is not null && outside.Contains(act))
        {
            Leave(toll.First, toll.Last, "out of scope", act.Cue);
            return;
        }
        if (act is { Against.Value: "negation" or "denial" } && OfDeniedStrike(toll, number, clause, act))
        {
            return;
        }
        if (act is { Against: { } against } && !(against.Value is "negation" && toll.IsZero))
        {
            // "asked for an inquiry into raids in which, officials said, 24 were killed": somebody says so of what the next sentences tell.
            if (against.Value is "wish" or "accusation" or "talk" && number <= LastOfOpening && IsSaidBehind(number, against.Last, toll))
            {
                open.Add((toll, number, null));
                return;
            }
            if (against.Value is "aggregate" && !toll.IsPart && Totals.Count < MostTotals)
            {
                Totals.Add((toll, passage.SpeakerOf(toll), act));
            }
            Leave(toll.First, toll.Last, against.Value, against.Cue);
            return;
        }
        if (!toll.IsZero && Modality.Of(passage.Tokens, clause, toll.First, toll.Last) is { } marker && marker.Value is not "negation" && !(marker.Value is "purpose" && marker.Last == toll.FigureFirst) && !(marker.Value is "accusation" or "comparison" && act is not null && byMention.ContainsKey(act) && !IsOfWhen(marker.Last, toll.First)) && !(Modality.IsSpan(marker) && HasDay(number, clause)))
        {
            if (marker.Value is "aggregate" && !toll.IsPart && Totals.Count < MostTotals)
            {
                Totals.Add((toll, passage.SpeakerOf(toll), null));
            }
            Leave(toll.First, toll.Last, marker.Value, marker.Cue);
            return;
        }
        // "A device went off under a police car in Jalalabad. Two were wounded": they go with what is left out.
        if (act is null && LastTold(number) is { } left && outside.Contains(left))
        {
            Leave(toll.First, toll.Last, "out of scope", left.Cue);
            return;
        }
        if (act is null && !HasDay(number, clause) && passage.TimesIn(number).FirstOrDefault(time => time.First >= clause.From && time.Last <= clause.To && time.Use is TimeUse.History or TimeUse.Total) is { } period)
        {
            if (period.Use is TimeUse.Total && !toll.IsPart && Totals.Count < MostTotals)
            {
                Totals.Add((toll, passage.SpeakerOf(toll), null));
            }
            Leave(toll.First, toll.Last, period.Use is TimeUse.Total ? "aggregate" : "history", period.Rule);
            return;
        }
        var isElsewhere = false;
        var home = TakenBeside(toll, number) ?? (act is null ? null : byMention.GetValueOrDefault(act)) ?? (act is null || act.Form is ActForm.Weak ? OwnHappening(toll, number, clause, out isElsewhere) : null) ?? (isElsewhere ? null : FocusOfToll(number));
        if (home is null && act is null && !isElsewhere)
        {
            open.Add((toll, number, scenes.Beside(number, toll.First, toll.Last) is { Count: > 0 } at ? at : passage.PlacesIn(number).Any(place => !passage.IsRow(number) || scenes.MayBe(place)) ? null : scenes.OfLabel(number)));
            return;
        }
        if (home is null)
        {
            Leave(toll.First, toll.Last, "toll without happening", toll.Cue);
            return;
        }
        home = FollowUp(toll, number, home) ?? home;
        home.Add(toll, passage.SpeakerOf(toll), number);
        lastHome = (toll, home);
    }

    /// <summary>"the deadliest since 2021, when twenty died": of what is compared with.</summary>
    private bool IsOfWhen(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(at => passage.Tokens[at].Key is "when" or "since");

    /// <summary>Whether somebody is named between two places of a sentence who says what follows.</summary>
    private bool IsSaidBehind(int number, int from, Toll toll) => passage.SpeakerOf(toll) is { } speech && speech.Sentence == number && speech.VerbFirst >= from && speech.VerbLast <= toll.First;

    /// <summary>"treating seven more at Khost": where they are cared for, nothing happened.</summary>
    private static bool IsOfCare(Toll toll) => toll.Cue.Contains("treat", StringComparison.Ordinal) || toll.Cue.Contains("hospital", StringComparison.Ordinal);

    /// <summary>"One was led away": a sentence without a place goes on with what its paragraph told of the border just before it, whatever its verb.</summary>
    private Happening? ToldBefore(int number) => !passage.IsRow(number) && !passage.PlacesIn(number).Any() && FocusOfToll(number) is { } focus && number - focus.LastTouched is >= 0 and <= FarthestHarm
        && !Enumerable.Range(focus.LastTouched, number - focus.LastTouched).Any(between => bySentence[between].Any(outside.Contains)) ? focus : null;

    /// <summary>The act told last, in a paragraph, before a sentence that tells none.</summary>
    private Mention? LastTold(int number)
    {
        for (var sentence = number; sentence >= Math.Max(0, number - 2) && passage.SameBlock(sentence, number); sentence--)
        {
            if (bySentence[sentence].LastOrDefault(mention => Acts.IsViolent(mention.Kind)) is { } last)
            {
                return last;
            }
        }
        return null;
    }

    private bool HasDay(int number, (int From, int To) clause) => passage.TimesIn(number).Any(time => time.First >= clause.From && time.Last <= clause.To && time is { Use: TimeUse.When, IsDated: true } && time.Precision is DatePrecision.Day or DatePrecision.Range);

    /// <summary>A left-over mine, a flood: whoever came to harm there, it was none of what is told beside it.</summary>
    private Lexicons.PhraseMatch<string>? OtherCause(int number, Toll toll)
    {
        var (from, to) = (passage.Text.Sentences[number].First, passage.Text.Sentences[number].Last);
        // "found two bodies near the river; cause unknown"
        if (Modality.Cause(passage.Tokens, from, to) is { } unknown && unknown.Cue.StartsWith("cause", StringComparison.Ordinal))
        {
            return unknown;
        }
        var before = from;
        for (var at = from; at < to && !passage.IsRow(number); at++)
        {
            (before, from, to) = passage.Tokens[at].IsMark(';') ? at < toll.First ? (from, at + 1, to) : (before, from, Math.Min(to, at)) : (before, from, to);
        }
        return Modality.Cause(passage.Tokens, from, to) ?? (before < from && !toll.IsZero && IsSequel(number, from, to) ? Modality.Cause(passage.Tokens, before, from) : null);
    }

    /// <summary>"A bus overturned; three died": a part of a sentence that names no place and no deed goes on with the part before it.</summary>
    private bool IsSequel(int number, int from, int to) => !passage.PlacesIn(number).Any(located => located.First >= from && located.First < to) && !bySentence[number].Any(mention => mention.Form is not ActForm.Weak && mention.First >= from && mention.First < to);

    private bool HasSemicolon(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (passage.Tokens[at].IsMark(';'))
            {
                return true;
            }
        }
        return false;
    }

    private void Deny(int number, List<Mention> here)
    {
        // "dismissed the claim", "rejected the allegation": what was told last.
        foreach (var speech in passage.Speakers.In(number).Where(speech => speech.Act is SpeechAct.Deny && !here.Exists(mention => mention.Denial == speech)))
        {
            if (IsOfReport(speech) is { } isOfAct && Latest.Where(happening => (number - happening.LastTouched <= (isOfAct ? FarthestPart : 1) || (isOfAct && happenings.Count(other => Acts.IsViolent(other.Kind)) == 1)) && happening.First.IsRow == passage.IsRow(number)).OrderBy(happening => happening.LastTouched).LastOrDefault() is { } last)
            {
                // Who only rejects "the claims" has another account of it; who rejects the deed says that it did not happen.
                last.Deny(isOfAct ? speech : speech with { Act = SpeechAct.Claim }, speech.VerbFirst, Math.Min(passage.Text.Sentences[number].Last, speech.VerbLast + 3));
            }
        }
        foreach (var mention in here)
        {
            // "Reports that a helicopter had been hit were rejected": of what is told nothing is denied.
            if (mention.Against is { Value: "rejected" })
            {
                continue;
            }
            if (mention.Denial is { } denial && (byMention.GetValueOrDefault(mention) ?? Alike(mention)) is { } home)
            {
                // "denied that any post had fallen": of the guns that were told with it nothing is denied.
                var isOfOther = mention.Kind is "post_capture" && home.Mentions.Any(other => !ReferenceEquals(other, mention)) && !home.Mentions.Any(other => !ReferenceEquals(other, mention) && other.Kind is "post_capture");
                home.Deny(isOfOther || IsOfHarm(denial, mention) ? denial with { Act = SpeechAct.Claim } : denial, denial.VerbFirst, mention.Last);
            }
            else if (mention is { Against.Value: "denial" or "negation" } && Alike(mention) is { } meant && mention.Against is { Value: "denial" } against)
            {
                meant.Deny(passage.Speakers.In(number) is { Count: > 0 } speeches ? speeches[0] : null, against.First, mention.Last);
            }
        }
    }

    /// <summary>Whether a denial is of a deed or of a report of it (true), or of what the other side says in general (false); null: of something else.</summary>
    private bool? IsOfReport(Speech speech)
    {
        var to = Math.Min(passage.Text.Sentences[speech.Sentence].Last, speech.VerbLast + 6);
        for (var at = speech.VerbLast; at < to; at++)
        {
            if (passage.Tokens[at].Key is "report" or "reports" or "fired" or "involvement" or "responsibility" or "attack" or "attacks" or "firing" or "shelling" or "strike" or "strikes" or "airstrike" or "airstrikes" or "incursion" or "raid" or "raids")
            {
                return true;
            }
            if (passage.Tokens[at].Key is "claim" or "claims" or "allegation" or "allegations" or "accusation" or "accusations" or "charge" or "charges" or "it")
            {
                return false;
            }
        }
        return null;
    }

    private Happening? Alike(Mention mention) => Latest.LastOrDefault(happening => happening.Group == Acts.GroupOf(mention.Kind));

    /// <summary>What was captured or destroyed goes with an act of its own sentence, else with the fight told last, or the one of the place beside it.</summary>
    private void Lose(int number, List<Mention> here)
    {
        var act = here.Find(mention => byMention.TryGetValue(mention, out var told) && told.Group is "combat" or "strike" or "drone_shootdown" or "infiltration");
        var home = act is not null ? byMention[act] : here.Count == 0 && FocusOf(number) is { Group: "combat" or "infiltration" or "explosive" } focus ? focus : null;
        // "Seven rifles and a launcher were seized at Dwa Toi": of several fights, the one there.
        home = act is null && home is not null && scenes.Beside(number, passage.Text.Sentences[number].Last, passage.Text.Sentences[number].Last) is { Count: > 0 } at
            ? Latest.LastOrDefault(happening => happening.Group is "combat" or "infiltration" or "explosive" && happening.Scenes.Any(scene => at.Exists(other => IsSame(scene, other)))) : home;
        if (home is null)
        {
            return;
        }
        foreach (var thing in Figures.Things.Find(passage.Tokens, passage.Text.Sentences[number]))
        {
            home.Add(thing, passage.Speakers.At(thing.First));
        }
        // "One was brought down": a drone, whether the noun stands beside the verb or not.
        if (act is { Kind: "drone_shootdown" } && home.Things.Count == 0)
        {
            home.Add(new Thing(AircraftOf(number), ObjectEffect.Destroyed, 1, 1, act.First, act.Last), act.Speech);
        }
    }
}
