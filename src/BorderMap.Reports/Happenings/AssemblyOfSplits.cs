using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;

namespace BorderMap.Reports.Happenings;

/// <summary>Puts one happening together that was read as two: a fight, once by what was done and once by who came to harm; a gate or a truce, told twice.</summary>
internal sealed partial class Assembly
{
    /// <summary>Days from a gate's closing to one told as still going on without a word that says so.</summary>
    private const int MostDaysShut = 45;

    /// <summary>Words from a verb to "again".</summary>
    private const int FarthestAgain = 3;

    /// <summary>"The two forces exchanged fire on Friday", then "attacks were launched in Spin Boldak. Four died", of the same place and day: one fight, with the figures of both.</summary>
    private void JoinSplits()
    {
        for (var at = 1; at < happenings.Count; at++)
        {
            var later = happenings[at];
            if (happenings.Take(at).Skip(Math.Max(0, at - MostOpen)).LastOrDefault(earlier => AreOneFight(earlier, later) || AreOneState(earlier, later) || AreOneTruce(earlier, later)) is { } home)
            {
                // "still shut on Wednesday. It was sealed on Sunday": since the first of the days.
                var isLater = home.Group is "crossing_closure" or "ceasefire" && StartOf(later) < StartOf(home);
                happenings.RemoveAt(at--);
                if (isLater)
                {
                    happenings[happenings.IndexOf(home)] = later;
                }
                if (later.Group is "combat" && StartOf(later) is { } began && EndsWhatBegan(home, later))
                {
                    home.BeginOn(began);
                }
                (isLater ? later : home).Take(isLater ? home : later);
            }
        }
    }

    /// <summary>Two fights with figures each may be two; where one has none, or each has those of another side, it is the same one.</summary>
    private bool AreOneFight(Happening a, Happening b)
    {
        var isOfSentence = a.Mentions.Any(mention => mention.Sentence == b.First.Sentence);
        if (b.Group is not "combat" || !(a.Group is "combat" || (a.Group is "infiltration" && isOfSentence && b.Tolls.Count == 0)) || (b.First.IsAnother && !isOfSentence) || passage.AreOfOtherLabels(a.First.Sentence, b.First.Sentence) || (passage.RowOf(a.First.Sentence) is not null && passage.RowOf(b.First.Sentence) is not null)
            || (a.Tolls.Count > 0 && b.Tolls.Count > 0 && !AreToldByTwoSides(a, b)))
        {
            return false;
        }
        // Lines of a list that face each other over the border are records of their own.
        var mayFace = !a.First.IsRow && !b.First.IsRow;
        return a.Scenes.Any(one => b.Scenes.Any(other => IsSame(one, other) || (mayFace && (AreOpposite(one, other) || AreOpposite(other, one))))) && (b.Mentions.All(mention => TimesFit(a, mention)) || EndsWhatBegan(a, b));
    }

    /// <summary>"Firing stopped on Friday after five days. The clashes, which began on Monday, ...": its end is told first, and then the days before.</summary>
    private bool EndsWhatBegan(Happening a, Happening b) => !a.First.IsRow && StartOf(a) is { } end && StartOf(b) is { } start && end.DayNumber - start.DayNumber is > 0 and <= MostDaysFought && a.Mentions.All(IsEnd);

    private bool IsEnd(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        var (from, to) = (Math.Max(sentence.First, mention.First - FarthestEnding), Math.Min(sentence.Last, mention.Last + FarthestEnded));
        return mention.Form is not ActForm.Verb && (Enumerable.Range(from, mention.First - from).Any(at => passage.Tokens[at].Key is "ending" or "ended" or "ends" or "halted" or "halting")
            || Enumerable.Range(mention.Last, Math.Max(0, to - mention.Last)).TakeWhile(at => passage.Tokens[at].Kind is not Reading.TokenKind.Mark).Any(at => passage.Tokens[at].Key is "stopped" or "ended" or "ceased" or "subsided" or "halted" || (passage.Tokens[at].Key is "died" && at + 1 < to && passage.Tokens[at + 1].Key is "down")));
    }

