using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Who denies a deed in the sentence that tells it, with no word of denying before it: a verdict on the telling, or the other side's answer behind it.</summary>
internal sealed class DenialsBeside(Passage passage)
{
    /// <summary>Words from a denying verb to what it is about.</summary>
    private const int FarthestObject = 6;

    /// <summary>Sentences back to what a side has told of its own.</summary>
    private const int FarthestAccount = 60;

    /// <summary>Words of a speaker at the head of a sentence.</summary>
    private const int LongestHead = 6;

    private static readonly PhraseTable<bool> Undone = new(LexiconFile.Rows("denials.tsv", "pattern\tweight").Where(row => row[1] is "deed").Select(row => (row[0], true)));

    /// <summary>What is said back of what was told: "dismissed the story", "denies it", "denied that its men were there".</summary>
    private static readonly PhraseTable<bool> Tellings = new([
        ("account|accounts|charge|charges|accusation|accusations|allegation|allegations|story|stories|version|tale|report|reports|involvement|responsibility", true),
        ("it|this|so|them|both|having|doing|anything|everything", true), ("anyone|anybody|they|its", true), ("any ..2 such|role|hand|part|attack|strike|involvement|operation|incursion|violation", true)]);

    private static readonly PhraseTable<bool> Harms = new([
        ("casualty|casualties|loss|losses|killed|wounded|injured|dead|deaths|toll|figure|figures|number|numbers|count|fatalities|civilians|captured|lost", true)]);

    /// <summary>The denial of an act, where its own sentence has one.</summary>
    public Speech? Of(int number, PhraseMatch<Act> act) => act.Value.Form is ActForm.Weak || (Verdict(number, act) ?? Answer(number, act) ?? Contrary(number, act)) is not { } denial || (Acts.GroupOf(act.Value.Kind) is "combat" && HasOwnAccount(number, denial)) ? null : denial;

    /// <summary>"The army said that its posts were attacked": who has told of the fight denies only what the other side says of it.</summary>
    private bool HasOwnAccount(int number, Speech denial) => Enumerable.Range(Math.Max(0, number - FarthestAccount), Math.Min(number, FarthestAccount)).SelectMany(passage.Speakers.In).Any(speech => speech.Act is not SpeechAct.Deny && speech.Actor is { } actor && actor.Side == denial.Actor?.Side);

    /// <summary>"termed 'a fable' the report that its guns had fired", "a raid on two pickets, which Kabul called fiction".</summary>
    private Speech? Verdict(int number, PhraseMatch<Act> act)
    {
        var sentence = passage.Text.Sentences[number];
        if (Assembly.Falsity(passage.Tokens, sentence.First, sentence.Last) is not { } falsity || SpeakerBefore(number, falsity.First) is not { } speaker)
        {
            return null;
        }
        // "news of a raid there is untrue, the governor said"
        var isSaidOf = passage.Tokens[falsity.First].Key is "is" or "are" or "was" or "were" && act.Last <= falsity.First && GoesOn(act.Last, falsity.First);
        var isMeant = isSaidOf || (act.First >= falsity.Last ? GoesOn(falsity.Last, act.First) : act.First >= falsity.First || (speaker.First >= 0 && act.Last <= speaker.First));
        return isMeant ? speaker with { Act = SpeechAct.Deny, VerbFirst = falsity.First, VerbLast = falsity.Last } : null;
    }

    /// <summary>"The corps said it had taken two posts; Kabul rejected the account": the answer is about what was told.</summary>
    private Speech? Answer(int number, PhraseMatch<Act> act)
    {
        foreach (var speech in passage.Speakers.In(number))
        {
            if (speech.Act is not SpeechAct.Deny || speech.VerbFirst < act.Last || (speech.First >= 0 && speech.First < act.Last) || speech.First >= speech.VerbFirst || !IsOther(speech, act))
            {
                continue;
            }
            var to = Math.Min(passage.Text.Sentences[number].Last, speech.VerbLast + FarthestObject);
            var end = Enumerable.Range(speech.VerbLast, Math.Max(0, to - speech.VerbLast)).FirstOrDefault(at => passage.Tokens[at].IsMark(';') || passage.Tokens[at].IsMark(',') || passage.Tokens[at].Key is "and" or "but", to);
            if (Tellings.Find(passage.Tokens, speech.VerbLast, end).Count > 0 && Harms.Find(passage.Tokens, speech.VerbLast, end).Count == 0)
            {
                return speech;
            }
        }
        return null;
    }

    /// <summary>"...; the air force says that it flew no sortie": who says that the deed was not done, behind the one who tells it.</summary>
    private Speech? Contrary(int number, PhraseMatch<Act> act)
    {
        var sentence = passage.Text.Sentences[number];
        foreach (var undone in Undone.Find(passage.Tokens, act.Last, sentence.Last))
        {
            if (passage.Speakers.At(undone.First) is { Actor.Side: "AF" or "PK" } speech && speech.VerbFirst >= act.Last && passage.Speakers.At(act.First)?.Actor?.Side != speech.Actor.Side)
            {
                return speech with { Act = SpeechAct.Deny, VerbFirst = undone.First, VerbLast = undone.Last };
            }
        }
        return null;
    }

    /// <summary>Where no new speaker stands before the denial ("..., and denies it"), the one who told the deed does not take it back.</summary>
    private bool IsOther(Speech denial, PhraseMatch<Act> act) => denial.First >= 0 || (denial.Actor is { } actor && passage.Speakers.At(act.First)?.Actor?.Side != actor.Side);

    /// <summary>Whether what follows a verdict still belongs to it: no "and said" begins another thing.</summary>
    private bool GoesOn(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (passage.Tokens[at].IsMark(';') || passage.Tokens[at].Key is "and" or "but" or "said" or "says" or "saying" or "while" or "after" or "adding" or "insisting")
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The side's voice that stands nearest before a word of its sentence: a speaker, an actor, or at the head "The elders of Tani".</summary>
    private Speech? SpeakerBefore(int number, int at)
    {
        var sentence = passage.Text.Sentences[number];
        var speech = passage.Speakers.In(number).Where(speech => speech is { First: >= 0, Actor.Side: "AF" or "PK" } && speech.Last <= at + 1).MaxBy(speech => speech.First);
        if (ActorNames.Find(passage.Tokens, sentence.First, at).FindLast(match => match.Value.Side is "AF" or "PK") is { Last: > 0 } actor && actor.First > (speech?.First ?? -1))
        {
            return new Speech(number, actor.First, actor.Last, passage.Text.Words(actor.First, actor.Last), SpeechAct.Deny, at, at + 1) { Actor = actor.Value, Span = passage.SpanOf(actor.First, actor.Last) };
        }
        return speech ?? (at - sentence.First is > 1 and <= LongestHead && passage.PlacesIn(number).Any(located => located.Last <= at) && Enumerable.Range(sentence.First, at - sentence.First).All(word => passage.Tokens[word].Kind is Reading.TokenKind.Word)
            ? new Speech(number, sentence.First, at, passage.Text.Words(sentence.First, at), SpeechAct.Deny, at, at + 1) { Span = passage.SpanOf(sentence.First, at) } : null);
    }
}
