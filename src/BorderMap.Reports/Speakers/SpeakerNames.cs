using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>What a speaker is called.</summary>
internal sealed partial class SpeechReader
{
    /// <summary>"the spokesman", "the sources": whoever was called so before, in more words.</summary>
    private Speech? Full(int first, int end)
    {
        if (end - first > 2 || tokens[first].Key is not "the")
        {
            return null;
        }
        var head = tokens[end - 1].Key;
        for (var before = bySentence.Count - 1; before >= Math.Max(0, bySentence.Count - MostBack); before--)
        {
            if (bySentence[before].FindLast(speech => speech.Last - speech.First >= 2 && !tokens[speech.First].Is("the") | speech.Last - speech.First > 2 && Holds(speech, head)) is { } speech)
            {
                return speech;
            }
        }
        return null;
    }

    /// <summary>"two security officials", but not "58 soldiers".</summary>
    private bool IsOfPeople(int first, int end)
    {
        // "2 FC men I know say": so few speak.
        if (tokens[first] is { Value: > 0 and <= 5, Kind: TokenKind.Number } or { Key: "two" or "three" or "four" } && Enumerable.Range(first + 1, Math.Max(0, Math.Min(end, first + 4) - first - 1)).Any(at => tokens[at].Key is "men" or "women" or "soldiers" or "guards" or "policemen" or "officers" or "drivers" or "traders" or "shopkeepers" or "farmers" or "fighters" or "tribesmen" or "teachers"))
        {
            return true;
        }
        for (var at = first; at < end; at++)
        {
            if (tokens[at].Key is "officials" or "sources" or "residents" or "witnesses" or "elders" or "villagers" or "spokesmen" or "doctors" or "diplomats" or "police" or "eyewitnesses" or "locals" or "people" or "official" or "source" or "resident" or "witness" or "doctor" or "villager" or "leaders" or "politicians" or "journalists" or "reporters" or "nurses" or "monitors" or "src" or "srcs" or "outlets" or "newspapers" or "broadcasters" or "websites" or "pages" or "channels")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"One driver, Gul Khan", "one of these fighters": a person, and no count.</summary>
    private bool IsOne(int first, int end) => tokens[first].Key is "one" && first + 2 < end && tokens[first + 1].Key is "of" && tokens[first + 2].Key is "the" or "these" or "those" or "his" or "her" or "their" or "its" && IsOfSpeaker(end - 1, end) || tokens[first].Key is "one" && first + 1 < end && IsOneOfOffice(first + 1, end) || tokens[first].Key is "one" && first + 1 < end && tokens[first + 1] is { IsWord: true, IsCapital: false } noun && noun.Key is { Length: > 3 } key && key[^1] != 's' && !noun.Is("more") && (first + 2 == end || tokens[first + 2].Kind is TokenKind.Mark || tokens[first + 2].Key is "from" or "in" or "at" or "who");

    /// <summary>"One Pakistani officer", "one senior official": whatever stands before the office.</summary>
    private bool IsOneOfOffice(int first, int end) => Enumerable.Range(first, Math.Min(3, end - first)).Any(at => Offices.Contains(tokens[at].Key) || Roles.Contains(tokens[at].Key) || tokens[at].Key is "source");

    private bool Holds(Speech speech, string head)
    {
        for (var at = speech.First; at < speech.Last; at++)
        {
            if (tokens[at].Key == head)
            {
                return true;
            }
        }
        return false;
    }

    private Speech? Named(int number, int first, int end, SpeechAct act, int verbFirst, int verbLast)
    {
        // "We, the elders of the valley, declare"
        first += end - first > 3 && tokens[first].Key is "we" or "i" && tokens[first + 1].IsMark(',') ? 2 : 0;
        // "police there": somebody, though "there" alone is nobody.
        var isThere = end - first > 1 && tokens[end - 1].Key is "there" && MaySpeak(first, end - 1);
        if (tokens[end - 1].Key is "anyone" or "anybody" or "everyone" or "everybody" or "nobody" || Nobody.Contains(tokens[end - 1].Key) && end - first <= 2 && !isThere || Nobody.Contains(tokens[first].Key) && end - first == 1 || Figures.Numbers.At(tokens, first, end) is { IsArticle: false } && !IsOfPeople(first, end) && !IsOne(first, end))
        {
            return null;
        }
        if (NamesNobody(first, end))
        {
            return null;
        }
        // "No ministry has said": nobody.
        if (end - first > 1 && tokens[first].Key is "no" && tokens[first + 1].Kind is TokenKind.Word)
        {
            return null;
        }
        // "Among the incidents verified:", "Of the events recorded:": no one.
        if (tokens[first].Key is "among" or "of" && !Enumerable.Range(first, end - first).Any(at => tokens[at].IsMark(',')))
        {
            return null;
        }
        // "The figure of seven, which ..., counted two wounded": no one.
        if (end - first > 2 && tokens[first].Key is "the" or "a" or "this" or "that" && tokens[first + 1].Key is "figure" or "number" or "toll" or "total" or "sum" or "tally")
        {
            return null;
        }
        // "According to information received", "according to reports": whoever writes so.
        if ((tokens[first].Key is "information" or "details" or "footage" or "accounts" or "news" or "reports" or "intelligence" && (end - first == 1 || (end - first == 2 && !Sources.Contains(tokens[first + 1].Key) && !Offices.Contains(tokens[first + 1].Key) && !IsOfPeople(first + 1, end))) || (end - first > 1 && tokens[first].Key is "the" && tokens[first + 1].Key is "information" or "details" or "footage" or "reports" && (end - first == 2 || !tokens[first + 2].IsCapital && tokens[first + 2].Key is not ("ministry" or "minister" or "department" or "director" or "directorate" or "chief" or "office" or "officer" or "secretary" or "head")))) && !ActorNames.Find(tokens, first, end).Exists(actor => actor.First == first))
        {
            return null;
        }
        // "As per credible intelligence": the same; "No loss of life", "Own casualty: one": what came of it says nothing.
        if (Enumerable.Range(first, end - first).Any(at => tokens[at].Key is "casualty" or "casualties" or "loss" or "losses" or "injury") || Enumerable.Range(first, end - first).All(at => tokens[at].Key is "credible" or "confirmed" or "initial" or "available" or "latest" or "intelligence" or "information" or "reports" or "received" or "inputs"))
        {
            return null;
        }
        // "According to our intelligence": whoever writes so.
        if (tokens[first].Key is "our" or "my" && tokens[end - 1].Key is "intelligence" or "forces" or "information" or "reports" or "troops" or "soldiers" or "mujahideen" or "men" or "units" or "knowledge" or "detection" or "detections" or "findings" or "observation" or "observations" or "estimate" or "estimates" or "assessment" or "count" or "records" or "record" or "data" or "inputs" or "sources" or "calculation" or "side" or "posts" or "verification" or "monitoring")
        {
            return null;
        }
        // "he has been waiting for permission to": a clause, no name.
        if (end - first > 1 && tokens[first].Key is "he" or "she" or "they" or "it" or "we" or "i" or "you" or "there" or "this" or "which" or "what")
        {
            return null;
        }
        // "It may be recalled that", "no one could say": nobody speaks.
        for (var at = first; at < end && !tokens[at].IsMark(','); at++)
        {
            if (tokens[at] is { IsCapital: false, Key: "be" or "may" or "can" or "could" or "should" or "must" or "cannot" or "would" or "nobody" or "none" })
            {
                return null;
            }
        }
        var actor = ActorNames.Find(tokens, first, end);
        var full = Known(first, end, verbFirst);
        if (end - first <= 2 && OfTwo(end) is var (one, to) && one < to)
        {
            return Named(number, one, to, act, verbFirst, verbLast);
        }
        if (full is not null)
        {
            return full with { Sentence = number, First = first, Last = end, Span = text.SpanOf(first, end), Act = act, VerbFirst = verbFirst, VerbLast = verbLast };
        }
        var bare = NameAlone(first, end);
        return new Speech(number, first, end, text.Words(bare.First, bare.End), act, verbFirst, verbLast)
        {
            Span = text.SpanOf(bare.First, bare.End),
            Actor = actor.Count == 0 ? null : actor.OrderByDescending(match => match.Last - match.First).First().Value,
        };
    }

    /// <summary>"Since January 2024 the mission", "On Monday the ministry": the time is none of the name.</summary>
    private int PastTime(int first, int end)
    {
        // "At his weekly briefing the minister"
        if (tokens[first].Key is "at" or "during" or "in" && first + 3 < end)
        {
            for (var article = first + 3; article < end; article++)
            {
                if (tokens[article].Key is "the" && tokens[article - 1].Key is "briefing" or "conference" or "statement" or "interview" or "address" or "message" or "session" or "night" or "evening" or "morning")
                {
                    return article;
                }
            }
        }
        // "For his part the governor"
        if (tokens[first].Key is "for" && first + 3 < end && tokens[first + 2].Key is "part")
        {
            return first + (tokens[first + 3].IsMark(',') ? 4 : 3);
        }
        if (AfterPlace(first, end) is { } office)
        {
            return office;
        }
        if (tokens[first].Key is not ("on" or "in" or "since" or "by" or "during" or "late" or "early" or "earlier"))
        {
            return first;
        }
        // "In Peshawar a paramilitary officer"
        if (tokens[first].Key is "in" && first + 2 < end && tokens[first + 1].IsCapital && !tokens[first + 1].IsPossessive)
        {
            var after = first + 2;
            while (after < end - 1 && (tokens[after].IsCapital || tokens[after].IsMark(',')) && tokens[after].Key is not "the" and not "a")
            {
                after++;
            }
            if (tokens[after].Key is "a" or "an" or "the" or "officials" or "residents" or "police" or "doctors" or "two" or "three")
            {
                return after;
            }
        }
        var at = first + 1;
        while (at < end && (tokens[at].Kind is not TokenKind.Word || (Dates.Months.Is(tokens[at].Key) && !(at + 1 < end && Toponyms.NameRoles.Of(tokens, at + 1) is Toponyms.NameRole.Given or Toponyms.NameRole.Family)) || Days.Contains(tokens[at].Key) || tokens[at].Key is "on" or "in"))
        {
            at++;
        }
        return at > first + 1 && at < end ? at : first;
    }
}
