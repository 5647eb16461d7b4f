using BorderMap.Reports.Dates;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What is told of no real deed though its own words are plain: an exercise and its scenario, copy that was withdrawn.</summary>
internal sealed class Frames(Passage passage)
{
    /// <summary>Words from the head of a sentence within which it says that what follows is played.</summary>
    private const int FarthestHead = 8;

    private static readonly PhraseTable<string> Played = new([
        ("in|under|according|during to? the|a|this|its ..2 scenario|script|storyline|exercise|drill|simulation|wargame|rehearsal", "exercise"),
        ("the scenario|script|storyline|exercise|drill|simulation|rehearsal ..2 had|has|saw|sees|assumed|assumes|imagined|imagines|simulated|simulates|involved|involves|supposed|supposes|posited|posits|featured|features|began|begins|opened|opens", "exercise"),
        ("notionally|hypothetically|fictitiously", "exercise")]);

    private static readonly PhraseTable<string> Lookouts = new([
        ("what|which|things ..2 would|could|might|may|will|to", "forecast"), ("outlook|forecast|scenario~n|indicator~n|trigger~n|prognosis|projection~n|prediction~n", "forecast"),
        ("warning|early sign~n|indicator~n|signals", "forecast"), ("signs|signposts|points|events to watch", "forecast"), ("watch list|for|out", "forecast"), ("watchlist", "forecast"), ("worst|best|likely|base case~n", "forecast"),
        ("we|analysts|planners ..1 watch|look|looking|watching for", "forecast"), ("risks|threats|contingencies", "forecast")]);

    private static readonly PhraseTable<string> Triggers = new([("triggers|scenarios|indicators|flashpoints|contingencies|tripwires|risks|dangers", "forecast")]);

    /// <summary>A label over what did not happen, or is not known to have.</summary>
    private static readonly PhraseTable<string> Denials = new([
        ("not ..1 linked|related|connected|confirmed|verified|true|counted|included|incidents|real|corroborated|substantiated", "false"),
        ("unconfirmed|unverified|untrue|false|fake|rumour~n|rumor~n|myth~n|fiction|debunked|hoax|hoaxes|retracted|withdrawn|discarded", "false")]);

    /// <summary>A label before words that belong to the page and not to the report.</summary>
    private static readonly PhraseTable<string> Furniture = new([
        ("file|archive|archival|handout|library photo|photograph|picture|image|footage|pic", "caption"), ("photo|photograph|picture|image|caption|pic", "caption"), ("photo|image caption", "caption"),
        ("read|see|watch|listen more|also|next|now?", "related link"), ("more on this|the story|subject|matter?", "related link"), ("also|must read|see|watch", "related link"), ("related|recommended story|stories|news|article|articles|coverage|reading?", "related link"), ("dont miss", "related link")]);

    private static readonly PhraseTable<bool> OfExercise = new([
        ("exercise exercise exercise", true), ("exercise - exercise", true), ("end of? exercise|exercises|drill", true), ("for exercise|training use|purposes only", true),
        ("exercise|drill|training message|only|scenario|inject|traffic", true)]);

    /// <summary>Within a paragraph or row only: others of a log may be of another matter.</summary>
    private static readonly PhraseTable<string> Blank = new([("blank|dummy rounds|ammunition|cartridges|shots", "exercise"), ("live fire? exercise|drill~n", "exercise")]);

    private const int FarthestTitle = 7;

    private static readonly HashSet<string> Titled = new(StringComparer.Ordinal) { "report", "item", "story", "article", "post", "headline", "headlined", "headed", "titled", "entitled", "bulletin", "entry", "piece", "lead" };

    private static readonly PhraseTable<bool> Corrections = new([("wrong|wrongly|incorrect|incorrectly|mistaken|mistakenly|erroneous|erroneously|correction|corrections|clarification|regret|misstated", true), ("in error", true)]);

    private static readonly PhraseTable<string> Withdrawn = new([
        ("do|please not? use|publish|run|air|broadcast|reuse", "retracted"), ("kill|disregard|ignore|spike|withhold|retract this|the|that|our|all|earlier|previous", "retracted"),
        ("mandatory|advisory kill", "retracted"), ("kill #", "retracted"), ("kill|retraction|retracted|withdrawn :", "retracted"),
        ("story|item|alert|report|flash|snap|copy|line|dispatch has|have|is|was been? withdrawn|retracted|killed|pulled|spiked|recalled", "retracted")]);

