using BorderMap.Gazetteer;

namespace BorderMap.Reports.Toponyms;

/// <summary>
/// Whether a recorded name may be another spelling of a written one. Among sixty thousand hamlets every name has a near one; only what sounds the same
/// is the same.
/// </summary>
internal static class EditedNames
{
    /// <summary>So many consonants bear one that differs.</summary>
    private const int LongSkeleton = 5;

    private const int ShortestKnown = 3;

    /// <summary>Words that are a part of many names and tell none of them apart.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "darra", "darrah", "dara", "darah", "dareh", "koh", "kuh", "kili", "killi", "kilay", "kalay", "kalai", "kaley", "kelay", "kala", "qala", "qalah", "kot", "bazar", "bazaar", "khel", "kheyl", "banda", "bandah",
        "ghar", "tangi", "tang", "goth", "deh", "shah", "chak", "khwar", "khwarr", "algad", "kandao", "kandaw", "kotal", "pass", "post", "top", "sar", "narai", "ghundai", "mela", "ziarat", "village", "district", "camp",
        "ulya", "sufla", "olya", "bala", "payan", "payin", "lower", "upper", "kalan", "khurd", "loy", "kach", "tehsil", "valley", "nawa", "rud", "fort", "station",
    };

    public static bool IsCredible(string written, Candidate candidate)
    {
        if (candidate.Edits is null)
        {
            return true;
        }
        // "Barikot" is "Bari Kot": where all sounds agree, no word is left aside.
        if (SkeletonOf(Joined(written), isFirst: true) == SkeletonOf(Joined(candidate.Matched), isFirst: true))
        {
            return true;
        }
        var (ours, theirs) = (Skeleton(written), Skeleton(candidate.Matched));
        if (ours.Length == 0 || theirs.Length == 0 || Sound(ours[0]) != Sound(theirs[0]))
        {
            return false;
        }
        var isKnown = candidate.Place.Kind is not PlaceKind.Locality || candidate.Place.Names.Count >= 8;
        var most = ours.Length >= LongSkeleton ? 1 : isKnown && ours.Length >= ShortestKnown ? 1 : 0;
        return Distance(ours, theirs, most) <= most + (isKnown && ours.Length >= LongSkeleton ? 1 : 0);
    }

    private static string Joined(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsLetter));

    /// <summary>The consonants of the words that tell a name apart, as they sound; a first vowel counts as one.</summary>
    private static string Skeleton(string name)
    {
        var words = name.ToLowerInvariant().Split([' ', '-', '\'', '’', '‘', '.'], StringSplitOptions.RemoveEmptyEntries);
        var telling = Array.FindAll(words, word => !Generic.Contains(word));
        return string.Concat((telling.Length > 0 ? telling : words).Select((word, i) => SkeletonOf(word, i == 0)));
    }

    private static string SkeletonOf(string word, bool isFirst)
    {
        var letters = new List<char>();
        for (var at = 0; at < word.Length; at++)
        {
            var next = at + 1 < word.Length ? word[at + 1] : ' ';
            var (sound, length) = (word[at], next) switch
            {
                ('k', 'h') => ('x', 2),
                ('g', 'h') => ('g', 2),
                ('s', 'h') => ('$', 2),
                ('c', 'h') => ('c', 2),
                ('z', 'h') => ('j', 2),
                ('d' or 't' or 'b' or 'p', 'h') => (word[at] is 'p' ? 'f' : word[at], 2),
                ('q' or 'k', _) => ('k', 1),
                ('w' or 'v', _) => ('w', 1),
                ('j', _) => ('j', 1),
                ('á' or 'ā' or 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ī' or 'ū' or 'ē' or 'ō', _) => (isFirst && at == 0 ? 'a' : ' ', 1),
                ('h', _) => (isFirst && at == 0 ? 'h' : ' ', 1),
                var (letter, _) => (letter, 1),
            };
            at += length - 1;
            if (sound is not ' ' && char.IsLetter(sound) | sound is '$' && !(letters.Count > 0 && letters[^1] == sound))
            {
                letters.Add(sound);
            }
        }
        return string.Concat(letters);
    }

    /// <summary>Sounds that are written for one another at the head of a name.</summary>
    private static char Sound(char sound) => sound is 'x' ? 'k' : sound is 'h' ? 'a' : sound;

    /// <summary>Letters that differ, counted up to one more than the most.</summary>
    private static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most + 1)
        {
            return most + 2;
        }
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], left);
            }
        }
        return row[b.Length];
    }
}
