using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>People told otherwise than by a number and a noun: by rank and name, by whose they are.</summary>
internal static partial class People
{
    private const int MostUnknown = 3;

    /// <summary>"Havildar Muhammad Aslam", "farmer Shah Jan": one, by what he is and his name; "Constables Yusuf Khan and Amir": as many as are named.</summary>
    private static PeopleGroup? Named(IReadOnlyList<Token> tokens, int at, int from, int to)
    {
        if (NounOf(tokens, at, to) is not { Value: { IsMass: false, Category: not ("same" or "all" or "migrants") } noun } title || title.Last >= to || !IsNameWord(tokens, title.Last, to) || (at > from && (tokens[at - 1].Kind is TokenKind.Number || tokens[at - 1].Key is "by" or "of" or "under" or "from" or "for" or "to" or "at" or "near" or "a" or "an" or "the")))
        {
            return null;
        }
        var isArmed = noun.Category is "soldiers" or "police";
        var isPlural = tokens[title.Last - 1].Key[^1] == 's' || tokens[title.Last - 1].Key is "men" or "women" or "children" or "policemen";
        if ((!isArmed || isPlural) && Things.NounAt(tokens, title.Last, to) is not null)
        {
            return null;
        }
        var last = EndOfName(tokens, title.Last, to);
        if (!isPlural)
        {
            return WithParticulars(tokens, new PeopleGroup(at, last, 1, 1, noun.Category, null) { IsNamed = isArmed }, from, to);
        }
        var names = 1;
        while (last + 1 < to && (tokens[last].Key is "and" || tokens[last].IsMark(',')) && IsNameWord(tokens, last + 1, to) && NounOf(tokens, last + 1, to) is null)
        {
            (names, last) = (names + 1, EndOfName(tokens, last + 1, to));
        }
        return names > 1 ? new PeopleGroup(at, last, names, names, noun.Category, null) { IsNamed = isArmed } : null;
    }

    private static bool IsNameWord(IReadOnlyList<Token> tokens, int at, int to) => at < to && tokens[at] is { IsWord: true, IsCapital: true } && !Breaks.Contains(tokens[at].Key);

    private static int EndOfName(IReadOnlyList<Token> tokens, int at, int to)
    {
        var last = at;
        while (last - at < 5 && IsNameWord(tokens, last, to))
        {
            last++;
        }
        return last;
    }

    /// <summary>"Sepoy Bilal, 24," and "Bilal (24)": his age.</summary>
    private static bool IsAge(IReadOnlyList<Token> tokens, WrittenNumber number, int from, int to)
    {
        var at = number.First;
        // "the man's son, twelve, burned both hands"
        if (tokens[at].IsWord && number is { Min: > 2 and < 110, Max: not null, IsArticle: false } && number.Last < to && tokens[number.Last].IsMark(',') && at - 2 >= from && tokens[at - 1].IsMark(',') && NounOf(tokens, at - 2, at) is { Value.IsMass: false } && tokens[at - 2].Key[^1] != 's' && !tokens[at - 2].Key.EndsWith("en", StringComparison.Ordinal))
        {
            return true;
        }
        return tokens[at].Kind is TokenKind.Number && number is { Min: > 0 and < 110, Max: not null } && number.Last == at + 1 && at - 2 >= from && (tokens[at - 1].IsMark(',') || tokens[at - 1].IsMark('(')) && tokens[at - 2].IsWord
            && (tokens[at - 2].IsCapital || NounOf(tokens, at - 2, at) is { Value.IsMass: false }) && (number.Last >= to || tokens[number.Last].IsMark(',') || tokens[number.Last].IsMark(')') || tokens[number.Last].IsMark('.'));
    }