    /// <summary>Words from a truce to the verb of its end.</summary>
    private const int FarthestLapse = 4;

    private static readonly PhraseTable<string> Lapses = new([
        ("run|runs|ran|running out", "ended"), ("expire~v|lapse~v|collapse~v|unravel|unravels|unravelled|unraveled|crumble~v|elapse~v", "ended"), ("fall|falls|fell|fallen|break|breaks|broke|broken apart|down", "ended"), ("come|comes|came to an end", "ended"),
        ("was|is|were over", "ended")]);

    private static readonly PhraseTable<string> Edited = new([
        ("a|the|any|its|this ..1 reference|references|mention|mentions|passage|sentence|paragraph|phrase to|of|on|about|that|saying|which", "retracted")]);

    private static readonly PhraseTable<bool> Removed = new([("has|have|was|were been? removed|deleted|withdrawn|retracted|corrected|amended|dropped|cut|taken|struck", true)]);

    private readonly Habits habits = new(passage);
    private readonly Dictionary<int, bool> withdrawn = [];
    private readonly Dictionary<int, (PhraseMatch<string> Edited, int Removed)?> edits = [];
    private bool? isExercise;
    private bool? isCorrection;

    /// <summary>Why an act was never done; null where nothing says so.</summary>
    public PhraseMatch<string>? Of(int number, PhraseMatch<Act> act) => Of(number, act.First)
        ?? (act.Value.Kind is "ceasefire" ? Lapse(act) : null)
        ?? (EditOf(number, passage.Text.Sentences[number]) is var (edited, removed) && edited.Last <= act.First && removed >= act.Last ? edited : null);

    /// <summary>Why what a sentence tells from a token on is not real.</summary>
    public PhraseMatch<string>? Of(int number, int first)
    {
        var sentence = passage.Text.Sentences[number];
        if (isExercise ??= IsExercise())
        {
            return new PhraseMatch<string>(first, first + 1, "exercise", "exercise");
        }
        if (IsWithdrawn(number))
        {
            return new PhraseMatch<string>(first, first + 1, "retracted", "withdrawn");
        }
        for (var at = sentence.First; at < Math.Min(sentence.Last, sentence.First + 2); at++)
        {
            if (Played.At(passage.Tokens, at, Math.Min(sentence.Last, at + FarthestHead)) is { } played && played.Last <= first)
            {
                return played;
            }
        }
        return Looked(number, first) ?? Labelled(number, first) ?? habits.Of(number);
    }

    /// <summary>"NOT CONFIRMED: a drone over Kabul; a raid on a dam": all that stands behind the label.</summary>
    private PhraseMatch<string>? Labelled(int number, int first)
    {
        var sentence = passage.Text.Sentences[number];
        for (var at = sentence.First; at < Math.Min(first, sentence.First + 3); at++)
        {
            if (Denials.At(passage.Tokens, at, sentence.Last) is { } label && label.Last < first && (passage.Tokens[label.Last].IsMark(':') || passage.Tokens[label.Last].IsMark('.')))
            {
                return label;
            }
        }
        return Captioned(sentence, first);
    }

    /// <summary>"File photo: guards after a clash at Torkham", "Related: two killed in Khost": what a picture shows, or another page tells.</summary>
    private PhraseMatch<string>? Captioned(in Sentence sentence, int first)
    {
        var at = passage.Tokens[sentence.First].Kind is TokenKind.Mark && sentence.First + 1 < sentence.Last ? sentence.First + 1 : sentence.First;
        return Furniture.At(passage.Tokens, at, sentence.Last) is { } label && label.Last < first && passage.Tokens[label.Last].IsMark(':') ? label : null;
    }

    /// <summary>"Our report of Monday, "Eight die at Torkham", gave a wrong toll": the words of a title that a correction takes back.</summary>
    public bool IsEarlierTitle(int number, int first)
    {
        var (sentence, open) = (passage.Text.Sentences[number], first);
        while (open > sentence.First && passage.Tokens[open - 1].IsQuoted)
        {
            open--;
        }
        return passage.Tokens[first].IsQuoted && Enumerable.Range(Math.Max(sentence.First, open - FarthestTitle), open - Math.Max(sentence.First, open - FarthestTitle)).Any(at => Titled.Contains(passage.Tokens[at].Key))
            && (isCorrection ??= passage.Text.Sentences.Any(other => Corrections.Find(passage.Tokens, other.First, other.Last).Count > 0));
    }

