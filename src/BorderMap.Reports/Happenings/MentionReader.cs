using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Reads every telling of an act with its place, time and speaker, and what speaks against it.</summary>
internal sealed partial class MentionReader(Passage passage)
{
    /// <summary>Days that one happening may last; figures over more are sums.</summary>
    private const int LongestDays = 4;

    private const int LongestLabel = 3;

    /// <summary>How a sentence begins that turns to something else.</summary>
    private static readonly PhraseTable<bool> Openers = new([("in|at a|an|another ..1 separate|second|different|similar|third|unrelated ..1 incident|attack|strike|clash|development|event|encounter|operation|case|blast|explosion|shooting", true),
        ("in another ..1 incident|attack|strike|clash|development|encounter|operation", true), ("separately|elsewhere", true), ("another|a second|third|separate ..1 group|attack|strike|incident|clash|shell|drone|raid|encounter", true)]);

    private readonly IReadOnlyList<Token> tokens = passage.Tokens;
    private readonly Scenes scenes = new(passage);
    private readonly Times times = new(passage);
    private readonly KindsInContext kinds = new(passage);
    private readonly Frames frames = new(passage);
    private readonly DenialsBeside beside = new(passage);
    private readonly KindsByWords byWords = new(passage);

    public List<Mention> Read()
    {
        var mentions = new List<Mention>();
        for (var number = 0; number < passage.Text.Sentences.Count; number++)
        {
            var sentence = passage.Text.Sentences[number];
            if (SameGate(number, mentions) is { } same)
            {
                mentions.Add(same);
                continue;
            }
            if (passage.RowOf(number) is { } row && (!row.IsRecord || row.IsOfEvents))
            {
                mentions.AddRange(OfRow(row));
                continue;
            }
            var acts = WithGateOfLabel(number, passage.ActsIn(number));
            var here = mentions.Count;
            if (acts.Count == 0 && BareOfLabel(number) is { } bare)
            {
                mentions.Add(Of(number, sentence, bare, []));
                continue;
            }
            if (acts.All(act => act.Value.Form is ActForm.Weak) && OfCaption(number) is { } ofCaption)
            {
                mentions.Add(Of(number, sentence, ofCaption, []));
                continue;
            }
            if (IsLabel(number))
            {
                mentions.AddRange(acts.Take(1).Where(act => act.Value.Kind is not "armed_clash" || act.Value.Form is not ActForm.Weak).Select(Labelled));
                continue;
            }
            if (acts.All(act => act.Value.Form is ActForm.Weak && !IsAnother(Before(act.First, sentence.First))) && !IsTollOfTold(number, sentence, mentions) && byWords.Of(number) is { } told)
            {
                mentions.Add(Of(number, sentence, told, []));
            }
            foreach (var act in acts)
            {
                var clauses = acts.Where(other => other.First != act.First).Select(other => Clauses.Of(tokens, passage.Text.Sentences[number], other.First, other.Last)).ToList();
                mentions.Add(Of(number, sentence, act, clauses));
            }
            Lend(mentions, here);
        }
        return WithGateStates(WithoutCaptions(mentions));
    }

    /// <summary>"Three were killed in Sarkani", after the shelling of Sarkani was told: who came to harm by it.</summary>
    private bool IsTollOfTold(int number, in Sentence sentence, List<Mention> told) => Figures.Tolls.Tells(tokens, sentence.First, sentence.Last) && passage.PlacesIn(number).ToList() is { Count: > 0 } places
        && places.TrueForAll(located => told.Exists(mention => mention.Against is null && Acts.IsViolent(mention.Kind) && mention.Own.Any(scene => scene.Place?.Id == located.Toponym.Place?.Id)));

    /// <summary>"Rockets. Police counted 40 in Sarkani": a word that says what the paragraph after it is about.</summary>
    private bool IsLabel(int number)
    {
        var sentence = passage.Text.Sentences[number];
        return sentence.Last - sentence.First <= LongestLabel && number + 1 < passage.Text.Sentences.Count && passage.SameBlock(number, number + 1) && (number == 0 || !passage.SameBlock(number - 1, number)) && !passage.PlacesIn(number).Any();
    }

