using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Figures whose word of harm is said once for two sides, in the question before, or by a pronoun.</summary>
internal sealed partial class Tolls
{
    private const int LongestQuestion = 24;
    private const int LongestElided = 9;

    private void ReadElided(Toll? before)
    {
        ReadThatOf();
        ReadThoseOf();
        ReadLostToo();
        ReadSo(before);
        ReadAnswer();
    }

    /// <summary>"its loss as two killed, and that of the attackers as over twenty": a pronoun stands for the word of harm.</summary>
    private void ReadThatOf()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: true, IsPart: false, Max: not 0 } && group.First - 3 > from && tokens[group.First - 1].Key is "as" or "at" or "to" or "were" or "was" && StopsAt(group.Last)))
        {
            var that = group.First - 2;
            while (that > from && group.First - that < LongestElided && tokens[that].IsWord && !(tokens[that].Key is "that" or "those" && tokens[that + 1].Key is "of" or "on" or "among"))
            {
                that--;
            }
            if (!(tokens[that].Key is "that" or "those") || found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.Last <= that) is not { } told)
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
        foreach (var group in groups.FindAll(group => group is { IsBare: true, IsPart: false, Max: not 0 } && IsFree(group) && (group.Last >= to || tokens[group.Last].IsMark('.') || tokens[group.Last].IsMark(';') || tokens[group.Last].IsMark(','))))
        {
            if (found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.Last < group.First) is not { Outcome: Outcome.Killed or Outcome.Injured } told || !(told.Cue is "lost|losing|lose|loses" || tokens[group.First - 1].Key is "side") || group.First - told.Last is < 3 or > LongestElided || !(tokens[told.Last].IsMark(',') || tokens[told.Last].Key is "and" or "while" || tokens[told.Last].IsMark(';')))
            {
                continue;
            }
            var between = Enumerable.Range(told.Last, group.First - told.Last);
            if (between.Any(at => People.SideOf(tokens, at, at + 1) is not null || People.CategoryAt(tokens, at, group.First) is not null || tokens[at].Key is "army" or "side" or "other" or "others" or "islamabad" or "kabul") && !between.Any(at => Auxiliaries.Contains(tokens[at].Key) || (IsSpeech(tokens[at].Key) && !tokens[group.First - 1].IsMark(',')) || tokens[at].Kind is TokenKind.Number || harms.Exists(harm => harm.First == at)))
            {
                found.Add(Another(told, group) with { Side = People.SideOf(tokens, told.Last, group.First), IsOfSpeaker = false });
            }
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