    /// <summary>"Signs to watch: shells on a bazaar; a gate shut": what is looked out for has no day yet.</summary>
    private PhraseMatch<string>? Looked(int number, int first)
    {
        var sentence = passage.Text.Sentences[number];
        if ((Lookouts.At(passage.Tokens, sentence.First, sentence.Last) ?? Triggers.Find(passage.Tokens, sentence.First, Math.Min(sentence.Last, sentence.First + FarthestHead)) switch { [var found, ..] => found, _ => null }) is not { } lookout || passage.TimesIn(number).Any(time => time.Use is TimeUse.When && time.Start is not null))
        {
            return null;
        }
        for (var at = lookout.Last; at < Math.Min(first, lookout.Last + FarthestHead); at++)
        {
            if (passage.Tokens[at].IsMark(':') || passage.Tokens[at].IsMark('-') || passage.Tokens[at].IsMark('?'))
            {
                return lookout;
            }
        }
        return null;
    }

    /// <summary>"A reference to a closure of the crossing has been removed": where the words taken out begin and end.</summary>
    private (PhraseMatch<string> Edited, int Removed)? EditOf(int number, in Sentence sentence)
    {
        if (!edits.TryGetValue(number, out var edit))
        {
            edits[number] = edit = Edited.Find(passage.Tokens, sentence.First, sentence.Last) is [var edited, ..] && Removed.Find(passage.Tokens, edited.Last, sentence.Last) is [.., var removed] ? (edited, removed.First) : null;
        }
        return edit;
    }

    /// <summary>"A 48-hour truce had run out": the end of one is no truce.</summary>
    private PhraseMatch<string>? Lapse(PhraseMatch<Act> act)
    {
        for (var at = act.First; at < Math.Min(act.Last + FarthestLapse, passage.Tokens.Count) && passage.Tokens[at].Kind is not TokenKind.Mark; at++)
        {
            if (Lapses.At(passage.Tokens, at, passage.Tokens.Count) is { } lapse)
            {
                return lapse;
            }
        }
        return null;
    }

    /// <summary>A heading or a last line that says that all of it is an exercise.</summary>
    private bool IsExercise()
    {
        for (var number = 0; number < passage.Text.Sentences.Count; number++)
        {
            var sentence = passage.Text.Sentences[number];
            foreach (var match in OfExercise.Find(passage.Tokens, sentence.First, sentence.Last))
            {
                var isCapital = passage.Text.Plain[passage.Tokens[match.First].Start..passage.Tokens[match.Last - 1].End] is var written && written.Equals(written.ToUpperInvariant(), StringComparison.Ordinal);
                if (isCapital || !match.Cue.StartsWith("exercise", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>"KILL 0655: Rockets on Dangam. Do not use": an order to drop the copy, in the same row or paragraph.</summary>
    private bool IsWithdrawn(int number)
    {
        if (withdrawn.TryGetValue(number, out var known))
        {
            return known;
        }
        var (first, last) = (number, number);
        while (first > 0 && passage.SameBlock(first - 1, number))
        {
            first--;
        }
        while (last + 1 < passage.Text.Sentences.Count && passage.SameBlock(last + 1, number))
        {
            last++;
        }
        var isWithdrawn = Enumerable.Range(first, last - first + 1).Any(other => IsOrder(other) || Blank.Find(passage.Tokens, passage.Text.Sentences[other].First, passage.Text.Sentences[other].Last).Count > 0);
        for (var other = first; other <= last; other++)
        {
            withdrawn[other] = isWithdrawn;
        }
        return isWithdrawn;
    }

    private bool IsOrder(int number)
    {
        var sentence = passage.Text.Sentences[number];
        return Withdrawn.At(passage.Tokens, sentence.First, sentence.Last) is not null && passage.Tokens[sentence.First].IsCapital && !passage.Tokens[sentence.First].IsQuoted;
    }
}
