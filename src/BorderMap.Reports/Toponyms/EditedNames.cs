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
        "darra", "darrah", "dara", "darah", "dareh", "koh", "kuh", "kili", "killi", "kilay", "kalay", "kalai", "kaley", "kelay", "kala", "qala", "qalah", "kot", "bazar", "bazaar", "khel", "kheyl", "banda", "bandah", "khil", "kheil", "khail",
        "ghar", "tangi", "tang", "goth", "deh", "shah", "chak", "khwar", "khwarr", "algad", "kandao", "kandaw", "kotal", "pass", "post", "top", "sar", "narai", "ghundai", "mela", "ziarat", "village", "district", "camp",
        "ulya", "sufla", "olya", "bala", "payan", "payin", "lower", "upper", "kalan", "khurd", "loy", "kach", "tehsil", "valley", "nawa", "rud", "fort", "station",
    };

    public static bool IsGeneric(string word) => Generic.Contains(word);

    /// <param name="written">The name as the text has it.</param>
    /// <param name="candidate">The place, with the recorded name that is near.</param>
    /// <param name="isNear">Whether it lies in or beside what the text names around it: then a letter may differ.</param>
    public static bool IsCredible(string written, Candidate candidate, bool isNear)
    {
        if (candidate.Edits is null)
        {
            return true;
        }
        // "Loy" is left out and "Loi" is not: the whole names may be alike where their telling words seem not to be.
        return IsCredible(Skeleton(written, isWhole: false), Skeleton(candidate.Matched, isWhole: false), candidate, isNear) || IsCredible(Skeleton(written, isWhole: true), Skeleton(candidate.Matched, isWhole: true), candidate, isNear);
    }

    private static bool IsCredible(string ours, string theirs, Candidate candidate, bool isNear)
    {
        if (ours.Length == 0 || theirs.Length == 0 || Sound(ours[0]) != Sound(theirs[0]))
        {
            return false;
        }
        var isKnown = candidate.Place.Kind is not PlaceKind.Locality || candidate.Place.Names.Count >= 8;
        var most = ours.Length >= LongSkeleton || (isKnown && ours.Length >= ShortestKnown) || (isNear && ours.Length >= LongSkeleton - 1) ? 1 : 0;
        return Distance(ours, theirs, most) <= most + (isKnown && ours.Length >= LongSkeleton ? 1 : 0);
    }

    /// <summary>The consonants of the words that tell a name apart, as they sound; a first vowel counts as one.</summary>
    private static string Skeleton(string name, bool isWhole)
    {
        var words = string.Concat(name.ToLowerInvariant().Select(Plain)).Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        var telling = Array.FindAll(words, word => isWhole || !Generic.Contains(word));
        return string.Concat((telling.Length > 0 ? telling : words).Select((word, i) => SkeletonOf(word, i == 0)));
    }

    /// <summary>A letter without its accent; nothing for an apostrophe.</summary>
    private static string Plain(char letter) => letter switch
    {
        'ā' or 'á' or 'â' or 'ä' or 'à' => "a",
        'ē' or 'é' or 'ê' or 'è' => "e",
        'ī' or 'í' or 'î' => "i",
        'ō' or 'ó' or 'ô' or 'ö' => "o",
        'ū' or 'ú' or 'û' or 'ü' => "u",
        'ḩ' or 'ḥ' => "h",
        'ş' or 'ṣ' => "s",
        'ţ' or 'ṭ' => "t",
        'ẕ' or 'ż' or 'ẓ' => "z",
        'ḏ' or 'ḍ' => "d",
        '\'' or '’' or '‘' or 'ʿ' or 'ʾ' or '`' => "",
        _ => letter.ToString(),
    };

    private static string SkeletonOf(string word, bool isFirst)
    {
        var (letters, before) = (new List<char>(), ' ');
        for (var at = 0; at < word.Length; at++)
        {
            var next = at + 1 < word.Length ? word[at + 1] : ' ';
            var (sound, length) = (word[at], next) switch
            {
                ('k', 'h') => ('x', 2),
                ('g', 'h') => ('g', 2),
                ('s', 'h') => ('$', 2),
                ('c', 'h') => ('c', 2),
                ('z', 'h') or ('d', 'z') => ('j', 2),
                ('d' or 't' or 'b' or 'p', 'h') => (word[at] is 'p' ? 'f' : word[at], 2),
                ('q' or 'k', _) => ('k', 1),
                ('w' or 'v', _) => ('w', 1),
                ('j', _) => ('j', 1),
                ('a' or 'e' or 'i' or 'o' or 'u' or 'y', _) => (isFirst && at == 0 ? 'a' : ' ', 1),
                ('h', _) => (isFirst && at == 0 ? 'h' : ' ', 1),
                var (letter, _) => (letter, 1),
            };
            at += length - 1;
            if (sound is not ' ' && char.IsLetter(sound) | sound is '$' && sound != before)
            {
                letters.Add(sound);
            }
            before = sound;
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
