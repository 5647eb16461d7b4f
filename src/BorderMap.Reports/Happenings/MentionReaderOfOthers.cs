using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Whether the words before an act point back to one told, or on to another.</summary>
internal sealed partial class MentionReader
{
    private static bool IsAnother(string before) => before is "another" or "second" or "separate" or "third" or "fourth" or "other";

    /// <summary>"the second attack of its kind in a month", "the third such raid": counts the one told with those before it.</summary>
    private bool IsCounted(PhraseMatch<Act> act, in Sentence sentence)
    {
        var at = act.First;
        while (at > sentence.First && act.First - at < FarthestOrdinal && tokens[at].Kind is not TokenKind.Mark && !IsAnother(tokens[at].Key))
        {
            at--;
        }
        var last = act.Last;
        return act.Value.Form is not ActForm.Verb && IsAnother(tokens[at].Key) && tokens[at].Key is not ("another" or "other") && at > sentence.First && tokens[at - 1].Key is "the" && tokens[Math.Max(sentence.First, at - 2)] is { Kind: TokenKind.Mark } comma && comma.IsMark(',')
            && (tokens[at + 1].Key is "such" || (last + 1 < sentence.Last && (tokens[last].Key, tokens[last + 1].Key) is ("of", "its" or "this" or "the" or "that") or ("in" or "within", "a" or "as" or "two" or "three" or "four" or "five" or "six" or "seven" or "ten" or "less") or ("this", _) or ("since", _)));
    }

    /// <summary>Words from "the second" to the noun it counts: "the second cross-border attack".</summary>
    private const int FarthestOrdinal = 5;

    /// <summary>"In a separate incident a group was met: seven fell and two were taken": what the sentence goes on to tell is of that incident, and no third one.</summary>
    private void KeepTogether(List<Mention> mentions, int first)
    {
        var head = mentions.FindIndex(first, mention => mention is { IsAnother: true, Against: null, Form: not ActForm.Weak });
        for (var at = head + 1; head >= 0 && at < mentions.Count; at++)
        {
            mentions[at] = mentions[at].IsAnother && !IsAnother(Before(mentions[at].First, passage.Text.Sentences[mentions[at].Sentence].First)) ? mentions[at] with { IsAnother = false } : mentions[at];
        }
    }

    /// <summary>Words from "in" to a breach: "in what would be a fresh breach".</summary>
    private const int FarthestBreach = 6;

    /// <summary>"four died in an exchange of fire, in a fresh breach of the truce agreed in October": what the deed is called that the sentence tells before.</summary>
    private IReadOnlyList<PhraseMatch<Act>> WithoutViews(IReadOnlyList<PhraseMatch<Act>> acts, in Sentence sentence)
    {
        var first = sentence.First;
        return acts.Any(act => act.Value is { Kind: "ceasefire_violation", Form: ActForm.Noun } && IsView(act, first)) ? [.. acts.Where(act => !(act.Value is { Kind: "ceasefire_violation", Form: ActForm.Noun } && IsView(act, first)))] : acts;
    }

    private bool IsView(PhraseMatch<Act> breach, int first)
    {
        for (var at = breach.First - 1; at > first && breach.First - at <= FarthestBreach; at--)
        {
            if (tokens[at].Key is "in" && (tokens[at - 1].IsMark(',') || Figures.Tolls.Tells(tokens, first, at)))
            {
                return true;
            }
            if (tokens[at].Kind is TokenKind.Mark)
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>"A second shell fell in a field": one more of the same fire.</summary>
    private bool IsOfSalvo(PhraseMatch<Act> act) => Enumerable.Range(Math.Max(0, act.First - 1), act.Last - Math.Max(0, act.First - 1) - 1).Any(at => tokens[at].Key is "second" or "third" or "fourth" or "another" && tokens[at + 1].Key is "shell" or "shells" or "round" or "rounds" or "rocket" or "rockets" or "missile" or "missiles" or "mortar" or "mortars")
        && Acts.IsViolent(act.Value.Kind);

    /// <summary>"each said that the other had opened fire", "the other side fired first": one of the two, and no other deed.</summary>
    private bool IsOtherParty(int at) => tokens[at].Key is "other" && at > 0 && tokens[at - 1].Key is "the" or "each" && tokens[at + 1].Key is "had" or "has" or "have" or "was" or "of" or "for" or "with" or "side" or "sides" or "party" or "country" or "army" or "opened" or "fired" or "began" or "started" or "shot" or "attacked" or "shelled" or "struck" or "crossed";

    /// <summary>The words before an act, past adjectives: "the latest Pakistani airstrikes" is definite.</summary>
    private string Before(int first, int from)
    {
        for (var at = first - 1; at >= from && first - at <= 4; at--)
        {
            if (IsOtherParty(at))
            {
                return "";
            }
            if (tokens[at].Key is "the" or "these" or "those" or "this" or "that" or "such" or "both" || IsAnother(tokens[at].Key))
            {
                return tokens[at].Key;
            }
            if (tokens[at].Kind is TokenKind.Mark || tokens[at].Key is "in" or "of" or "and" or "after" or "by" or "a" or "to")
            {
                return "";
            }
        }
        return "";
    }
}