    /// <summary>"aged about fifty", "a boy of twelve", "a girl of about nine": the years of one person.</summary>
    private static bool IsYears(IReadOnlyList<Token> tokens, int at, int from)
    {
        var before = at - 1;
        while (before > from && tokens[before].Key is "about" or "around" or "some" or "nearly" or "almost" or "perhaps" or "maybe" or "just" or "over" or "under" or "barely" or "only")
        {
            before--;
        }
        return before >= from && (tokens[before].Key is "aged"
            || (tokens[before].Key is "between" && before > from && tokens[before - 1].Key is "aged")
            || (tokens[before].Key is "than" && before > from && tokens[before - 1].Key is "older" or "younger")
            || (before - 2 >= from && tokens[before].Key is "and" or "to" && (tokens[before - 2].Key is "aged" || (before - 3 >= from && tokens[before - 2].Key is "between" or "from" && tokens[before - 3].Key is "aged")))
            || (before > from && tokens[before].Key is "of" or "age" && (tokens[before - 1].Key is "parents" or "aged" || SingularAt(tokens, before - 1, before) is { Category: not "all" } || tokens[before - 1].Key is "man")));
    }

    /// <summary>"Neither the driver nor his son": nought of both.</summary>
    private static PeopleGroup? Neither(IReadOnlyList<Token> tokens, int at, int to)
    {
        var first = at + 1 < to && (tokens[at + 1].Key is "the" or "a" or "of" || IsOwner(tokens[at + 1].Key)) ? at + 2 : at + 1;
        first += first < to && tokens[first - 1].Key is "of" && (tokens[first].Key is "the" || IsOwner(tokens[first].Key)) ? 1 : 0;
        if (Head(tokens, first, to) is not var (noun, last))
        {
            return null;
        }
        for (var nor = last; nor + 1 < to && nor - last < MostWords && tokens[nor].IsWord; nor++)
        {
            if (tokens[nor].Key is "nor")
            {
                var second = tokens[nor + 1].Key is "the" or "a" || IsOwner(tokens[nor + 1].Key) ? nor + 2 : nor + 1;
                return new PeopleGroup(at, Head(tokens, second, to)?.Last ?? second, 0, 0, noun.Category, null);
            }
        }
        return new PeopleGroup(at, last, 0, 0, noun.Category, SideOf(tokens, at, last));
    }

    /// <summary>"another two", "a further three", "four more": on top of those told before.</summary>
    private static bool IsAdded(IReadOnlyList<Token> tokens, int first, int last, int to) =>
        tokens[first].Key is "another" || (first + 1 < to && tokens[first].Key is "a" && tokens[first + 1].Key is "further") || (first < last && Enumerable.Range(first, last - first).Any(at => tokens[at].Key is "more" or "additional" && !(at + 1 < to && tokens[at + 1].Key is "than"))) || (last < to && tokens[last].Key is "more" && !(last + 1 < to && tokens[last + 1].Key is "than"));

    /// <summary>"a locksmith was": a noun that no lexicon has, with a verb in the passive or of death behind it.</summary>
    private static bool IsSomeone(IReadOnlyList<Token> tokens, int article, int first, int to)
    {
        var at = first;
        while (at < to && at - first < MostUnknown && tokens[at] is { IsWord: true, IsPossessive: false } && !Breaks.Contains(tokens[at].Key) && Things.NounAt(tokens, at, to) is null)
        {
            at++;
        }
        return at > first && at < to && tokens[at].Key is "was" or "is" or "has" or "had" or "got" or "died" or "succumbed" or "perished" or "lost"
            // "a soldier and a clearing agent were hurt": the verb is of both.
            || (at > first && at < to && article > 0 && tokens[article - 1].Key is "and" && tokens[at].Key is "were" or "are");
    }

    /// <summary>"killed a locksmith and two sons", "left a surveyor dead", but "was killed a day before".</summary>
    private static bool IsSomeoneStruck(IReadOnlyList<Token> tokens, int article, int from, int to)
    {
        var last = PastSomeone(tokens, article + 1, to);
        var isObject = article > from && tokens[article - 1].Key is "killed" or "killing" or "kills" or "wounded" or "wounding" or "injured" or "injuring" or "martyred" or "martyring" && !(article - 1 > from && tokens[article - 2].Key is "was" or "were" or "is" or "are" or "been" or "and" or "people" or "those" or "men");
        var isOfDeath = article - 1 > from && tokens[article - 1].Key is "of" && tokens[article - 2].Key is "death" or "killing" or "martyrdom" or "wounding";
        var isLeft = article > from && last < to && tokens[article - 1].Key is "left" or "leaving" or "leaves" && tokens[last].Key is "dead" or "wounded" or "injured" or "hurt" or "maimed";
        return last > article + 1 && (isLeft || ((isObject || isOfDeath) && !Numbers.IsOfTime(tokens[last - 1].Key) && (last >= to || !tokens[last].IsWord || Breaks.Contains(tokens[last].Key))));
    }

