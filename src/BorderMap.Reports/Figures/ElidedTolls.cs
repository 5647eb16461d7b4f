using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Figures whose word of harm is said once for two sides, in the question before, or by a pronoun.</summary>
internal sealed partial class Tolls
{
    private const int LongestQuestion = 24;
    private const int LongestElided = 9;
    private const int LongestBy = 6;

    private void ReadElided(Toll? before)
    {
        ReadThatOf();
        ReadThoseOf();
        ReadLostToo();
        ReadBy();
        ReadEach();
        ReadSo(before);
        ReadAnswer();
    }

    /// <summary>"its loss as two killed, and that of the attackers as over twenty": a pronoun stands for the word of harm.</summary>
    private void ReadThatOf()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: true, IsPart: false, Max: not 0 } && group.First - 3 > from && tokens[group.First - 1].Key is "as" or "at" or "to" or "were" or "was" && StopsAt(group.Last)))
        {
            var that = group.First - 2;
            while (that > from && group.First - that < LongestElided && tokens[that].IsWord && !(tokens[that].Key is "that" or "those" && tokens[that + 1].Key is "of" or "on" or "among") && !IsOfHarmToo(that))
            {
                that--;
            }
            if (!(tokens[that].Key is "that" or "those" || IsOfHarmToo(that)) || found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.Last <= that) is not { } told)
            {
                continue;
            }
            found.RemoveAll(toll => toll.FigureFirst == group.First);
            var category = Enumerable.Range(that, group.First - that).Select(at => People.CategoryAt(tokens, at, group.First)).LastOrDefault(named => named is not null);
            var whole = found.Find(toll => toll is { IsPart: false, IsZero: false } && toll.FigureLast <= that && toll.Cue == "loss~n") ?? told;
            // "the number of martyrs at six and that of the wounded at nine"
            var outcome = harms.FindLast(harm => harm.First > that && harm.Last < group.First && harm.Value.Outcome is Outcome.Killed or Outcome.Injured) is { Cue: not null } own ? own.Value.Outcome : whole.Outcome;
            found.Add(Another(whole, group) with { Outcome = outcome, Category = category, Side = People.SideOf(tokens, that, group.First), IsOfSpeaker = Enumerable.Range(that, group.First - that).Any(at => tokens[at].Key is "own" or "its" or "our"), IsOfEnemy = false });
        }
    }

    /// <summary>"put the number of dead at four and of wounded at nine": the pronoun itself is left out.</summary>
    private bool IsOfHarmToo(int at) => tokens[at].Key is "and" && at + 2 < to && tokens[at + 1].Key is "of" && harms.Exists(harm => harm.First > at + 1 && harm.First <= at + 3 && harm.Value.Outcome is Outcome.Injured or Outcome.Killed);

    /// <summary>"The bodies of five soldiers were given over and those of three guards received": the same of others.</summary>
    private void ReadThoseOf()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: false, IsPart: false, Max: not 0 } && group.First - 3 > from && tokens[group.First - 1].Key is "of" && tokens[group.First - 2].Key is "those" or "that" && tokens[group.First - 3].Key is "and" or "with" or "while" or "for" && IsFree(group) && !StartsHarm(group.Last)))
        {
            if (found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.Last < group.First) is { } told && tokens[told.First].Key is "bodies" or "body" or "remains" or "coffins" or "death" or "deaths" or "killing" or "martyrdom")
            {
                found.Add(Another(told, group) with { Category = group.Category, Side = group.Side, IsOfSpeaker = group.IsOfSpeaker, IsOfEnemy = group.IsOfEnemy });
            }
        }
    }

    /// <summary>"the garrison lost a havildar and the Afghans, by their own admission, three": the verb is said once.</summary>
    private void ReadLostToo()
    {
        foreach (var group in groups.FindAll(group => group is { IsPart: false, Max: not 0 } && IsFree(group) && (group.Last >= to || tokens[group.Last].IsMark('.') || tokens[group.Last].IsMark(';') || tokens[group.Last].IsMark(','))))
        {
            // "Pakistan lost nine soldiers and the Taliban six fighters"
            if (!group.IsBare && !(tokens[group.First - (group.First > from ? 1 : 0)] is { IsWord: true, Key: not ("and" or "while" or "but") } && People.IsFighting(group.Category)))
            {
                continue;
            }
            if (found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.Last < group.First) is not { Outcome: Outcome.Killed or Outcome.Injured } told || !(IsLoss(told) || tokens[group.First - 1].Key is "side" || IsForThem(told.Last)) || group.First - told.Last is < 2 or > LongestElided || !(tokens[told.Last].IsMark(',') || tokens[told.Last].Key is "and" or "while" || tokens[told.Last].IsMark(';')))
            {
                continue;
            }
            var between = Enumerable.Range(told.Last, group.First - told.Last);
            if (between.Any(at => People.SideOf(tokens, at, at + 1) is not null || People.CategoryAt(tokens, at, group.First) is not null || tokens[at].Key is "army" or "side" or "other" or "others" or "islamabad" or "kabul") && !between.Any(at => Auxiliaries.Contains(tokens[at].Key) || (IsSpeech(tokens[at].Key) && !tokens[group.First - 1].IsMark(',')) || tokens[at].Kind is TokenKind.Number || harms.Exists(harm => harm.First == at)))
            {
                found.Add(Another(told, group) with { Category = group.Category ?? told.Category, Side = People.SideOf(tokens, told.Last, group.First), IsOfSpeaker = false });
            }
        }
    }

    /// <summary>"six guards were killed by mortar fire and two villagers by a stray shell": the verb is said once.</summary>
    private void ReadBy()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: false, IsPart: false, Category: not null } && group.First - 2 > from && group.Last + 1 < to && tokens[group.First - 1].Key is "and" or "while" && tokens[group.Last].Key is "by" && IsFree(group) && EndsBy(group.Last)))
        {
            if (found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.Last < group.First) is { Outcome: Outcome.Killed or Outcome.Injured } told && group.First - told.Last <= LongestElided && tokens[told.Last].Key is "by" && told.FigureLast < told.Last && Enumerable.Range(told.Last, group.First - told.Last - 1).All(at => tokens[at].IsWord))
            {
                found.Add(Another(told, group) with { Category = group.Category, Side = group.Side, IsOfSpeaker = group.IsOfSpeaker, IsOfEnemy = group.IsOfEnemy });
            }
        }
    }

    /// <summary>"Pakistan lost nine", "the clash cost the Taliban six men", "the Taliban had six killed": a verb of which a side is the subject or the object.</summary>
    private bool IsLoss(Toll told) => told.Cue is "lost|losing|lose|loses" || told.Cue.StartsWith("cost", StringComparison.Ordinal) || (told.FigureFirst > from && tokens[told.FigureFirst - 1].Key is "had" or "has" or "suffered");

    /// <summary>"the toll was nine dead for Pakistan, for the Taliban six"</summary>
    private bool IsForThem(int at) => at + 1 < to && (tokens[at].IsMark(',') || tokens[at].Key is "and") && tokens[at + 1].Key is "for";

    /// <summary>Whether a clause ends with who or what did it.</summary>
    private bool EndsBy(int at)
    {
        var end = at + 1;
        while (end < to && end - at <= LongestBy && tokens[end].IsWord && !Auxiliaries.Contains(tokens[end].Key))
        {
            end++;
        }
        return end >= to || !tokens[end].IsWord;
    }

    /// <summary>"Each side lost four men", "both sides had two wounded each", "three were killed on each side": so many of either.</summary>
    private void ReadEach()
    {
        if (found is not [{ IsPart: false, IsZero: false, Side: null, IsOfSpeaker: false, IsOfEnemy: false, Outcome: Outcome.Killed or Outcome.Injured } told, ..] || found.Exists(toll => toll.IsPart || toll.Side is not null || toll.FigureFirst < told.FigureFirst))
        {
            return;
        }
        var isBehind = told.Last + 2 < to && tokens[told.Last].Key is "on" && tokens[told.Last + 1].Key is "each" or "either" && tokens[told.Last + 2].Key is "side";
        var isBefore = told.First - 2 >= from && Enumerable.Range(Math.Max(from + 1, told.First - 3), Math.Min(3, told.First - from - 1)).Any(at => tokens[at - 1].Key is "each" && tokens[at].Key is "side" or "army")
            || told.FigureLast < to && tokens[told.FigureLast].Key is "each" && Enumerable.Range(Math.Max(from + 1, told.First - 3), Math.Min(3, told.First - from - 1)).Any(at => tokens[at - 1].Key is "both" or "two" && tokens[at].Key is "sides" or "armies");
        if (isBehind || isBefore)
        {
            var both = found.ToArray();
            found.Clear();
            found.AddRange(both.SelectMany(toll => new[] { toll with { Side = "PK" }, toll with { Side = "AF" } }));
        }
    }

    /// <summary>"The midwife is dead. So are two of the women", "... and so was his son": as those before.</summary>
    private void ReadSo(Toll? before)
    {
        for (var at = from; at + 2 < to; at++)
        {
            if (tokens[at].Key is "so" or "as" && tokens[at + 1].Key is "are" or "is" or "was" or "were" or "did" or "had" or "has" or "have" && After(at + 2, 0, mayBeBare: true) is { } list && list.TrueForAll(group => !group.IsPart && IsFree(group)) && !StartsHarm(list[^1].Last) && (found.FindLast(toll => toll is { IsZero: false } && toll.Last <= at) ?? before) is { IsZero: false } told)
            {
                var sum = list.Select(group => Another(told, group) with { Category = group.Category ?? told.Category }).Aggregate(Sum);
                found.Add(sum with { IsOfSpeaker = told.IsOfSpeaker, IsOfEnemy = told.IsOfEnemy });
            }
        }
    }

    /// <summary>"And who was killed? Two constables and a soldier.", "His own casualties? Nil, thanks to Allah.": the question says the harm.</summary>
    private void ReadAnswer()
    {
        if (found.Count > 0 || harms.Count > 0 || zeros.Count > 0 || Asked() is not { Count: > 0 } asked)
        {
            return;
        }
        var first = from;
        for (var label = from; label < Math.Min(to, from + LongestOffice); label++)
        {
            first = tokens[label].IsMark(':') ? label + 1 : first;
        }
        if (tokens[Math.Min(first, to - 1)].Key is "nil" or "none" or "zero" or "nobody" or "nought")
        {
            found.AddRange(asked.Select(outcome => new Toll(outcome, 0, 0, null, null, first, first + 1, "answer") { FigureFirst = first, FigureLast = first + 1 }));
        }
        else if (After(first, 1, mayBeBare: true) is { } list && list.TrueForAll(group => !group.IsPart) && StopsAt(list[^1].Last) && asked[0] is var outcome)
        {
            found.Add(list.Select(group => new Toll(outcome, group.Min, group.Max, group.Category, group.Side, group.First, group.Last, "answer") { FigureFirst = group.First, FigureLast = group.Last, IsOfSpeaker = group.IsOfSpeaker, IsOfEnemy = group.IsOfEnemy }).Aggregate(Sum));
        }
    }

    /// <summary>The harm of which the sentence before asks: of casualties both.</summary>
    private List<Outcome> Asked()
    {
        var end = from - 1;
        while (end > 0 && from - end < 4 && !tokens[end].IsMark('?') && tokens[end].Kind is TokenKind.Mark)
        {
            end--;
        }
        if (end <= 0 || !tokens[end].IsMark('?'))
        {
            return [];
        }
        var begin = end;
        while (begin > 0 && end - begin < LongestQuestion && !tokens[begin - 1].IsMark('.') && !tokens[begin - 1].IsMark('?') && !tokens[begin - 1].IsMark(':'))
        {
            begin--;
        }
        if (Enumerable.Range(begin, end - begin).Any(at => tokens[at].Key is "casualties" or "losses" or "loss" or "casualty" or "hurt" or "harmed"))
        {
            return [Outcome.Killed, Outcome.Injured];
        }
        // "And on your side? None."
        if (Tells(tokens, from, to) is false && Enumerable.Range(begin, end - begin).Any(at => tokens[at].Key is "side" or "own" or "yours" or "ours" or "theirs"))
        {
            return tokens[from].Key is "nil" or "none" or "nobody" or "zero" ? [Outcome.Killed, Outcome.Injured] : [];
        }
        return Harms.Find(tokens, begin, end).Select(harm => harm.Value.Outcome).Concat(Enumerable.Range(begin, end - begin).Where(at => tokens[at].Key is "victims" or "dead").Select(_ => Outcome.Killed)).Where(outcome => outcome is Outcome.Killed or Outcome.Injured or Outcome.Captured).Take(1).ToList();
    }
}