    /// <summary>Words from "ending" to the fight, and from the fight to "stopped".</summary>
    private const int FarthestEnding = 5;
    private const int FarthestEnded = 12;

    private static bool AreToldByTwoSides(Happening a, Happening b) => OnlyTeller(a) is { } one && OnlyTeller(b) is { } other && one != other;

    private static string? OnlyTeller(Happening told) => told.Tolls.Select(each => each.Speech?.Actor?.Side).Distinct().Take(2).ToList() is ["AF" or "PK"] sides ? sides[0] : null;

    /// <summary>"stayed shut for a third day on Monday", then "was closed late on Friday": a gate stays shut until it is opened, and is opened once in a day.</summary>
    private bool AreOneState(Happening a, Happening b)
    {
        if (a.Group != b.Group || a.Group is not ("crossing_closure" or "crossing_reopening") || b.First.IsAnother || !a.Scenes.Any(one => b.Scenes.Any(other => IsOneGate(one, other))) || StartOf(a) is not { } one || StartOf(b) is not { } other)
        {
            return false;
        }
        var (from, to) = one < other ? (one, other) : (other, one);
        if (a.Group is "crossing_reopening")
        {
            return from == to && !(a.First.IsRow && b.First.IsRow) && !happenings.Exists(shut => shut.Group is "crossing_closure" && StartOf(shut) == from && AreAtOneGate(a, shut));
        }
        return (to.DayNumber - from.DayNumber <= MostDaysShut || IsState(a) || IsState(b)) && !IsAgain(one < other ? b : a) && !(one == other && IsAgain(b)) && IsExact(a) && IsExact(b) && !(from < to && passage.RowOf(a.First.Sentence) is not null && passage.RowOf(b.First.Sentence) is not null)
            && !happenings.Exists(opened => opened.Group is "crossing_reopening" && AreAtOneGate(a, opened) && (StartOf(opened) is { } day ? day >= from && day <= to && from < to : opened.First.First > a.First.First && opened.First.First < b.First.First));
    }

    private static DateOnly? StartOf(Happening told) => told.Time.Time is { IsDated: true } time ? time.Start ?? time.End : null;

    /// <summary>Shut on a day or since one: "closed for some weeks in January" is over.</summary>
    private static bool IsExact(Happening told) => told.Time.Time is { Use: TimeUse.Since } or { Precision: DatePrecision.Day or DatePrecision.Range };

    private static bool IsState(Happening told) => told.Mentions.Any(mention => mention.Cue.StartsWith("remained|", StringComparison.Ordinal));

    /// <summary>"was shut again within the hour": open in between, even if nothing else says so.</summary>
    private bool IsAgain(Happening told)
    {
        var (first, sentence) = (told.First, passage.Text.Sentences[told.First.Sentence]);
        return Enumerable.Range(first.First, Math.Min(sentence.Last, first.Last + FarthestAgain) - first.First).Any(at => passage.Tokens[at].Key is "again" or "anew" or "afresh") || (first.First > sentence.First && passage.Tokens[first.First - 1].Key is "again");
    }

    private bool AreAtOneGate(Happening a, Happening b) => a.Scenes.Any(one => b.Scenes.Any(other => IsOneGate(one, other)));

    private bool IsOneGate(Scene a, Scene b) => a.Place?.Id is { } id && id == b.Place?.Id || passage.AreOfOneCrossing(a.Place!, b.Place!);

    /// <summary>"fighting that ended only with a truce", then "The truce took effect at 1300": one agreement, told with the day it was made or the next.</summary>
    private bool AreOneTruce(Happening a, Happening b) => a.Group is "ceasefire" && b.Group is "ceasefire" && !b.First.IsAnother && !passage.AreOfOtherLabels(a.First.Sentence, b.First.Sentence) && !(passage.RowOf(a.First.Sentence) is not null && passage.RowOf(b.First.Sentence) is not null)
        && a.Kind == b.Kind && StartOf(a) is { } one && StartOf(b) is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= 1;
}