    private static int PastSomeone(IReadOnlyList<Token> tokens, int first, int to)
    {
        var at = first;
        while (at < to && at - first < MostUnknown && tokens[at] is { IsWord: true, IsPossessive: false, IsCapital: false } && !Breaks.Contains(tokens[at].Key) && Things.NounAt(tokens, at, to) is null && Numbers.Whole(tokens, at, to) is null)
        {
            at++;
        }
        return at;
    }

    /// <summary>"five of the other side's men", but "five other men".</summary>
    private static bool IsOfOtherSide(IReadOnlyList<Token> tokens, int from, int to) => Enumerable.Range(from, to - from).Any(at => tokens[at].Key is "other" && at > from && at + 1 < to && (tokens[at - 1].Key is "the" || tokens[at + 1].Key is "side"));

    /// <summary>"..., some of them children", "four more, one a toddler": a part of those told before.</summary>
    private static bool IsSomeOfThem(IReadOnlyList<Token> tokens, WrittenNumber number, int from, int to) =>
        (number.Last < to && tokens[number.Last - 1].Key is "of" && tokens[number.Last].Key is "them" or "whom")
        || (!number.IsArticle && number.Last < to && tokens[number.Last].Key is "a" or "an" && number.First > from && (tokens[number.First - 1].IsMark(',') || tokens[number.First - 1].Key is "whom" or "them"));

    /// <summary>"3/5", "100230": the number of a message of a thread, a time of signals.</summary>
    private static bool IsOfMessage(IReadOnlyList<Token> tokens, int at, int from, int to) => IsLabel(tokens, at, from) || tokens[at].Kind is TokenKind.Number
        && ((at == from && tokens[at].IsJoined && at + 2 < to && tokens[at + 1].Kind is TokenKind.Number && tokens[at + 2] is { IsWord: true, IsCapital: true }) || (at == from + 1 && tokens[from] is { Kind: TokenKind.Number, IsJoined: true } && at + 1 < to && tokens[at + 1] is { IsWord: true, IsCapital: true }) || tokens[at].Key is { Length: 6 } key && key.All(char.IsAsciiDigit));

    /// <summary>"a pupil of class six", "from ward 4": which one, not how many.</summary>
    private static bool IsLabel(IReadOnlyList<Token> tokens, int at, int from) => at > from && tokens[at - 1].Key is "class" or "grade" or "ward" or "room" or "bay" or "sector" or "block" or "page" or "platform" or "zone" or "route" or "highway" or "phase" or "gate" or "mile" or "level";

    /// <summary>"16 of our brothers": those who speak in arms, no children.</summary>
    private static bool IsBrotherInArms(IReadOnlyList<Token> tokens, int first, int last) => first > 0 && tokens[first - 1].Key is "our" && tokens[last - 1].Key is "brothers" or "sons" or "lads" or "boys" or "youths";

    private static bool IsOwner(string key) => key is "his" or "her" or "their" or "its" or "our" or "my";

    /// <summary>"Parun Khan and his brother": whoever is named before is one more.</summary>
    private static PeopleGroup WithNamed(IReadOnlyList<Token> tokens, PeopleGroup group, int from)
    {
        var at = group.First - 1;
        var isListed = at > from && tokens[at].IsMark(',') && tokens[group.First].Key is "his" or "her" && group.Last < tokens.Count && tokens[group.Last].Key is "and";
        if (at <= from || !(tokens[at].Key is "and" || isListed) || group.Min is null || group.Min != group.Max)
        {
            return group;
        }
        var first = at;
        while (first > from && at - first < 5 && tokens[first - 1] is { IsWord: true, IsCapital: true })
        {
            first--;
        }
        var isNamed = first < at && NounOf(tokens, at - 1, at) is null && (first == from || tokens[first - 1].Kind is TokenKind.Mark || tokens[first - 1].Key is "killed" or "killing" or "wounded" or "wounding" or "injuring" or "away" or "off" or "that" or "when" or "martyred" or "martyring");
        return isNamed ? group with { First = first, Min = group.Min + 1, Max = group.Max + 1 } : group;
    }

