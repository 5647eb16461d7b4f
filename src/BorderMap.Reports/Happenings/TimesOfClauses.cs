using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;

namespace BorderMap.Reports.Happenings;

/// <summary>How the days of the clauses of a sentence hang together: "X on Saturday, six days after Y", "shut since Friday, after Z".</summary>
internal sealed partial class Times
{
    /// <summary>How far on the day stands that a deed is counted back from, where its own sentence names none.</summary>
    private const int FarthestCounted = 2;

    /// <summary>The last sentence that may be the first of a text: a dateline may stand before it.</summary>
    private const int LastOfLead = 1;

    /// <summary>Words that a thing's name may have, and letters that two words of one stem share.</summary>
    private const int LongestThing = 4;
    private const int Stem = 6;

    private (TimeMention Time, string Rule)? OfDistance(List<TimeMention> here, int sentence, (int From, int To) clause)
    {
        if (passage.TimesIn(sentence).FirstOrDefault(time => time is { Use: TimeUse.Distance, Days: not null } && tokens[time.Last - 1].Key is "after" or "before" or "following" or "to") is not { } distance)
        {
            return null;
        }
        var (nearest, farthest) = (distance.Days!.Value, distance.MostDays ?? distance.Days.Value);
        var from = Clauses.Of(tokens, passage.Text.Sentences[sentence], distance.Last - 1, distance.Last);
        var isInside = clause.From < distance.Last && clause.To > distance.Last;
        if (!isInside)
        {
            // "Two days after the raid on Monday, jets struck": two days on from Monday.
            return IsBesideDistance(distance, clause, from) && (here.Find(time => IsDay(time) && time.First >= distance.Last && time.Last <= from.To) ?? DayOfThing(sentence, distance.Last)) is { } told ? (Shifted(told, distance, nearest, nearest == 0 ? 0 : farthest), "sentence") : null;
        }
        return here.Find(time => IsDay(time) && (time.Last <= distance.First || time.First >= clause.To)) is { } main ? (Shifted(main, distance, -farthest, -nearest), "sentence")
            : passage.TimesIn(sentence).FirstOrDefault(time => IsDay(time) && time.Last <= distance.First) is { } said ? (Shifted(said, distance, -farthest, -nearest), "beside")
            : DayToldNext(sentence) is { } next ? (Shifted(next, distance, -farthest, -nearest), "beside") : null;
    }

    /// <summary>"Guards have stopped the workers, an official said. They had come on Thursday": a first sentence in the perfect has no day, the next ones tell it.</summary>
    private TimeMention? DayOfSequel(int sentence)
    {
        if (sentence > LastOfLead || passage.IsRow(sentence) || passage.IsHeading(sentence) || passage.TimesIn(sentence).Any(IsDay) || !HasWord(sentence, "have", "has"))
        {
            return null;
        }
        for (var next = sentence + 1; next <= sentence + FarthestCounted && next < passage.Text.Sentences.Count && !passage.IsRow(next); next++)
        {
            if (HasWord(next, "had", "had") && passage.TimesIn(next).LastOrDefault(time => IsDay(time) && !IsOfSpeech(time, next) && passage.AsideAt(time.First) < 0) is { } told)
            {
                return told;
            }
        }
        return null;
    }

    private bool HasWord(int sentence, string word, string other) => passage.Text.Sentences[sentence] is var of && Enumerable.Range(of.First, of.Last - of.First).Any(at => tokens[at].Key == word || tokens[at].Key == other);

    /// <summary>The clause that a distance belongs to is the one it stands in or that goes on after the other's comma.</summary>
    private static bool IsBesideDistance(TimeMention distance, (int From, int To) clause, (int From, int To) counted) => distance.First >= clause.From && distance.First <= clause.To || clause.From >= counted.To - 1 || clause.From > distance.Last;

    /// <summary>"two nights before the announcement", where it was announced on 18 March: the day told beside a word of the same stem.</summary>
    private TimeMention? DayOfThing(int sentence, int at)
    {
        var last = passage.Text.Sentences[sentence].Last;
        for (var word = at; word < Math.Min(at + LongestThing, last); word++)
        {
            if (tokens[word].Key.Length < Stem || tokens[word].IsCapital || tokens[word].Kind is not Reading.TokenKind.Word)
            {
                continue;
            }
            for (var before = sentence - 1; before >= Math.Max(0, sentence - MostBack); before--)
            {
                var of = passage.Text.Sentences[before];
                var same = Enumerable.Range(of.First, of.Last - of.First).FirstOrDefault(other => tokens[other].Key.Length >= Stem && tokens[other].Key.AsSpan(0, Stem).SequenceEqual(tokens[word].Key.AsSpan(0, Stem)), -1);
                if (same >= 0 && passage.TimesIn(before).Where(IsDay).MinBy(time => Math.Abs(time.First - same)) is { } told)
                {
                    return told;
                }
            }
        }
        return null;
    }

    private static TimeMention Shifted(TimeMention told, TimeMention distance, int least, int most)
    {
        // A night is of two days, and so is what lies ten days before it.
        var (day, last) = (told.Start!.Value, told.Rule is "overnight" ? told.End ?? told.Start.Value : told.Start.Value);
        return distance with { Start = day.AddDays(Math.Min(least, most)), End = last.AddDays(Math.Max(least, most)), Precision = day != last ? DatePrecision.Range : least == most ? DatePrecision.Day : DatePrecision.Approx, Use = TimeUse.When, Rule = "distance" };
    }

