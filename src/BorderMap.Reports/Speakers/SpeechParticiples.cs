using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Which words of speech are verbs with a speaker, and which are participles, nouns or deeds.</summary>
internal sealed partial class SpeechReader
{
    /// <summary>Verbs as they follow a plural, and nouns or infinitives elsewhere.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal)
        { "claim", "announce", "declare", "confirm", "deny", "reject", "dismiss", "refute", "assert", "allege", "insist", "maintain", "contend", "argue", "recall", "remember", "reckon", "estimate", "see", "own", "concede", "whisper", "agree", "count" };

    /// <summary>What makes an infinitive of a verb behind it.</summary>
    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal)
        { "to", "not", "will", "would", "can", "could", "cannot", "may", "might", "must", "should", "shall", "do", "does", "did", "nor", "neither", "never", "and", "or", "the", "a", "an" };

    /// <summary>What is reported with an article: "reports the killing of two".</summary>
    private static readonly HashSet<string> Harms = new(StringComparer.Ordinal) { "killing", "killings", "death", "deaths", "loss", "losses", "martyrdom", "wounding", "injuring", "injury", "capture", "arrest", "abduction", "exchange", "elimination", "neutralisation" };

    /// <summary>Nouns of many, and verbs of deeds, that are verbs of speech before the speaker or before what is said.</summary>
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "answers", "replies", "remarks", "comments", "responds", "responded", "counters", "objects", "objected", "protests" };

    /// <summary>Participles of speech, behind a comma or a noun for what was sent.</summary>
    private static readonly HashSet<string> Asides = new(StringComparer.Ordinal)
        { "boasting", "bragging", "stating", "noting", "confirming", "announcing", "declaring", "asserting", "maintaining", "insisting", "revealing", "disclosing", "recalling", "explaining", "conceding", "stressing", "telling", "mentioning", "informing", "remarking", "specifying", "clarifying", "reporting", "putting", "estimating", "counting", "listing", "lamenting" };

    private const int LongestOfWounds = 4;

    /// <summary>Words from "said by" to "to be".</summary>
    private const int FarthestBeing = 6;

    /// <summary>What the harmed receive; what a hospital receives is people.</summary>
    private static readonly HashSet<string> Wounds = new(StringComparer.Ordinal) { "wound", "wounds", "injury", "injuries", "burn", "burns", "bullet", "bullets", "splinter", "splinters", "shrapnel", "cuts", "bruises", "fractures", "martyrdom", "treatment" };

    /// <summary>"the truce announced on Monday", "was reported", "casualties reported": no one is its subject.</summary>
    private bool IsParticiple(PhraseMatch<SpeechAct> verb, in Sentence sentence)
    {
        var key = tokens[verb.First].Key;
        // "an aircraft believed to be", "a man said to have": no one is its subject there either.
        if (key is "believed" or "said" or "reported" or "alleged" or "thought" or "estimated" && verb.Last < sentence.Last && tokens[verb.Last].Key is "to")
        {
            return true;
        }
        // "A drone, said by residents to be Pakistani, fired": those after "by" say it.
        if (key is "believed" or "said" or "alleged" or "thought" && verb.Last < sentence.Last && tokens[verb.Last].Key is "by" && Enumerable.Range(verb.Last, Math.Min(FarthestBeing, sentence.Last - verb.Last - 1)).Any(at => tokens[at].Key is "to" && tokens[at + 1].Key is "be" or "have" or "belong"))
        {
            return true;
        }
        // "on the reported presence of men": it tells of a noun.
        if (verb.First > sentence.First && (tokens[verb.First - 1].Key is "the" or "a" or "an" || tokens[verb.First - 1].IsPossessive || tokens[verb.First - 1].Key is "of" or "in" or "on" or "at" or "from" or "over" or "near" or "across" or "amid" or "with" or "into") && key.EndsWith("ed", StringComparison.Ordinal) && verb.Last < sentence.Last && (tokens[verb.Last].IsWord || tokens[verb.Last].Kind is TokenKind.Number))
        {
            return true;
        }
        if (IsDeed(verb, sentence, key))
        {
            return true;
        }
        if (IsNounOrAside(verb, sentence, key) is { } isAside)
        {
            return isAside;
        }
        if (key is "reports" or "claims" or "report" or "counts" or "records" && verb.First > sentence.First && IsReporter(verb.First - 1, key) && (HasNumberAfter(verb.Last, Math.Min(sentence.Last, verb.Last + 2)) || (verb.Last < sentence.Last && tokens[verb.Last].Key is "the" or "a" or "an" && Enumerable.Range(verb.Last, Math.Min(3, sentence.Last - verb.Last)).Any(at => Harms.Contains(tokens[at].Key)))))
        {
            return false;
        }
        // "traders report no casualties", "the checkpoint reports nil losses"
        if (key is "reports" or "report" or "reported" or "recorded" or "records" && verb.First > sentence.First && tokens[verb.First - 1] is { IsWord: true, Key: not ("to" or "the" or "a" or "his" or "was" or "were" or "been" or "and") } && verb.Last < sentence.Last && tokens[verb.Last].Key is "no" or "nil" or "none" or "zero" or "nobody")
        {
            return false;
        }
        // "claimed two lives", "has claimed the lives of two": the deed, no words.
        if (key is "claimed" or "claims" or "claim" or "claiming" && Enumerable.Range(verb.Last, Math.Max(0, Math.Min(sentence.Last, verb.Last + LongestClaimed) - verb.Last)).Any(at => tokens[at].Key is "life" or "lives"))
        {
            return true;
        }
        // "answered the fire", "replied with mortars": a deed, no words.
        if (key is "answered" or "replied" or "countered" or "answers" or "responded" or "responds" && verb.Last < sentence.Last && !(verb.First > sentence.First && tokens[verb.First - 1].ClosesQuotation) && tokens[verb.Last].Key is "the" or "with" or "by" or "in" or "to" or "fire" or "a" or "an" or "their" or "this" or "every" or "each" or "and" && !(tokens[Math.Max(verb.First - 1, 0)].IsMark(',') && Inverted(bySentence.Count, sentence, verb) is not null))
        {
            return true;
        }
        // "A trader claims to have seen three bodies"
        if (key is "claims" or "claim" && verb.First > sentence.First && verb.Last + 1 < sentence.Last && tokens[verb.Last].Is("to") && tokens[verb.Last + 1].Is("have"))
        {
            return false;
        }
        // "officials claim", but not "the claim", "to confirm", "could not confirm"
        if (Bare.Contains(key))
        {
            return verb.First == sentence.First || (verb.First > sentence.First + 1 && tokens[verb.First - 2].Key is "a" or "an" or "any" or "another" or "no") || !(key is "claim" or "estimate" or "own" or "see" or "whisper" or "reckon" or "count" ? IsPlural(BeforeAside(verb.First, sentence.First)) : !Modals.Contains(tokens[verb.First - 1].Key));
        }
        if (key is "found" or "finds" or "recalled" or "explained" or "claims" or "reports" or "report" or "states" or "notes" or "counts" or "records")
        {
            // "The directorate counts the dead as two"
            if (key is "counts" && verb.Last - verb.First > 1 && verb.First > sentence.First)
            {
                return false;
            }
            return verb.First == sentence.First || (key is "report" or "reports" or "claims" && tokens[verb.First - 1].Key is "its" or "the" or "a" or "an" or "annual" or "weekly" or "monthly" or "quarterly" or "latest" or "new" or "daily" or "initial" or "press" or "news" or "media" or "preliminary" or "recent" or "that" or "this" or "their" or "his" or "by" or "of" or "no" or "earlier" or "intelligence") || (verb.Last < sentence.Last && tokens[verb.Last].Key is not ("that" or "having") && tokens[verb.Last].Kind is not TokenKind.Mark) || tokens[verb.First - 1].Key is "was" or "were" or "been";
        }
        // "Four hurt, deputy spokesman Karim posts": no posts of soldiers.
        if (key is "posts" or "tweets")
        {
            return (verb.Last < sentence.Last && tokens[verb.Last].IsWord && !IsBeforeThat(verb.Last, sentence.Last)) || !Enumerable.Range(Math.Max(sentence.First, verb.First - 3), Math.Min(3, verb.First - sentence.First)).Any(at => Offices.Contains(tokens[at].Key) || Toponyms.NameRoles.Of(tokens, at) is Toponyms.NameRole.Given or Toponyms.NameRole.Title);
        }
        // "..., the officials continued", "the official went on:", but not "the fighting went on for hours".
        if (key is "continued" or "continues" or "went" or "goes")
        {
            return verb.First == sentence.First || (verb.Last < sentence.Last && tokens[verb.Last].Kind is not TokenKind.Mark) || !MaySpeak(Math.Max(sentence.First, verb.First - 2), verb.First);
        }
        // "as the spokesman put it", "the army put out;", "put the number of those killed there at 39"
        if (key is "put" or "puts" && (tokens[verb.Last - 1].Key is "it" || (verb.First + 1 < sentence.Last && tokens[verb.First + 1].Key is "out")))
        {
            return false;
        }
        if (key is "put" && PutsNumber(verb.Last, sentence.Last))
        {
            return false;
        }
        if (!key.EndsWith("ed", StringComparison.Ordinal) && key is not "put")
        {
            // "put the number of those killed at the post at nine"
            return key is "noted" || (key is "put" && !HasNumberAfter(verb.Last, sentence.Last) && !(verb.Last < sentence.Last && tokens[verb.Last].Key is "the" or "their" or "its" && HasNumberAfter(verb.Last + 5, sentence.Last)));
        }
        var before = verb.First - 1;
        while (before >= sentence.First && tokens[before].Key is "also" or "not" or "initially" or "first" or "so" or "far")
        {
            before--;
        }
        return before >= sentence.First && (tokens[before].Key is "was" or "were" or "been" or "be" or "being" or "is" or "are" || Figures.People.CategoryAt(tokens, before, verb.First) is null && tokens[before].Key is "casualties" or "clashes" or "attacks" or "losses" or "strikes")
            || (verb.Value is SpeechAct.Count && !HasNumberAfter(verb.Last, sentence.Last) && !(verb.Last + 1 < sentence.Last && tokens[verb.Last + 1].Key is "same"));
    }

    /// <summary>"to put up a tower", "his two sons received wounds": what is done or suffered, and not said.</summary>
    private bool IsDeed(PhraseMatch<SpeechAct> verb, in Sentence sentence, string key) => (key is "put" && verb.First > sentence.First && tokens[verb.First - 1].Key is "to")
        || (key is "received" && Enumerable.Range(verb.Last, Math.Min(LongestOfWounds, sentence.Last - verb.Last)).TakeWhile(at => tokens[at].Kind is TokenKind.Word).Any(at => Wounds.Contains(tokens[at].Key)));

    /// <summary>"the answers", "no replies", "men telling stories": nouns of speech and participles that go with a noun; null: neither.</summary>
    private bool? IsNounOrAside(PhraseMatch<SpeechAct> verb, in Sentence sentence, string key)
    {
        if (verb.First == sentence.First)
        {
            return null;
        }
        // "in a statement telling of two dead", "the corps owned up, boasting of nine dead"
        if (Asides.Contains(key))
        {
            return (key is "counting" && !HasNumberAfter(verb.Last, sentence.Last)) || Absolute(verb, sentence) is null && !(tokens[verb.First - 1].IsMark(',') || tokens[verb.First - 1].ClosesQuotation || Means.Contains(tokens[verb.First - 1].Key));
        }
        if (!Nouns.Contains(key))
        {
            return null;
        }
        // "Not so, answers the governor", "the mayor replies that two fell"; "troops responded, killing two" is a deed.
        return Inverted(bySentence.Count, sentence, verb) is null && !(verb.Last < sentence.Last && (tokens[verb.Last].Is("that") || tokens[verb.Last].IsMark(':') || tokens[verb.Last].OpensQuotation) && MaySpeak(Math.Max(sentence.First, verb.First - LongestLabel), verb.First));
    }

    /// <summary>"fighting, with the army claiming to have killed 15 and the governor counting nine dead": where the one begins who says so.</summary>
    private int? Absolute(PhraseMatch<SpeechAct> verb, in Sentence sentence)
    {
        for (var at = verb.First - 1; at > sentence.First && verb.First - at <= LongestOffice && tokens[at].IsWord && (tokens[at].IsCapital || !(Clausal.Contains(tokens[at].Key) || IsFinite(at))); at--)
        {
            var isSecond = tokens[at].Key is "and" or "while" && Enumerable.Range(sentence.First, at - sentence.First).Any(with => tokens[with].Is("with"));
            if (tokens[at].Key is "with" || isSecond)
            {
                return at + 1 < verb.First && MaySpeak(at + 1, verb.First) ? at + 1 : null;
            }
        }
        return null;
    }

    /// <summary>"Security sources, on the other hand, claim": the subject's last word, before what commas set apart.</summary>
    private int BeforeAside(int verb, int from)
    {
        if (!tokens[verb - 1].IsMark(','))
        {
            return verb - 1;
        }
        var comma = verb - 2;
        while (comma > from && verb - comma <= LongestOfPlace + 1 && tokens[comma].IsWord)
        {
            comma--;
        }
        return comma > from && tokens[comma].IsMark(',') ? comma - 1 : verb - 1;
    }

    /// <summary>"posts that", "tweets on X that".</summary>
    private bool IsBeforeThat(int at, int to) => Enumerable.Range(at, Math.Min(LongestLabel, to - at)).Any(that => tokens[that].Is("that")) && (tokens[at].Is("that") || (tokens[at].Key is "on" or "in" or "to" && Enumerable.Range(at, Math.Min(LongestLabel, to - at)).Any(means => Means.Contains(tokens[means].Key))));

    private bool PutsNumber(int at, int to) => at + 1 < to && tokens[at].Key is "the" && tokens[at + 1].Key is "number" or "toll" or "count" or "total" && Enumerable.Range(at, to - at - 1).Any(mark => tokens[mark].Key is "at" && Figures.Numbers.At(tokens, mark + 1, to) is { IsArticle: false });

    // "TB claim", "Taliban count": a side is many.
    private bool IsPlural(int at) => tokens[at].Key is "police" or "people" or "men" or "women" or "media" or "taliban" or "tb" or "iea" or "ttp" || (tokens[at].Key is { Length: > 3 } plural && plural[^1] == 's' && !tokens[at].IsPossessive);

    /// <summary>"the directorate reports 21", "the authorities report two": an office or people before the verb, and no article or adjective of the noun.</summary>
    private bool IsReporter(int at, string verb) => verb[^1] != 's' ? tokens[at].Key is "people" or "police" || (at > LongestOfPlace && Enumerable.Range(at - LongestOfPlace, LongestOfPlace).Any(before => (IsOfPeople(before, before + 1) || Sources.Contains(tokens[before].Key)) && IsPlural(before) && tokens[before + 1].Key is "on" or "in" or "at")) || (tokens[at].Key is { Length: > 4 } plural && plural[^1] == 's' && !tokens[at].IsPossessive)
        : !tokens[at].IsPossessive && (IsOfOffice(at) || tokens[at].IsCapital || Offices.Contains(tokens[at].Key) || Sources.Contains(tokens[at].Key)) && tokens[at].Key is not ("press" or "media" or "the" or "its");

    /// <summary>"Driver of the ambulance counts four": the noun that "of" goes with is a person or an office.</summary>
    private bool IsOfOffice(int at)
    {
        var of = Enumerable.Range(1, LongestOfPlace).Select(back => at - back).FirstOrDefault(word => word > 0 && tokens[word].Key is "of" or "at" or "in" or "from", -1);
        return of > 0 && Enumerable.Range(of, at - of).All(word => tokens[word].IsWord) && (Offices.Contains(tokens[of - 1].Key) || Roles.Contains(tokens[of - 1].Key) || Sources.Contains(tokens[of - 1].Key));
    }

    /// <summary>"a figure Kabul rejects, saying ...", "a toll that a local official disputed, putting ...": who speaks against the figure of another; nobody, where there is none.</summary>
    private (int First, int Last) Disputing(int from, int end)
    {
        var verb = end - 1;
        if (verb <= from || Verbs.At(tokens, verb, end) is not { Value: SpeechAct.Deny })
        {
            return (0, 0);
        }
        for (var first = verb - 1; first > from + 1 && verb - first < LongestOffice && tokens[first].IsWord; first--)
        {
            var noun = first - (tokens[first - 1].Key is "that" or "which" ? 2 : 1);
            if (noun > from && (Tellings.Contains(tokens[noun].Key) || Sums.Contains(tokens[noun].Key)) && tokens[noun - 1].Key is "a" or "the" or "an")
            {
                return (first, verb);
            }
        }
        return (0, 0);
    }

    private bool HasNumberAfter(int at, int to)
    {
        for (var next = at; next < Math.Min(to, at + 8); next++)
        {
            if (Figures.Numbers.At(tokens, next, to) is { IsArticle: false })
            {
                return true;
            }
        }
        return false;
    }
}