    /// <summary>"her two children": the number after the owner.</summary>
    private static PeopleGroup? Owned(IReadOnlyList<Token> tokens, int at, int from, int to) =>
        at + 1 < to && Numbers.At(tokens, at + 1, to) is { IsArticle: false } && At(tokens, at + 1, from, to) is { } group
            ? group with { First = at, IsOfSpeaker = group.IsOfSpeaker || tokens[at].Key is "our" or "its" } : null;

    /// <summary>"both her daughters", "both of the guards": two.</summary>
    private static PeopleGroup? Both(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (tokens[at].Key is not "both")
        {
            return null;
        }
        // "Both were killed": those told of before.
        if (at + 1 < to && tokens[at + 1].Key is "were" or "are" or "have" or "had" or "died" or "succumbed" or "suffered" or "sustained" or "received" or "perished")
        {
            return new PeopleGroup(at, at + 1, 2, 2, null, null) { IsBare = true };
        }
        var next = at + 1;
        next += next < to && tokens[next].Key is "of" ? 1 : 0;
        next += next < to && (IsOwner(tokens[next].Key) || tokens[next].Key is "the") ? 1 : 0;
        return next < to && Head(tokens, next, to) is var (noun, last) && !noun.IsMass && noun.Category is not "same" && tokens[last - 1].Key is var plural && (plural[^1] == 's' || plural.EndsWith("men", StringComparison.Ordinal) || plural is "children" or "people" or "police")
            ? new PeopleGroup(at, last, 2, 2, noun.Category, SideOf(tokens, at, last)) : null;
    }

    /// <summary>"80 women and children", "200 Taliban and affiliated terrorists": one number has both nouns.</summary>
    private static int WithSecondNoun(IReadOnlyList<Token> tokens, int last, int to)
    {
        if (last + 1 >= to || tokens[last].Key is not ("and" or "or") || Numbers.At(tokens, last + 1, to) is not null || !(NounOf(tokens, last - 1, last) is { Value.IsMass: true } || tokens[last - 1].Key is "women" or "men" || tokens[last - 1].Key[^1] == 's'))
        {
            return last;
        }
        for (var at = last + 1; at < Math.Min(to, last + 3) && tokens[at].IsWord && !Breaks.Contains(tokens[at].Key); at++)
        {
            if (NounOf(tokens, at, to) is { } noun && (noun.Value.IsMass || tokens[noun.Last - 1].Key is "women" or "men" or "children" || tokens[noun.Last - 1].Key[^1] == 's') && Things.NounAt(tokens, noun.Last, to) is null)
            {
                return noun.Last >= to || (!tokens[noun.Last].IsWord && tokens[noun.Last].Kind is not TokenKind.Number) || Breaks.Contains(tokens[noun.Last].Key) || tokens[noun.Last].Key is "neutralised" or "neutralized" or "eliminated" or "came" or "lost" ? noun.Last : last;
            }
        }
        return last;
    }

    /// <summary>Past a noun of people together: "family", "planning cell"; 0: there is none.</summary>
    private static int PastUnit(IReadOnlyList<Token> tokens, int at, int to) => Enumerable.Range(at + 1, Math.Max(0, Math.Min(to, at + 3) - at - 1)).FirstOrDefault(end => tokens[end - 1].Key is "family" or "household" or "cell" or "squad" or "gang" or "band" or "team" or "crew" or "patrol" or "party" or "group" or "formation");

    /// <summary>"a family of five", "a planning cell of 15".</summary>
    private static PeopleGroup? FamilyOf(IReadOnlyList<Token> tokens, WrittenNumber number, int to) =>
        number.IsArticle && PastUnit(tokens, number.Last, to) is > 0 and var of && of + 1 < to && tokens[of].Key is "of" && Numbers.At(tokens, of + 1, to) is { IsArticle: false } size && (tokens[of - 1].Key is "family" || Head(tokens, size.Last, to) is null)
            ? new PeopleGroup(number.First, size.Last, size.Min, size.Max, "civilians", null) : null;

