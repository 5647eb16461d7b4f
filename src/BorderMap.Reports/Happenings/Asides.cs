using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>
/// Stretches of a sentence that name what was done before, and by whom, as the ground of what it tells: "in answer to the bombing of Paktika a week
/// ago", "whom it blames for the dead of Mir Ali on March 16". Their places and days are not those of the deed told.
/// </summary>
internal static class Asides
{
    private static readonly PhraseTable<bool> Heads = new([
        ("in|as ..2 response|retaliation|reply|answer|revenge|reaction|retribution|vengeance|reprisal|payback to|for|against", true),
        ("retaliation|revenge|reprisal|reprisals|retribution|vengeance|punishment|payback for", true), ("retaliatory ..3 for", true), ("to avenge", true), ("avenging", true), ("retaliating|responding|reacting to|for", true),
        ("response|reply|answer to the|a|an|two|three|four|several|recent|earlier|last|pakistani|afghan|pakistan's|monday's|tuesday's|wednesday's|thursday's|friday's|saturday's|sunday's ..2 attack|attacks|bombing|bombings|strike|strikes|airstrikes|raid|raids|air|shelling|explosion|explosions|violation|violations|killing|killings|drone|incursion", true),
        ("response|reply|answer|reaction|retaliation to|for ..5 violation|violations", true),
        ("blame~v ..6 for", true), ("hold|holds|held|holding ..4 responsible|accountable for", true), ("hold|holds|held|holding responsible|accountable for", true)]);

    /// <summary>What a sentence must hold for the phrases to be looked for.</summary>
    private static readonly HashSet<string> Signs = new(StringComparer.Ordinal)
    {
        "response", "retaliation", "reply", "answer", "revenge", "reaction", "retribution", "vengeance", "reprisal", "reprisals", "payback", "punishment", "retaliatory", "avenge", "avenging", "retaliating", "responding", "reacting", "responsible", "accountable",
        "blame", "blames", "blamed", "blaming",
    };

    public static IReadOnlyList<(int From, int To)> Of(Passage passage, int number)
    {
        var sentence = passage.Text.Sentences[number];
        List<(int, int)>? found = null;
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (!Signs.Contains(passage.Tokens[at].Key))
            {
                continue;
            }
            var head = Math.Max(sentence.First, at - LongestHead);
            var phrase = Heads.Find(passage.Tokens, head, sentence.Last).FirstOrDefault(match => match.First <= at && match.Last > at);
            if (phrase.Cue is null)
            {
                continue;
            }
            var end = EndOf(passage, number, phrase.Last);
            // "its retaliatory operation for the blasts in Kabul": the operation is the deed told.
            (found ??= []).Add((passage.Tokens[phrase.First].Key is "retaliatory" ? phrase.Last - 1 : phrase.First, end));
            at = Math.Max(at, end - 1);
        }
        return found ?? [];
    }

    /// <summary>Words before the noun or verb that a phrase begins with: "in a swift response".</summary>
    private const int LongestHead = 3;

    /// <summary>Up to the comma that names no further place or day, and the word that begins another clause.</summary>
    private static int EndOf(Passage passage, int number, int from)
    {
        var sentence = passage.Text.Sentences[number];
        for (var at = from; at < sentence.Last; at++)
        {
            var token = passage.Tokens[at];
            if (token.IsMark(';') || token.IsMark(':') || token.Key is "while" or "whereas" or "but" || (token.IsMark(',') && !GoesOn(passage, number, at, isOpening: Opens(passage, sentence.First, from))))
            {
                return at;
            }
        }
        return sentence.Last;
    }

    /// <summary>"In answer to this, last night units stormed ...": behind the comma the sentence itself begins, with its day.</summary>
    private static bool Opens(Passage passage, int first, int from) => from - first <= LongestHead + 2 && !Enumerable.Range(first, from - first).Any(at => passage.Tokens[at].Kind is TokenKind.Mark);

    /// <summary>"the raid on Barmal, Paktika, on Tuesday, ...": whether a place of a list, or the day, follows the comma.</summary>
    private static bool GoesOn(Passage passage, int number, int comma, bool isOpening)
    {
        var next = comma + (passage.Tokens[Math.Min(comma + 1, passage.Tokens.Count - 1)].Key is "on" or "in" or "and" ? 2 : 1);
        return passage.TimesIn(number).Any(time => (time.First == comma + 1 || time.First == next) && !(isOpening && time.Last < passage.Tokens.Count && !passage.Tokens[time.Last].IsMark(',')))
            || passage.PlacesIn(number).Any(located => located.First == next && located.Last < passage.Tokens.Count && !passage.Tokens[located.Last - 1].IsPossessive
                && (next > comma + 1 || passage.Tokens[located.Last].Kind is TokenKind.Mark || passage.Tokens[located.Last].Key is "and" or "on" or "province" or "district"));
    }
}