    /// <summary>What a label tells, with the place and time of the sentence after it; nothing where that tells an act itself.</summary>
    private Mention Labelled(PhraseMatch<Act> act)
    {
        var number = passage.Text.SentenceOf[act.First] + 1;
        var sentence = passage.Text.Sentences[number];
        var mention = Of(number, sentence, new PhraseMatch<Act>(sentence.First, sentence.First + 1, act.Value, act.Cue), []);
        var isTold = passage.ActsIn(number).Any(other => other.Value.Form is not ActForm.Weak);
        return mention with { Form = isTold ? ActForm.Weak : ActForm.Noun, Against = isTold ? new PhraseMatch<string>(act.First, act.Last, "label", act.Cue) : mention.Against };
    }

    /// <summary>"The crossing was shut after a gunman fired at guards": what has no place has that of the act beside it.</summary>
    private static void Lend(List<Mention> mentions, int first)
    {
        if (mentions.FindIndex(first, mention => mention.Own.Count > 0) is not (>= 0 and var lender))
        {
            return;
        }
        for (var i = first; i < mentions.Count; i++)
        {
            // "Following the bombing in Paktika on Thursday, the forces struck back last night": another day, another place.
            var isOtherDay = mentions[i] is { TimeRule: "clause", Time.Start: { } start } && mentions[lender] is { TimeRule: "clause", Time: { Start: { } day } time } && (start > (time.End ?? day) || (mentions[i].Time!.End ?? start) < day);
            // A gate shut, and opened again on another day, is the same gate.
            var isGate = Acts.GroupOf(mentions[i].Kind) is "crossing_closure" or "crossing_reopening" && Acts.GroupOf(mentions[lender].Kind) is "crossing_closure" or "crossing_reopening";
            if (mentions[i] is { Own.Count: 0 } && (isGate || (mentions[i].Lent.Count == 0 && !isOtherDay)))
            {
                mentions[i] = mentions[i] with { Lent = [.. mentions[lender].Own.Select(scene => scene with { Rule = "neighbour" })] };
            }
        }
    }

    private Mention Of(int number, in Sentence sentence, PhraseMatch<Act> act, IReadOnlyList<(int From, int To)> taken)
    {
        var clause = Clauses.Of(tokens, sentence, act.First, act.Last);
        var (time, rule) = times.Of(number, act.First, act.Last, clause, Acts.GroupOf(act.Value.Kind) is "crossing_closure" or "crossing_reopening" or "ceasefire", Acts.GroupOf(act.Value.Kind) is "crossing_reopening");
        var own = scenes.Own(number, act.First, act.Last, clause, taken);
        var speech = passage.Speakers.At(act.First);
        var denial = DenialOf(number, act);
        var answer = denial is null ? beside.Of(number, act) : null;
        var before = Before(act.First, sentence.First);
        return new Mention
        {
            Sentence = number,
            First = act.First,
            Last = act.Last,
            Kind = kinds.Of(act, sentence),
            Form = act.Value.Form,
            Cue = act.Cue,
            Clause = clause,
            Own = own,
            Lent = own.Count > 0 ? [] : scenes.Lent(number) is { Count: > 0 } lent ? lent : scenes.OfSpeaker(speech),
            Time = time,
            TimeRule = rule,
            Speech = speech,
            IsDefinite = IsCounted(act) || before is "the" or "these" or "those" or "this" or "that" or "such" or "both",
            IsAnother = !IsOfSalvo(act) && !IsCounted(act) && (IsAnother(before) || (Openers.At(tokens, sentence.First, sentence.Last) is not null && before is not ("the" or "this" or "that" or "these" or "those"))),
            IsHeading = passage.IsHeading(number),
            IsRow = passage.IsRow(number),
            Denial = denial ?? answer,
            Against = Against(act, clause, time, rule, (denial, answer), own.Count > 0, before is "the" or "these" or "those"),
        };
    }
}