    /// <summary>"the driver", "his wife": one, where the noun is singular.</summary>
    private static PeopleGroup? OneOf(IReadOnlyList<Token> tokens, int at, int to) => at + 1 < to && tokens[at + 1].Key is "parents" ? new PeopleGroup(at, at + 2, 2, 2, "civilians", null) :
        Head(tokens, at + 1, to) is var (noun, last) && !noun.IsMass && (noun.Category is not "same" || IsOwner(tokens[at].Key) && tokens[last - 1].Key is "companion" or "colleague" or "comrade" or "mate") && (noun.Category is not ("soldiers" or "security_forces" or "armed_group" or "combatants" or "all") || IsCompanion(tokens, at) || tokens[at].Key is "his" or "her" && tokens[last - 1].Key is "bodyguard" or "guard" or "gunner" or "escort" or "lieutenant" or "commander" or "fighter") && tokens[last - 1].Key[^1] != 's' && tokens[last - 1].Key is not ("children" or "women" or "wives") && !(tokens[last - 1].IsPossessive && Numbers.At(tokens, Math.Min(last, to - 1), to) is not null)
            ? new PeopleGroup(at, last, 1, 1, noun.Category is "same" ? null : noun.Category, SideOf(tokens, at, last)) : null;

    /// <summary>"killed alongside the commander", "the death of the commander": he too.</summary>
    private static bool IsCompanion(IReadOnlyList<Token> tokens, int article) => article > 1 && (tokens[article - 1].Key is "alongside" || (tokens[article - 1].Key is "with" && tokens[article - 2].Key is "along" or "together") || (tokens[article - 1].Key is "of" && tokens[article - 2].Key is "death" or "killing" or "martyrdom"));

    public static string? SideOf(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            switch (tokens[at].Key)
            {
                case "khwarij" or "khawarij" or "militants" or "terrorists" or "ttp":
                    return "other";
                case "pakistani" or "pakistan" or "pakistanis" or "pak" or "fc":
                    return at + 1 < to && tokens[at + 1].Key is "taliban" ? "other" : "PK";
                case "frontier" when at + 1 < to && tokens[at + 1].Key is "corps" or "constabulary":
                    return "PK";
                case "afghan" or "afghans" or "taliban" or "talib" or "talibs" or "tb" or "afghanistan" or "mujahideen" or "mujahidin" or "emirate":
                    return "AF";
                default:
                    continue;
            }
        }
        return null;
    }

    private static bool IsPart(IReadOnlyList<Token> tokens, int at, int from)
    {
        for (var before = at - 1; before >= from && at - before <= 3; before--)
        {
            if (Parts.Contains(tokens[before].Key))
            {
                // "she was among the nine dead": the nine are all of them.
                if (tokens[before].Key is "among" && (before == at - 1 || tokens[before + 1].Key is "the"))
                {
                    return false;
                }
                return tokens[before].Key is not "include" || (before > from && tokens[before - 1].Key is "which");
            }
            // "8 killed incl. two commanders"
            if (tokens[before].IsMark('.') && before > from && tokens[before - 1].Key is "incl")
            {
                continue;
            }
            if (tokens[before].Kind is TokenKind.Mark || tokens[before].Key is not ("them" or "whom" or "those" or "of" or "the" or "at" or "least" or "dead" or "victims"))
            {
                return false;
            }
            if (tokens[before].Key is "them" or "whom" && before > from && tokens[before - 1].Key is "of")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"seven of theirs", "two of our own".</summary>
    private static bool IsOwnedBy(IReadOnlyList<Token> tokens, int last, int to, params ReadOnlySpan<string> words) =>
        last + 1 < to && tokens[last].Key is "of" && (words.Contains(tokens[last + 1].Key) || (last + 2 < to && tokens[last + 1].Key is "our" or "his" or "its" or "their" && words.Contains(tokens[last + 2].Key)));

    private static bool Has(IReadOnlyList<Token> tokens, int from, int to, params ReadOnlySpan<string> words)
    {
        for (var at = from; at < to; at++)
        {
            if (words.Contains(tokens[at].Key))
            {
                return true;
            }
        }
        return false;
    }
}
