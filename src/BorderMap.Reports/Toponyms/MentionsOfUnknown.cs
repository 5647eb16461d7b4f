using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Texts;

namespace BorderMap.Reports.Toponyms;

/// <summary>Names that no source records, beside a word that says they are places.</summary>
internal sealed partial class Mentions
{
    /// <summary>"over the Afghan capital": Kabul, by another name.</summary>
    private IEnumerable<PlaceMention> Capitals(TextMatcher matcher)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at + 1].Key is "capital" && tokens[at].Key is "afghan" && matcher.Find("Kabul") is [{ } match])
            {
                yield return new PlaceMention(at, at + 2, text.SpanOf(at, at + 2), match, null, "capital");
            }
        }
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
        found.Sort((a, b) => a.First.CompareTo(b.First));
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
        return more.Count == 0 ? found : [.. found.Concat(more).OrderBy(mention => mention.First).ThenByDescending(mention => mention.Last)];
    }

    private string KeysOf(int first, int last)
    {
        return last == first + 1 ? tokens[first].Key : string.Join(' ', Enumerable.Range(first, last - first).Select(at => tokens[at].Key));
    }

    private bool StartsUnknown(int at, HashSet<int> taken) => IsInPlaceCell(at) ? tokens[at] is { IsWord: true, IsCapital: true, Key.Length: > 2 } && (!IsInPlaceCell(at - 1) || !tokens[at - 1].IsWord || PlaceCues.Of(tokens, at - 1) is not PlaceCue.None) && !PlaceCues.IsKind(tokens, at)
        : tokens[at].IsWord && tokens[at].IsCapital && !tokens[at].IsAllCapitals && tokens[at].Key.Length > 2
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
        if (IsInPlaceCell(first))
        {
            return true;
        }
        if (last < tokens.Count && IsOfRun(last) && text.SentenceOf[last] == text.SentenceOf[first] && !PlaceCues.IsKind(tokens, last))
        {
            return false;
        }
        var isAfterPlace = IsInList(first, byEnd);
        var isLocated = PlaceCues.Of(tokens, first - 1) is PlaceCue.Locative or PlaceCue.Area || (tokens[first - 1].Is("the") && PlaceCues.IsLocative(tokens, first - 2));
        // "in the Tora Tiga side of the district"
        var isSide = isLocated && last + 1 < tokens.Count && tokens[last].Key is "side" && tokens[last + 1].Key is "of";
        // "near Yaru", "opposite Sarlath": only places are near or opposite.
        var isNear = last < first + 3 && tokens[first - 1].Key is "near" or "opposite" or "outside" or "above" or "beyond" or "nr" or "nearby" or "ps" or "vicinity" && !(last < tokens.Count && tokens[last].IsPossessive);
        var isReached = tokens[first - 1].Key is "to" && first >= 2 && tokens[first - 2].Key is "spreading" or "spread" or "extended" or "extending" or "moved";
        var isOfKind = tokens[first - 1].Key is "of" && PlaceCues.IsKind(tokens, first - 2);
        var hasKind = last < tokens.Count && PlaceCues.IsKind(tokens, last) && !tokens[last].IsCapital;
        hasKind |= isLocated && last + 1 < tokens.Count && tokens[last].Key is "and" && IsListOfKind(last + 1);
        var isInPlace = last + 1 < tokens.Count && tokens[last].IsMark(',') && taken.Contains(last + 1);
        return isSide || isOfKind || isReached || isNear || (isLocated && (hasKind || isInPlace || IsCalledSo(first, last))) || isAfterPlace;
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
