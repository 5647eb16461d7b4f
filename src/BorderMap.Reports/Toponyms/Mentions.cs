using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Texts;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>Which names of a text are places: those that the gazetteer or the list of far places knows, less those of persons, units and peoples.</summary>
internal sealed class Mentions
{
    /// <summary>A town recorded in so many names is known well enough to need no cue.</summary>
    private const int NamesOfTown = 8;
    private static readonly HashSet<string> PlaceWords = new(StringComparer.Ordinal)
        { "killi", "kili", "kalay", "kali", "kalli", "kot", "qala", "qalat", "goth", "deh", "chak", "tangi", "banda", "kandao", "narai", "sar", "top", "ghundai", "algad", "khel", "pass", "kotal", "shela", "khwar", "ziarat", "garhi", "dara", "darra", "kandaw", "mela", "baba" };

    private const int LongestUnknown = 3;
    private const int LongestTribes = 7;

    private readonly ReportText text;
    private readonly IReadOnlyList<Token> tokens;
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);

    private Mentions(ReportText text) => (this.text, tokens) = (text, text.Tokens);

    public static List<PlaceMention> Find(ReportText text, TextMatcher matcher)
    {
        var mentions = new Mentions(text);
        return mentions.WithRepeated(mentions.WithUnknown(mentions.Known(matcher)));
    }

    private List<PlaceMention> Known(TextMatcher matcher)
    {
        var far = text.Sentences.SelectMany(sentence => FarPlaces.Find(tokens, sentence))
            .Select(match => new PlaceMention(match.First, match.Last, text.SpanOf(match.First, match.Last), null, match.Value, "far")).ToList();
        var taken = far.SelectMany(mention => Enumerable.Range(mention.First, mention.Last - mention.First)).ToHashSet();
        var found = new List<PlaceMention>(far);
        var candidates = matcher.Find(text.Plain).SelectMany(match => Parts(match, matcher)).Select(Placed).OfType<PlaceMention>().Where(mention => !taken.Contains(mention.First) && !taken.Contains(mention.Last - 1)).ToList();
        foreach (var mention in candidates)
        {
            NotePersons(mention);
        }
        for (var i = 0; i < candidates.Count; i++)
        {
            var mention = candidates[i];
            if (!IsPerson(mention) && !IsOrganisation(mention) && !IsOfTribe(mention) && !IsPartOfChain(mention) && !IsWord(mention) && !IsPartOfName(mention) && HasGrounds(mention, i > 0 ? candidates[i - 1] : null, i + 1 < candidates.Count ? candidates[i + 1] : null))
            {
                found.Add(mention);
            }
        }
        found.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        return found;
    }

    /// <summary>"Allah", "Frontier": words that some hamlet is called too.</summary>
    private bool IsWord(PlaceMention mention) => mention.Last - mention.First == 1 && mention.Named is null && NotNames.Contains(tokens[mention.First].Key) && mention.Match is { Places: [{ Kind: not PlaceKind.Country }, ..] };

    /// <summary>"Spin Boldak-Chaman" is recorded for a crossing; a text means the two towns.</summary>
    private TextMatch[] Parts(TextMatch match, TextMatcher matcher)
    {
        var dash = match.Places is [{ Kind: PlaceKind.Crossing }, ..] ? text.Plain.AsSpan(match.Start, match.End - match.Start).IndexOfAny('-', '–') : -1;
        if (dash <= 0)
        {
            return [match];
        }
        TextMatch[] parts = [.. matcher.Find(text.Plain[match.Start..(match.Start + dash)]).Select(part => part with { Start = match.Start + part.Start }),
            .. matcher.Find(text.Plain[(match.Start + dash + 1)..match.End]).Select(part => part with { Start = match.Start + dash + 1 + part.Start })];
        return parts.Length == 2 ? parts : [match];
    }

    /// <summary>"Lashkar-e-Islam": a part of a chain of hyphens is no name.</summary>
    private bool IsPartOfChain(PlaceMention mention) =>
        (mention.First > 1 && tokens[mention.First - 1].IsJoined && IsLink(mention.First - 1)) || (mention.Last < tokens.Count && tokens[mention.Last - 1].IsJoined && IsLink(mention.Last));

    private bool IsLink(int at) => tokens[at].Key is "e" or "i" or "o" or "ul" or "ur" or "al";

    /// <summary>"Turi, Bangash and Mangal elders": tribes that bear names of places.</summary>
    private bool IsOfTribe(PlaceMention mention)
    {
        if (mention.Named is not null)
        {
            return false;
        }
        var at = mention.Last;
        while (at < tokens.Count && at - mention.Last < LongestTribes && text.SentenceOf[at] == text.SentenceOf[mention.First] && (tokens[at].IsMark(',') || tokens[at].Key is "and" || (tokens[at].IsCapital && tokens[at - 1].Key is "and" or ",")))
        {
            at++;
        }
        return at < tokens.Count && (at > mention.Last || PlaceCues.Of(tokens, mention.First - 1) is not PlaceCue.Locative)
            && tokens[at].Key is "tribe" or "tribes" or "tribesmen" or "tribal" or "clan" or "clans" or "subtribe" or "elders" or "jirga" && !(tokens[at].Key is "tribal" && at + 1 < tokens.Count && tokens[at + 1].Key is "district" or "agency" or "region" or "area")
            && (tokens[at].Key is not ("elders" or "jirga") || HasFamilyName(mention));
    }

    private bool HasFamilyName(PlaceMention mention)
    {
        for (var at = Math.Max(0, mention.First - 4); at < Math.Min(tokens.Count, mention.Last + 4); at++)
        {
            if (NameRoles.Of(tokens, at) is NameRole.Family)
            {
                return true;
            }
        }
        return false;
    }

    private PlaceMention? Placed(TextMatch match)
    {
        var first = TokenAt(match.Start);
        if (first < 0)
        {
            return null;
        }
        var last = first + 1;
        while (last < tokens.Count && tokens[last].Start < match.End)
        {
            last++;
        }
        // "Torkham border crossing" is recorded so; the words of kind are none of the name in a text.
        while (last > first + 1 && !tokens[last - 1].IsCapital && PlaceCues.IsKind(tokens, last - 1) | tokens[last - 1].Key is "border")
        {
            last--;
        }
        var rule = match.How switch { TextMatchKind.Exact => "recorded", TextMatchKind.Spelling => "spelling", _ => "slip" };
        // "Ghakhi Pass": a pass is called so.
        last += last < tokens.Count && tokens[last].Key is "pass" && tokens[last].IsCapital && text.SentenceOf[last] == text.SentenceOf[first] ? 1 : 0;
        return new PlaceMention(first, last, new TextSpan(match.Start, tokens[last - 1].End), match, null, rule) { Named = match.Named };
    }

    /// <summary>The token that begins at an offset; -1 where the text was not taken apart.</summary>
    private int TokenAt(int offset)
    {
        var (low, high) = (0, tokens.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start == offset)
            {
                return middle;
            }
            (low, high) = tokens[middle].Start < offset ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }

    /// <summary>The run of capitalised words around a name: "Haji Ismail Khan Zazi".</summary>
    private (int First, int Last) RunOf(int first, int last)
    {
        while (first > 0 && IsOfRun(first - 1) && text.SentenceOf[first - 1] == text.SentenceOf[first] && !tokens[first - 1].IsPossessive && !EndsRun(first - 1))
        {
            first--;
        }
        while (last < tokens.Count && IsOfRun(last) && text.SentenceOf[last] == text.SentenceOf[last - 1] && !tokens[last - 1].IsPossessive)
        {
            last++;
        }
        return (first, last);
    }

    private bool IsOfRun(int at) => tokens[at].IsWord && (tokens[at].IsCapital || tokens[at].Key is "bin" or "ur" or "ul" or "al");

    /// <summary>A word that begins a sentence with a capital, "In Kunar": no part of the name.</summary>
    private bool EndsRun(int at) => PlaceCues.Of(tokens, at) is not PlaceCue.None || tokens[at].Key is "the" or "a" or "an" or "on" or "and" or "but";

    private void NotePersons(PlaceMention mention)
    {
        var (first, last) = RunOf(mention.First, mention.Last);
        if (IsNameOfPerson(mention, first, last))
        {
            for (var at = first; at < last; at++)
            {
                persons.Add(tokens[at].Key);
            }
        }
    }

    private bool IsNameOfPerson(PlaceMention mention, int first, int last)
    {
        // "spokesman Munib Zadran", whatever is called Zadran too; but not "Governor of Kunar".
        if (first > 0 && IsTitle(first - 1) && (!mention.IsWellKnown || (mention.First > first && mention.Named is null && mention.Last == last)))
        {
            return true;
        }
        // "official Zakir Jalali Wardak": two names before the last.
        if (mention.First - first >= 2 && mention.Last == last && mention.Named is null && Enumerable.Range(first, mention.First - first).All(IsPlainName))
        {
            return true;
        }
        for (var at = first; at < last; at++)
        {
            var isOutside = at < mention.First || at >= mention.Last;
            if (isOutside && (IsTitle(at) && at < mention.First || NameRoles.Of(tokens, at) is NameRole.Given))
            {
                return true;
            }
        }
        var isWholeRun = first == mention.First && last == mention.Last;
        return !isWholeRun && !PlaceCues.IsLocative(tokens, first - 1) && HasRole(mention.First, mention.Last, NameRole.Given, NameRole.Family) && !mention.IsWellKnown;
    }

    private bool IsPlainName(int at) => !NotNames.Contains(tokens[at].Key) && PlaceCues.Of(tokens, at) is PlaceCue.None && NameRoles.Of(tokens, at) is not NameRole.Organisation && !tokens[at].IsAllCapitals && text.Sentences[text.SentenceOf[at]].First != at;

    /// <summary>"General Munir", but not "general area Hassan Khel".</summary>
    private bool IsTitle(int at) => NameRoles.Of(tokens, at) is NameRole.Title && (tokens[at].IsCapital || tokens[at].Key.Length <= 3 || tokens[at].Key is "commander" or "spokesman" or "minister" or "spokesperson");

    private bool IsPerson(PlaceMention mention)
    {
        var (first, last) = RunOf(mention.First, mention.Last);
        if (IsNameOfPerson(mention, first, last))
        {
            return true;
        }
        var isCued = IsCued(mention);
        return !isCued && !mention.IsWellKnown && Enumerable.Range(mention.First, mention.Last - mention.First).All(at => persons.Contains(tokens[at].Key) || NameRoles.Of(tokens, at) is NameRole.Given or NameRole.Family);
    }

    private bool HasRole(int first, int last, params ReadOnlySpan<NameRole> roles)
    {
        for (var at = first; at < last; at++)
        {
            if (roles.Contains(NameRoles.Of(tokens, at)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"Khalid bin Walid Army Corps", "Kurram Militia", "Doha Accord": a name inside another.</summary>
    private bool IsOrganisation(PlaceMention mention)
    {
        var (_, last) = RunOf(mention.First, mention.Last);
        for (var at = mention.Last; at < last; at++)
        {
            if (NameRoles.Of(tokens, at) is NameRole.Organisation && !(tokens[at].Key is "agency" or "taliban" or "army"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A hamlet's name that goes on with a word that nobody has recorded: "Spina Shaga" is a place of its own.</summary>
    private bool IsPartOfName(PlaceMention mention) => !mention.IsWellKnown && mention.Named is null && mention.Last < tokens.Count && text.SentenceOf[mention.Last] == text.SentenceOf[mention.First]
        && tokens[mention.Last] is { IsWord: true, IsCapital: true } next && !PlaceCues.IsKind(tokens, mention.Last) && !NotNames.Contains(next.Key) && !tokens[mention.Last - 1].IsPossessive
        && NameRoles.Of(tokens, mention.Last) is NameRole.None;

    /// <summary>A hamlet's name may be any word: it needs a cue, or a place beside it.</summary>
    private bool HasGrounds(PlaceMention mention, PlaceMention? before, PlaceMention? after)
    {
        var match = mention.Match!;
        if (IsCued(mention))
        {
            return match.How is not TextMatchKind.Slip || mention.Named is not null || mention.IsWellKnown || IsBeside(mention, before, after);
        }
        var isTown = match.Places is [{ } best, ..] && (best.Kind is not PlaceKind.Locality || best.Names.Count >= NamesOfTown);
        return match.How switch
        {
            TextMatchKind.Exact => isTown || IsBeside(mention, before, after),
            TextMatchKind.Spelling => mention.IsWellKnown || IsBeside(mention, before, after),
            _ => mention.IsWellKnown && IsBeside(mention, before, after),
        };
    }

    private bool IsCued(PlaceMention mention) =>
        mention.Named is not null || IsDateline(mention)
        || PlaceCues.Of(tokens, mention.First - 1) is PlaceCue.Locative or PlaceCue.Loose or PlaceCue.Area
        || PlaceCues.IsKind(tokens, mention.Last)
        || (tokens[Math.Max(0, mention.First - 1)].Key is "the" && PlaceCues.IsLocative(tokens, mention.First - 2) && PlaceCues.IsKind(tokens, mention.Last));

    /// <summary>"KHAR: A constable ...": at the head of a paragraph, in capitals.</summary>
    private bool IsDateline(PlaceMention mention) => !Enumerable.Range(mention.First, mention.Last - mention.First).All(at => NameRoles.Of(tokens, at) is NameRole.Given or NameRole.Family) && tokens[mention.First].IsAllCapitals && text.Sentences[text.SentenceOf[mention.First]].First == mention.First && mention.Last < tokens.Count && (tokens[mention.Last].IsMark(':') || tokens[mention.Last].IsMark('-') || tokens[mention.Last].IsMark('('));

    /// <summary>In a list with a place, or before one that holds it: "Sarkano, Kunar".</summary>
    private bool IsBeside(PlaceMention mention, PlaceMention? before, PlaceMention? after) =>
        (before is not null && (before.IsWellKnown || IsCued(before)) && IsJoin(before.Last, mention.First))
        || (after is not null && (after.IsWellKnown || IsCued(after)) && IsJoin(mention.Last, after.First));

    private bool IsJoin(int from, int to)
    {
        if (to <= from || to - from > 3 || text.SentenceOf[from - 1] != text.SentenceOf[to])
        {
            return false;
        }
        for (var at = from; at < to; at++)
        {
            if (!(tokens[at].IsMark(',') || tokens[at].Key is "and" or "or" or "to" || PlaceCues.IsKind(tokens, at)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Adds names that nobody has recorded, where a cue says that they are places.</summary>
    private List<PlaceMention> WithUnknown(List<PlaceMention> known)
    {
        var found = new List<PlaceMention>(known);
        var taken = new HashSet<int>(known.SelectMany(mention => Enumerable.Range(mention.First, mention.Last - mention.First)));
        var byEnd = new Dictionary<int, PlaceMention>();
        foreach (var mention in known)
        {
            byEnd[mention.Last] = mention;
        }
        for (var at = 1; at < tokens.Count; at++)
        {
            if (taken.Contains(at) || !StartsUnknown(at, taken))
            {
                continue;
            }
            var last = at + 1;
            while (last < tokens.Count && last - at < LongestUnknown && tokens[last].IsWord && (tokens[last].IsCapital || (tokens[last - 1].IsJoined && IsLink(last))) && !taken.Contains(last) && !PlaceCues.IsKind(tokens, last) && !tokens[last - 1].IsPossessive)
            {
                last++;
            }
            if (IsUnknownPlace(at, last, byEnd, taken))
            {
                found.Add(byEnd[last] = new PlaceMention(at, last, text.SpanOf(at, last), null, null, "cue"));
                taken.UnionWith(Enumerable.Range(at, last - at));
            }
            at = last - 1;
        }
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found;
    }

    /// <summary>A name that is a place once in a text is one wherever it comes again, with a cue or without.</summary>
    private List<PlaceMention> WithRepeated(List<PlaceMention> found)
    {
        var names = found.FindAll(mention => mention.Far is null && !(mention.Match is { Places: [{ Kind: PlaceKind.Country }, ..] })).GroupBy(mention => KeysOf(mention.First, mention.Last)).ToDictionary(group => group.Key, group => group.First());
        if (names.Count == 0)
        {
            return found;
        }
        var firsts = names.Values.ToLookup(mention => tokens[mention.First].Key);
        var taken = new HashSet<int>(found.SelectMany(mention => Enumerable.Range(mention.First, mention.Last - mention.First)));
        var more = new List<PlaceMention>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].IsWord || taken.Contains(at) || persons.Contains(tokens[at].Key))
            {
                continue;
            }
            foreach (var name in firsts[tokens[at].Key].OrderByDescending(name => name.Last - name.First))
            {
                var last = at + name.Last - name.First;
                if (last <= tokens.Count && (tokens[at].IsCapital || name.Last - name.First > 1) && KeysOf(at, last) == KeysOf(name.First, name.Last) && !Enumerable.Range(at, last - at).Any(taken.Contains) && text.SentenceOf[at] == text.SentenceOf[last - 1] && RunOf(at, last) == (at, last))
                {
                    more.Add(name with { First = at, Last = last, Span = text.SpanOf(at, last), Named = null });
                    at = last - 1;
                    break;
                }
            }
        }
        return more.Count == 0 ? found : [.. found.Concat(more).OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End)];
    }

    private string KeysOf(int first, int last)
    {
        return last == first + 1 ? tokens[first].Key : string.Join(' ', Enumerable.Range(first, last - first).Select(at => tokens[at].Key));
    }

    private bool StartsUnknown(int at, HashSet<int> taken) => tokens[at].IsWord && tokens[at].IsCapital && !tokens[at].IsAllCapitals && tokens[at].Key.Length > 2
        && text.SentenceOf[at - 1] == text.SentenceOf[at] && !(tokens[at - 1].IsWord && tokens[at - 1].IsCapital && !taken.Contains(at - 1) && !EndsRun(at - 1));

    private bool IsUnknownPlace(int first, int last, Dictionary<int, PlaceMention> byEnd, HashSet<int> taken)
    {
        for (var at = first; at < last; at++)
        {
            if (NotNames.Contains(tokens[at].Key) || persons.Contains(tokens[at].Key) || NameRoles.Of(tokens, at) is not NameRole.None)
            {
                return false;
            }
        }
        if (last < tokens.Count && IsOfRun(last) && text.SentenceOf[last] == text.SentenceOf[first] && !PlaceCues.IsKind(tokens, last))
        {
            return false;
        }
        var isAfterPlace = IsInList(first, byEnd);
        var isLocated = PlaceCues.Of(tokens, first - 1) is PlaceCue.Locative or PlaceCue.Area || (tokens[first - 1].Is("the") && PlaceCues.IsLocative(tokens, first - 2));
        var isReached = tokens[first - 1].Key is "to" && first >= 2 && tokens[first - 2].Key is "spreading" or "spread" or "extended" or "extending" or "moved";
        var isOfKind = tokens[first - 1].Key is "of" && PlaceCues.IsKind(tokens, first - 2);
        var hasKind = last < tokens.Count && PlaceCues.IsKind(tokens, last) && !tokens[last].IsCapital;
        hasKind |= isLocated && last + 1 < tokens.Count && tokens[last].Key is "and" && IsListOfKind(last + 1);
        var isInPlace = last + 1 < tokens.Count && tokens[last].IsMark(',') && taken.Contains(last + 1);
        return isOfKind || isReached || (isLocated && (hasKind || isInPlace || IsCalledSo(first, last))) || isAfterPlace;
    }

    /// <summary>"in Killi Luqman", "in Seri Oba, a hamlet": a word of the name, or what explains it, says that it is a place.</summary>
    private bool IsCalledSo(int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            if (last - first > 1 && PlaceWords.Contains(tokens[at].Key))
            {
                return true;
            }
        }
        return last + 2 < tokens.Count && tokens[last].IsMark(',') && tokens[last + 1].Key is "a" or "the" or "another" && Enumerable.Range(last + 2, Math.Min(3, tokens.Count - last - 2)).Any(at => tokens[at].Key is "hamlet" or "village" or "town" or "settlement" or "locality" or "area" or "valley" or "post" or "bazaar" or "crossing" or "suburb");
    }

    /// <summary>"in the Baghil Gat and Sher-e-Awnal localities": the word of kind stands after the last.</summary>
    private bool IsListOfKind(int at)
    {
        var last = at;
        while (last < tokens.Count && last - at < LongestUnknown && tokens[last].IsWord && (tokens[last].IsCapital || (tokens[last - 1].IsJoined && IsLink(last))))
        {
            last++;
        }
        return last > at && last < tokens.Count && PlaceCues.IsKind(tokens, last);
    }

    /// <summary>After a place and a comma or "and", where that place is said to be one by a preposition: "spreading to Spina Shaga, Giwi, Mani Jabha".</summary>
    private bool IsInList(int first, Dictionary<int, PlaceMention> byEnd) => Before(first, byEnd) is { Far: null } before
        && (before.Rule == "cue" || PlaceCues.Of(tokens, before.First - 1) is not PlaceCue.None || (Before(before.First, byEnd) is { } listed && PlaceCues.Of(tokens, listed.First - 1) is not PlaceCue.None));

    /// <summary>The place that ends before a comma or "and".</summary>
    private PlaceMention? Before(int first, Dictionary<int, PlaceMention> byEnd)
    {
        for (var end = first - 1; end >= Math.Max(1, first - 2); end--)
        {
            if (byEnd.TryGetValue(end, out var before) && IsJoin(end, first))
            {
                return before;
            }
        }
        return null;
    }
}
