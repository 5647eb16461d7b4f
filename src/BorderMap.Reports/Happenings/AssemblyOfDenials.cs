using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>What is denied without a word of denying: "called it a fairy tale", "nothing had been fired from his side".</summary>
internal sealed partial class Assembly
{
    private const int FarthestFalsity = 14;

    /// <summary>What a phrase denies: the deed, that one's own hand did it, or only a loss.</summary>
    private enum Denied { Deed, Hand, Loss }

    private static readonly PhraseTable<Denied> Denials = new(LexiconFile.Rows("denials.tsv", "pattern\tweight").Select(row => (row[0], Enum.Parse<Denied>(row[1], ignoreCase: true))));

    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "called", "calls", "calling", "termed", "terming", "terms", "branded", "branding", "described", "describing", "dismissed", "dismissing", "dubbed", "labelled", "labeled", "pronounced", "declared",
        "is", "was", "are", "were", "as",
    };

    private static readonly HashSet<string> Falsities = new(StringComparer.Ordinal)
    {
        "fabrication", "fabrications", "fabricated", "lie", "lies", "baseless", "untrue", "nonsense", "fairy", "fairytale", "propaganda", "fiction", "invention", "unfounded", "fake", "rubbish", "absurd", "concocted",
        "hoax", "disinformation", "imaginary", "ridiculous", "bogus", "falsehood", "falsehoods", "groundless", "fantasy", "myth", "false", "recycled", "staged", "invented", "slander",
    };

    private void DenyInOtherWords(int number, List<Mention> here)
    {
        if (passage.Speakers.In(number).Any(speech => speech.Act is SpeechAct.Deny))
        {
            return;
        }
        var sentence = passage.Text.Sentences[number];
        // "had not fired back": the other side fired first.
        var phrases = Denials.Find(passage.Tokens, sentence.First, sentence.Last).FindAll(phrase => !(phrase.Last < sentence.Last && passage.Tokens[phrase.Last].Key is "back" or "yet"));
        // "None of our drones had flown": a deed that is named only to say that it was not done.
        if (here.Exists(mention => byMention.ContainsKey(mention) && !phrases.Exists(phrase => phrase.First < mention.Last && phrase.Last > mention.First)))
        {
            return;
        }
        if (phrases is [var found, ..])
        {
            DenyTold(number, here, found.First, found.Last, found.Value);
        }
        else if (Falsity(passage.Tokens, sentence.First, sentence.Last) is { } falsity && !IsOfFigure(sentence, falsity))
        {
            DenyTold(number, here, falsity.First, falsity.Last, Denied.Deed);
        }
    }

    /// <summary>"called the story 'a fabrication'", "the report is baseless".</summary>
    internal static (int First, int Last)? Falsity(IReadOnlyList<Reading.Token> tokens, int from, int to)
    {
        var call = -1;
        for (var at = from; at < to; at++)
        {
            call = Calls.Contains(tokens[at].Key) ? at : call;
            if (call >= 0 && at - call <= FarthestFalsity && at > call && Falsities.Contains(tokens[at].Key))
            {
                return (call, at + 1);
            }
        }
        return null;
    }

    /// <summary>What may be called wrong of a deed that was done, beside its count: who came to harm, and how it was named.</summary>
    private static readonly HashSet<string> Particulars = new(StringComparer.Ordinal)
        { "losses", "casualties", "dead", "deaths", "word", "words", "term", "label", "expression", "headline", "killed", "wounded", "martyred" };

    /// <summary>"the number of 200 dead is baseless", "called the toll a lie": a figure or a word is denied, and no deed.</summary>
    private bool IsOfFigure(Reading.Sentence sentence, (int First, int Last) falsity)
    {
        var isSaidOf = passage.Tokens[falsity.First].Key is "is" or "are" or "was" or "were";
        var (from, to) = isSaidOf ? (falsity.First, falsity.First) : (falsity.First, falsity.Last);
        while (isSaidOf && from > sentence.First && passage.Tokens[from - 1].Kind is not Reading.TokenKind.Mark && passage.Tokens[from - 1].Key is not ("that" or "said" or "says"))
        {
            from--;
        }
        return Enumerable.Range(from, to - from).Any(at => Figures.CountNouns.Is(passage.Tokens[at].Key) || Particulars.Contains(passage.Tokens[at].Key));
    }

    private static readonly HashSet<string> Harms = new(StringComparer.Ordinal)
    {
        "killed", "died", "dead", "hurt", "hit", "injured", "wounded", "martyred", "captured", "captive", "missing", "lost", "casualty", "casualties", "death", "deaths", "loss", "losses", "fatalities",
    };

    /// <summary>"denied that two guards died in the shooting", "disputed this: no militants had been hit": the harm is denied, the deed goes without saying.</summary>
    private bool IsOfHarm(Speech denial, Mention mention)
    {
        var harm = -1;
        for (var at = denial.VerbLast; at < mention.First; at++)
        {
            if (passage.Tokens[at].IsMark(':') && at + 2 < mention.Last && passage.Tokens[at + 1].Key is "no" or "nobody" or "none" && Enumerable.Range(mention.First, mention.Last - mention.First).Any(word => Harms.Contains(passage.Tokens[word].Key)))
            {
                return true;
            }
            harm = harm < 0 && Harms.Contains(passage.Tokens[at].Key) ? at : harm;
            if (harm >= 0 && at > harm && passage.Tokens[at].Key is "in" or "during" or "by" or "from" or "when" or "after" or "under")
            {
                return true;
            }
        }
        return false;
    }

    private void DenyTold(int number, List<Mention> here, int first, int last, Denied denied)
    {
        // "called the reports baseless": who calls it so, whatever else "called" may mean.
        if ((passage.Speakers.In(number).FirstOrDefault(calling => calling.VerbFirst == first) ?? passage.Speakers.At(first)) is not { } speech)
        {
            return;
        }
        var group = here.Find(mention => mention.Against is not null) is { } named ? Acts.GroupOf(named.Kind) : null;
        var told = Latest.Where(happening => (Acts.IsViolent(happening.Kind) || happening.Group is "drone_shootdown" or "airspace_violation") && number - happening.LastTouched <= FarthestPart && happening.First.IsRow == passage.IsRow(number)).OrderBy(happening => happening.LastTouched).ToList();
        // "not one post had fallen", "all our aircraft are back": of nothing but a post told as taken, an aircraft told as shot down.
        if (denied is Denied.Loss)
        {
            told.RemoveAll(happening => happening.Group is not "drone_shootdown" && !happening.Mentions.Any(mention => mention.Kind is "post_capture"));
        }
        var meant = told.FindAll(happening => happening.Group == group) is { Count: > 0 } alike ? alike : told.TakeLast(1).ToList();
        foreach (var happening in meant)
        {
            // Where both sides count their dead, something happened, whatever is denied of it.
            var isFought = happening.Group is "combat" && happening.Tolls.Where(toll => toll.Speech?.Actor is not null).Select(toll => toll.Speech!.Actor!.Side).Distinct().Count() > 1;
            happening.Deny(denied is not Denied.Hand && !isFought ? speech : speech with { Act = SpeechAct.Claim }, first, last);
        }
    }
}
