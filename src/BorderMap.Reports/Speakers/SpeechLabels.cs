using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who is named without a verb of speech: "Taliban: two killed", "two hurt (district hospital)".</summary>
internal sealed partial class SpeechReader
{
    private const int LongestLabel = 5;
    private const int LongestSource = 8;
    private const int FarthestFigure = 7;
    private const int LongestDateline = 3;
    private const int LongestTurn = 4;

    private bool? isScript;

    private static readonly HashSet<string> Sources = new(StringComparer.Ordinal)
        { "hospital", "hospitals", "hosp", "dhq", "thq", "cmh", "police", "ministry", "administration", "mission", "army", "military", "statement", "communique", "handout", "dpo", "ispr", "unama", "agency", "media", "clinic", "medics", "department", "board", "directorate", "authority", "rescue", "governor", "commissioner", "authorities", "government", "levies", "fc", "bakhtar", "pajhwok", "locals", "elders", "residents", "tv", "television", "radio", "channel", "broadcaster", "newspaper", "daily", "website", "command", "corps", "brigade", "battalion", "council", "embassy", "consulate", "union", "chamber", "charity", "ngo", "organisation", "organization", "partner", "partners", "office", "jirga", "shura", "society", "foundation", "committee", "crescent", "cross", "relatives", "workers", "spox", "hq", "unit", "handout", "herald", "headquarters", "moi", "mod", "mofa", "moph", "pdma", "ndma", "gov", "govt", "admin" };

    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal) { "caller", "presenter", "host", "anchor", "interviewer", "reporter", "correspondent", "witness", "guest", "moderator", "journalist", "speaker", "villager", "mp", "senator", "teacher", "schoolteacher", "headmaster", "headmistress", "principal", "headteacher", "schoolmaster", "lecturer", "pharmacist", "paramedic", "midwife", "shopkeeper", "tehsildar", "registrar", "nurse", "driver", "imam" };

    /// <summary>Letters for a side, alone before a colon and its figures: "TB: 2 KIA".</summary>
    private static readonly HashSet<string> Sides = new(StringComparer.Ordinal) { "tb", "pak", "pk", "afg", "iea", "ttp", "gop", "aaf", "abf", "pakmil" };

    /// <summary>Words for many who tell, alone before a colon.</summary>
    private static readonly HashSet<string> Tellers = new(StringComparer.Ordinal) { "residents", "villagers", "locals", "elders", "witnesses", "eyewitnesses", "doctors", "medics", "officials", "police" };

    private static readonly HashSet<string> Means = new(StringComparer.Ordinal)
        { "message", "video", "audio", "tweet", "post", "x", "twitter", "facebook", "telegram", "whatsapp", "telephone", "phone", "statement", "interview", "briefing", "conference", "note", "letter", "clip", "radio", "television", "reporters", "journalists", "press", "media", "us", "me" };

    /// <summary>"Pakistan: three soldiers killed": an actor and a colon before figures.</summary>
    private IEnumerable<Speech> Labels(int number, Sentence sentence)
    {
        for (var colon = sentence.First + 1; colon < sentence.Last; colon++)
        {
            if (!tokens[colon].IsMark(':'))
            {
                continue;
            }
            // "Zabihullah Mujahid (Kabul):": the name without where he is.
            var end = BeforeBracket(sentence.First, colon);
            var first = BackOverWords(sentence.First, end);
            var name = end < colon ? end : BeforeTime(sentence.First, first, colon);
            first = name < colon ? BackOverWords(sentence.First, name) : WithExplained(sentence.First, first, colon);
            var last = BeforeMeans(first, name);
            first += last - first > 2 && tokens[first].Key is "from" or "by" ? 1 : 0;
            var isAlone = first == sentence.First || (first == sentence.First + 1 && tokens[sentence.First].Key is "from" or "by") || tokens[first - 1].Kind is TokenKind.Number || tokens[first - 1].IsMark(';') || tokens[first - 1].IsMark('.') || tokens[first - 1].IsMark('|') || tokens[first - 1].IsMark('-') || IsBehindLabel(first, sentence.First) || IsNumberOfPost(first, sentence.First);
            if (isAlone && first < colon && (IsRole(first, last, sentence) || ((HasCountAfter(colon + 1, sentence.Last) || Figures.Tolls.Tells(tokens, colon + 1, sentence.Last) || IsClause(colon + 1, sentence.Last) || (colon + 1 < sentence.Last && tokens[colon + 1].OpensQuotation)) && last - first <= (HasComma(first, last) ? LongestOffice : LongestSource) && IsSource(first, last))) && Named(number, first, last, SpeechAct.Say, colon, colon + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    /// <summary>"Mullah Rahim, the head of the district:", "A villager, Gul Wali:": the name with what explains it, from the head of the line.</summary>
    private int WithExplained(int from, int first, int colon)
    {
        // "17:05 - The minister, Tariq Gul:": past the time of an entry.
        var stamp = Enumerable.Range(from, Math.Max(0, first - 1 - from)).LastOrDefault(at => tokens[at].IsMark('-') || tokens[at].Kind is TokenKind.Number, -1);
        from = stamp >= 0 ? stamp + 1 : from;
        // "head of the clinic in Sarkano, Kunar:": the province behind the place.
        if (first - 2 > from && tokens[first - 1].IsMark(',') && colon - first <= 2 && tokens[first].IsCapital && tokens[first - 2].IsCapital && BackOverWords(from, first - 1) is var office && Enumerable.Range(office, first - 1 - office).Any(at => tokens[at].Key is "in" or "of" or "at"))
        {
            first = office;
        }
        if (first - 2 < from || !tokens[first - 1].IsMark(',') || colon - from > LongestOffice || !(IsExplaining(first) || (IsNameToEnd(first, colon) && Enumerable.Range(from, first - 1 - from).Any(at => Offices.Contains(tokens[at].Key) || Sources.Contains(tokens[at].Key) || IsOnePerson(at)))))
        {
            return first;
        }
        var isName = Enumerable.Range(from, first - 1 - from).All(at => tokens[at].IsWord && !IsFinite(at)) && MaySpeak(from, first - 1);
        return isName ? from : first;
    }

    private int BackOverWords(int from, int end)
    {
        var first = end;
        while (first > from && end - first < LongestOffice && (tokens[first - 1].IsWord || (first - 1 > from && IsUnit(first - 1, end))))
        {
            first--;
        }
        return first;
    }

    /// <summary>"CRAWL 3: Interior ministry:", "Torkham: security sources:": behind a first label, of a place or a number.</summary>
    private bool IsBehindLabel(int first, int from) => tokens[first - 1].IsMark(':') && first - 1 - from is > 0 and <= LongestDateline && Enumerable.Range(from, first - 1 - from).All(at => tokens[at].IsCapital || tokens[at].Kind is TokenKind.Number);

    /// <summary>"A security source, same day:": where the name ends before a comma and a time; the colon, where there is none.</summary>
    private int BeforeTime(int from, int first, int colon) => first - 2 >= from && first < colon && tokens[first - 1].IsMark(',') && Enumerable.Range(first, colon - first).All(at => Days.Contains(tokens[at].Key) || tokens[at].Key is "same" or "day" or "the" or "later" or "on" or "next" or "that" or "afternoon" or "noon" or "midday" or "midnight" or "noontime") ? first - 1 : colon;

    /// <summary>"2/ Security sources to us:": the number of a post.</summary>
    private bool IsNumberOfPost(int first, int from) => first - 2 == from && tokens[first - 1].IsMark('/') && tokens[from].Kind is TokenKind.Number;

    private bool HasComma(int first, int last) => Enumerable.Range(first, last - first).Any(at => tokens[at].IsMark(','));

    /// <summary>"The governor in a voice message:", "The army on X:": the name without how it was told.</summary>
    private int BeforeMeans(int first, int colon)
    {
        var at = Enumerable.Range(first, colon - first).FirstOrDefault(at => at > first && tokens[at].Key is "in" or "on" or "by" or "via" or "over" or "to" or "speaking" or "writing" && Enumerable.Range(at + 1, colon - at - 1).Any(means => Means.Contains(tokens[means].Key)), -1);
        return at > first ? at : colon;
    }

    /// <summary>"CALLER:", "GOVERNOR:": whose turn it is in a conversation.</summary>
    private bool IsRole(int first, int colon, in Sentence sentence) => first == sentence.First && tokens[first].IsAllCapitals
        && ((isScript ??= IsScript()) && colon - first <= LongestTurn && Enumerable.Range(first, colon - first).All(at => tokens[at].IsAllCapitals) || Offices.Contains(tokens[first].Key) || Roles.Contains(tokens[first].Key) || Offices.Contains(tokens[colon - 1].Key) || Roles.Contains(tokens[colon - 1].Key));

    /// <summary>A broadcast written down: lines of whoever leads it stand before those of his guests.</summary>
    private bool IsScript() => text.Sentences.Any(line => line.Last - line.First > 2 && tokens[line.First].IsAllCapitals && tokens[line.First + 1].IsMark(':') && tokens[line.First].Key is "presenter" or "host" or "anchor" or "interviewer" or "moderator" or "newsreader" or "announcer" or "studio" or "compere" or "correspondent" or "reporter");

    /// <summary>"RAWALPINDI: ...", in capitals: where it was written, and no government; what is quoted behind it is the government's.</summary>
    private bool IsDateline(ActorName actor, int first, int colon) => tokens[first].IsAllCapitals && !IsBeforeQuotation(colon) && (actor.Id is "pak-state" or "afg-taliban-government" || tokens[first].Key is "rawalpindi");

    /// <summary>"RAWALPINDI, afternoon: "Over two hundred ...""</summary>
    private bool IsBeforeQuotation(int end)
    {
        var colon = end;
        while (colon + 1 < tokens.Count && colon - end < LongestLabel && !tokens[colon].IsMark(':'))
        {
            colon++;
        }
        return colon + 1 < tokens.Count && tokens[colon].IsMark(':') && tokens[colon + 1].OpensQuotation;
    }

    /// <summary>An actor or an office, and no dateline: "KABUL:" in capitals is a place.</summary>
    private bool IsSource(int first, int colon)
    {
        // "Civilians: two dead", "The head of the clinic shook his head:": the harmed, and a clause.
        var actors = ActorNames.Find(tokens, first, colon).FindAll(actor => actor.Value.Side is not "civ");
        var relative = Enumerable.Range(first, colon - first).FirstOrDefault(at => tokens[at].Key is "who" or "that" or "which", colon);
        if (Enumerable.Range(first, relative - first).Any(IsFinite))
        {
            return false;
        }
        // "Residents: a shepherd was killed": a clause behind the colon, where "Civilians: two dead" is a row of a list.
        var isClause = IsClause(colon + 1, text.Sentences[text.SentenceOf[first]].Last);
        if (isClause && (HasComma(first, colon) || (colon - first > 1 ? IsNounOfTeller(first, colon) : Tellers.Contains(tokens[first].Key)) || (!(tokens[first].IsAllCapitals && text.SentenceOf[first] == 0) && IsPersonalName(first, colon) && Enumerable.Range(first, colon - first).Any(at => Toponyms.NameRoles.Of(tokens, at) is Toponyms.NameRole.Given or Toponyms.NameRole.Title))) && actors.TrueForAll(actor => !IsDateline(actor.Value, first, colon)))
        {
            return true;
        }
        // "Ali Haqmal, spokesman for the department: 15 dead", "Army: three soldiers killed": a name with its office; a force, and whom it tells of.
        if ((HasComma(first, colon) && !tokens[first].IsMark('(') && Enumerable.Range(first, colon - first).Any(at => Offices.Contains(tokens[at].Key)) && Enumerable.Range(first, colon - first).Any(at => tokens[at].IsCapital)) || (colon - first == 1 && TellsOfOthers(first, colon)))
        {
            return true;
        }
        return (actors.Exists(actor => actor.First <= first + 1 && actor.Last == colon && !IsDateline(actor.Value, first, colon))
            || (colon - first == 1 && (Sides.Contains(tokens[first].Key) || Offices.Contains(tokens[first].Key) || tokens[first].Key is "moi" or "mod" or "mofa" or "moph" or "pdma" or "ndma" or "spox"))
            || (colon - first > 1 && (Sources.Contains(tokens[colon - 1].Key) || tokens[colon - 1].Key is "officials" or "spokesman" or "office" || IsTeller(first, colon)))) && !tokens[first].IsMark('(');
    }

    /// <summary>"Army: three soldiers killed", "Villagers: seven dead, three of them children", "Hospital: five dead"; "Police: two dead" is a row of the harmed.</summary>
    private bool TellsOfOthers(int label, int colon)
    {
        if (tokens[label].Key is "hospital" or "clinic" or "doctors" or "medics" or "ministry" or "rescue")
        {
            return true;
        }
        var isTeller = Sources.Contains(tokens[label].Key) || Tellers.Contains(tokens[label].Key) || tokens[label].Key is "scouts" or "rangers";
        var to = text.Sentences[text.SentenceOf[label]].Last;
        return isTeller && Enumerable.Range(colon + 1, Math.Max(0, Math.Min(to, colon + 1 + FarthestFigure) - colon - 1)).TakeWhile(at => !tokens[at].IsMark(';') && !tokens[at].IsMark(':')).Any(at => Figures.People.CategoryAt(tokens, at, to) is not null and not "same" || tokens[at].Key is "family" or "families" or "household");
    }

    /// <summary>"Aid workers:", "A member of the jirga:", but not "Civilians, Tuesday:".</summary>
    private bool IsNounOfTeller(int first, int colon) => Enumerable.Range(first, Math.Min(colon - first, 3)).Any(at => IsOfSpeaker(at, colon) && !IsHarmed(at) || tokens[at].Key is "member" or "relative" or "relatives");

    /// <summary>"A security official in Peshawar:", "The group that claimed it:".</summary>
    private bool IsTeller(int first, int colon)
    {
        if (Verbs.Find(tokens, first, colon).Count > 0 && !tokens[colon - 1].Is("it"))
        {
            return false;
        }
        var noun = first + (tokens[first].Key is "a" or "an" or "the" or "one" or "another" ? 1 : 0);
        for (var at = noun; at < Math.Min(colon, noun + 3); at++)
        {
            if (Offices.Contains(tokens[at].Key) || Sources.Contains(tokens[at].Key) || (IsOfPeople(at, at + 1) && !(at == colon - 1 && tokens[at].Key is "people" or "police" or "residents" or "villagers" or "locals" && at == first)) || tokens[at].Key is "senator" or "mp" or "mna" or "mpa" or "brigadier" or "colonel" or "major" or "general" or "captain" || tokens[at].Key is "group" or "faction" or "outfit" or "party" or "side" or "paper" or "newspaper" or "channel" or "radio")
            {
                return true;
            }
        }
        return false;
    }

    private bool HasCountAfter(int at, int to) => HasNumberAfter(at, to) || Enumerable.Range(at, Math.Max(0, Math.Min(to, at + FarthestFigure) - at)).Any(next => tokens[next].Key is "none" or "nobody" or "nil" or "no" or "dozens" or "several");

    /// <summary>"Mujahid's tally for the whole line: 52 dead", "the mission's count stands at nine": whose figures they are.</summary>
    private IEnumerable<Speech> Tallies(int number, Sentence sentence)
    {
        for (var at = sentence.First; at + 1 < sentence.Last; at++)
        {
            if (!tokens[at].IsPossessive || !Enumerable.Range(at + 1, Math.Min(3, sentence.Last - at - 1)).Any(next => Tellings.Contains(tokens[next].Key) || Sums.Contains(tokens[next].Key) || tokens[next].Key is "position" or "message" or "explanation" or "contention" or "reading" or "press"))
            {
                continue;
            }
            var verb = at + 1;
            while (verb < sentence.Last && verb - at <= LongestOffice && !IsOfFigureNext(verb, sentence) && !(tokens[verb].IsMark(':') || tokens[verb].Key is "is" or "was" or "stands" or "stood" or "puts" or "runs" or "gives" or "has" or "had" or "speaks" or "spoke" or "lists" or "reached" or "rose"))
            {
                verb++;
            }
            var first = StartOf(sentence.First, at + 1);
            while (first < at && tokens[first].Kind is not TokenKind.Word)
            {
                first++;
            }
            if (verb < sentence.Last && HasCountAfter(verb + 1, sentence.Last) && Named(number, first, at + 1, SpeechAct.Say, verb, verb + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    /// <summary>"the army's count of three dead": the figure itself behind its noun.</summary>
    private bool IsOfFigureNext(int at, in Sentence sentence) => tokens[at].Is("of") && (Tellings.Contains(tokens[at - 1].Key) || Sums.Contains(tokens[at - 1].Key)) && Figures.Numbers.At(tokens, at + 1, sentence.Last) is { IsArticle: false };

    /// <summary>"Two dead, three hurt - district police", "FOUR KILLED: SOURCES": the same behind a dash or a colon, to the end.</summary>
    private IEnumerable<Speech> BehindDash(int number, Sentence sentence)
    {
        var (end, dash) = (sentence.Last, sentence.Last);
        while (end > sentence.First && (tokens[end - 1].IsMark('.') || tokens[end - 1].IsMark('*')))
        {
            end--;
        }
        dash = end - 1;
        while (dash > sentence.First && end - dash <= LongestSource && tokens[dash].IsWord)
        {
            dash--;
        }
        var isSource = dash > sentence.First && dash + 1 < end && (tokens[dash].IsMark('-') || tokens[dash].IsMark(':')) && !tokens[dash + 1].IsMark('-') && (IsTeller(dash + 1, end) || (tokens[dash].IsMark(':') && end == dash + 2 && (Sources.Contains(tokens[end - 1].Key) || Tellers.Contains(tokens[end - 1].Key))) || Sources.Contains(tokens[end - 1].Key) || ActorNames.Find(tokens, dash + 1, end).Exists(actor => actor.First == dash + 1 && actor.Last == end));
        if (isSource && Figures.Tolls.Tells(tokens, sentence.First, dash) && !Figures.Tolls.Tells(tokens, dash, end) && Named(number, dash + 1, end, SpeechAct.Say, dash, end) is { } speech)
        {
            yield return speech;
        }
    }
}
