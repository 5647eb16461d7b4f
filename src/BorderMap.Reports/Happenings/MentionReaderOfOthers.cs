using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Whether the words before an act point back to one told, or on to another.</summary>
internal sealed partial class MentionReader
{
    private static bool IsAnother(string before) => before is "another" or "second" or "separate" or "third" or "fourth" or "other";

    /// <summary>Words from a deed to how long so many of its kind took: "the second attack on a post in the valley in a month".</summary>
    private const int FarthestCount = 10;

    /// <summary>"Guns fired on a post, the second attack of its kind in a month": behind the comma, the one just told is counted.</summary>
    private bool IsCounted(PhraseMatch<Act> act)
    {
        var the = Enumerable.Range(1, LongestLabel).Select(back => act.First - back).FirstOrDefault(at => at > 0 && tokens[at].Is("the"), -1);
        if (the < 1 || !tokens[the - 1].IsMark(',') || tokens[the + 1].Key is not ("second" or "third" or "fourth" or "fifth" or "sixth" or "latest"))
        {
            return false;
        }
        var to = Math.Min(passage.Text.Sentences[passage.Text.SentenceOf[act.First]].Last, act.Last + FarthestCount) - 1;
        return Enumerable.Range(act.Last, Math.Max(0, to - act.Last)).Any(at => (tokens[at].Is("of") && tokens[at + 1].Key is "its" or "the" or "this") || (tokens[at].Is("in") && tokens[at + 1].Key is "a" or "as" or "this" or "two" or "three" or "less" or "recent"));
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
            if (tokens[at].Key is "the" or "these" or "those" or "this" or "that" or "such" or "another" or "second" or "separate" or "third" or "fourth" or "other" or "both")
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