    /// <summary>"Two days after drones came over, the answer was given. Last night posts were stormed": the day stands in the next sentence.</summary>
    private TimeMention? DayToldNext(int sentence)
    {
        for (var next = sentence + 1; next <= sentence + FarthestCounted && next < passage.Text.Sentences.Count && passage.SameBlock(next, sentence); next++)
        {
            if (passage.TimesIn(next).FirstOrDefault(time => IsDay(time) && !IsOfSpeech(time, next)) is { } told)
            {
                return told;
            }
        }
        return passage.Published is { } day ? new TimeMention(-1, -1, day, day, DatePrecision.Day, TimeUse.When, "publication") : null;
    }

    /// <summary>The time of the clause that a "when" hangs on.</summary>
    private (TimeMention Time, string Rule)? OfHost(List<TimeMention> here, int sentence, (int From, int To) clause)
    {
        var at = clause.From - 1;
        at -= at > 0 && tokens[at].Kind is Reading.TokenKind.Mark ? 1 : 0;
        if (at < passage.Text.Sentences[sentence].First)
        {
            return null;
        }
        var host = Clauses.Of(tokens, passage.Text.Sentences[sentence], at, at + 1);
        return here.LastOrDefault(time => IsDay(time) && time.First >= host.From && time.Last <= host.To) is { } told ? (told, "clause") : OfDistance(here, sentence, host);
    }

    /// <summary>"kept shut for a third day, after aircraft fired": what led to a lasting state is of its first day.</summary>
    private TimeMention? OfMainClause(int sentence, (int From, int To) clause, bool isLasting) => isLasting || !IsSubordinate(clause, sentence) || tokens[clause.From].Key is "before" ? null
        : passage.TimesIn(sentence).FirstOrDefault(time => time is { Use: TimeUse.Since, Start: not null } && (time.Last <= clause.From || time.First >= clause.To) && !IsOfFight(time, sentence)) is { Start: { } day } since
            ? since with { End = day, Precision = DatePrecision.Day, Use = TimeUse.When } : null;

    /// <summary>"fought for three days in Kurram, after drones hit houses": how long they fought tells nothing of the day of what led to it.</summary>
    private bool IsOfFight(TimeMention time, int sentence) => time.Rule is "lasting" && Clauses.Of(tokens, passage.Text.Sentences[sentence], time.First, time.Last) is var clause
        && passage.ActsIn(sentence).Where(act => act.First >= clause.From && act.Last <= clause.To).ToList() is { Count: > 0 } acts && acts.TrueForAll(act => Acts.IsViolent(act.Value.Kind));

    private bool IsSubordinate((int From, int To) clause, int sentence) => clause.From > passage.Text.Sentences[sentence].First && tokens[clause.From].Key is "after" or "following" or "because" or "before" or "since";

    /// <summary>"stopped on Monday after a shootout and resumed on Thursday": behind "and" the main clause goes on, with its own day.</summary>
    private bool IsOfNextVerb(TimeMention time, int act, (int From, int To) clause)
    {
        if (tokens[clause.From].Key is not ("after" or "following" or "because"))
        {
            return false;
        }
        for (var at = act; at < time.First - 1; at++)
        {
            if (tokens[at].Key is "and" or "but" && NextVerbs.Contains(tokens[at + (tokens[at + 1].Key is "was" or "were" or "only" or "then" or "finally" or "partly" or "fully" ? 2 : 1)].Key))
            {
                return true;
            }
        }
        return false;
    }

    private static readonly HashSet<string> NextVerbs = new(StringComparer.Ordinal) { "resumed", "reopened", "opened", "restarted", "restored", "returned", "ended", "lifted", "resume", "open", "reopen", "remained", "stayed", "began", "allowed", "normalised", "normalized" };

    /// <summary>Sentences on to the one that tells the day of what was told without one.</summary>
    private const int FarthestSequel = 2;

    /// <summary>What a report tells as news is no older.</summary>
    private const int DaysBack = 8;

    /// <summary>"have stopped soldiers from fencing, a governor said. They had come on Thursday", "The incident took place on Sunday": the day of what was told stands in the next sentences.</summary>
    private TimeMention? OfSequel(int sentence, DateOnly? latest)
    {
        if (passage.IsRow(sentence) || passage.IsHeading(sentence) || passage.ActsIn(sentence) is not [var act, ..])
        {
            return null;
        }
        for (var next = sentence + 1; next <= sentence + FarthestSequel && next < passage.Text.Sentences.Count && !passage.IsRow(next); next++)
        {
            if ((next > sentence + 1 && Figures.Tolls.Tells(tokens, passage.Text.Sentences[next].First, passage.Text.Sentences[next].Last)) || passage.ActsIn(next).Any(other => other.Value.Form is not ActForm.Weak and not ActForm.Read && Acts.GroupOf(other.Value.Kind) != Acts.GroupOf(act.Value.Kind)))
            {
                return null;
            }
            if (passage.TimesIn(next).Where(time => IsDay(time) && !IsOfSpeech(time, next) && !IsOfDateline(time, next)).ToList() is { Count: > 0 } times)
            {
                return times is [{ Start: { } day, Rule: "weekday" or "month-day" or "numeric" } only] && latest is { } last && last.DayNumber - day.DayNumber is >= 0 and <= DaysBack && TellsAgain(next, only.First) ? only : null;
            }
        }
        return null;
    }

    /// <summary>What is told again has "had", or is "the incident" that "took place", before its day.</summary>
    private bool TellsAgain(int sentence, int day)
    {
        for (var at = passage.Text.Sentences[sentence].First; at < day; at++)
        {
            if (tokens[at].Key is "had" || (tokens[at].Key is "incident" or "episode" or "event" or "confrontation" or "standoff" or "quarrel" or "affair" or "it" or "this" && tokens[at + 1].Key is "took" or "occurred" or "happened" or "was" or "came"))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsDay(TimeMention time) => time is { Use: TimeUse.When, Start: not null, Precision: DatePrecision.Day or DatePrecision.Range };
}
