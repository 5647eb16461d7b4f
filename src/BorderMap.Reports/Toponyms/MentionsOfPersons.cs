namespace BorderMap.Reports.Toponyms;

/// <summary>Names of persons, tribes and organisations that are spelt as places are.</summary>
internal sealed partial class Mentions
{
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
        // "the house of Shahsawar", "the son of Malil": whose it is, unless a word says that it is a place.
        if (mention is { Named: null, IsWellKnown: false } && first > 1 && tokens[first - 1].Key is "of" && OfSomebody.Contains(tokens[first - 2].Key))
        {
            return true;
        }
        // "Rahim Barmal, the spokesman": a name before it, and an office behind.
        if (mention.First > first && mention.Last == last && mention.Named is null && !NotNames.Contains(tokens[mention.First - 1].Key) && PlaceCues.Of(tokens, mention.First - 1) is PlaceCue.None && !PlaceCues.IsLocative(tokens, first - 1) && HasOfficeBehind(last))
        {
            return true;
        }
        // "Urgun Khan": a place is not called so, unless it is recorded with the word.
        if (mention.Last < last && tokens[mention.Last].Key is "khan" or "jan" or "gul" && !PlaceCues.IsLocative(tokens, first - 1) && mention.Last == last - 1)
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

    private static readonly HashSet<string> OfSomebody = new(StringComparer.Ordinal)
    {
        "house", "houses", "home", "homes", "compound", "residence", "guesthouse", "hujra", "family", "household", "relatives", "son", "sons", "daughter", "daughters", "wife", "widow", "brother", "brothers", "father", "mother", "uncle", "cousin", "nephew",
        "grandson", "body", "funeral", "shop", "orchard", "followers", "supporters", "fighters", "arrest", "name", "death", "burial", "killing",
    };

    private bool HasOfficeBehind(int comma)
    {
        var at = comma + 1;
        at += at < tokens.Count && tokens[at].Key is "the" or "a" ? 1 : 0;
        return at < tokens.Count && tokens[comma].IsMark(',') && tokens[at].Key is "spokesman" or "spokesperson" or "commander" or "governor" or "commissioner" or "director" or "elder" or "head" or "chief" or "doctor" or "villager" or "resident" or "farmer" or "shopkeeper" or "teacher" or "deputy";
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
}
