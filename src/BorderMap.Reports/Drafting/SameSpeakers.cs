using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>"the governor of Kandahar" and "The governor, Hayatullah Hayat", "the Levies" and "The Levies": one speaker, told in other words.</summary>
internal static class SameSpeakers
{
    private static readonly string[] Articles = ["the ", "a ", "an "];
    private static readonly HashSet<string> Spokesmen = new(StringComparer.OrdinalIgnoreCase) { "spokesman", "spokesperson", "spokeswoman", "spokesmen" };

    /// <summary>Posts that one person holds.</summary>
    private static readonly HashSet<string> Offices = new(Spokesmen, StringComparer.OrdinalIgnoreCase)
        { "governor", "minister", "chief", "commander", "director", "head", "commissioner", "administrator", "superintendent", "mayor", "secretary", "official", "officer", "elder", "leader" };

    private static readonly string[] Complements = [" of ", " in ", " at ", " for ", " from "];

    public static bool Are(Speech? a, Speech? b) => a is null || b is null ? a is null && b is null : string.Equals(a.Words, b.Words, StringComparison.OrdinalIgnoreCase) || AreOne(a.Words, b.Words);

    /// <summary>The later of the two must point back: "officials in Khost" and "officials in Kurram" are others.</summary>
    private static bool AreOne(string earlier, string later)
    {
        if (!later.StartsWith(Articles[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        var before = Parts(earlier);
        var after = Parts(later);
        return before.Post.Length > 0 && before.Post.Equals(after.Post, StringComparison.OrdinalIgnoreCase) && Fit(before.Of, after.Of) && Fit(before.Name, after.Name);
    }

    /// <summary>"the provincial governor", then "Abdul Sattar"; "police", then "Police Officer Malik Habib"; "the ministry", then "its spokesman": who is first called by office or body alone, and then by name.</summary>
    public static bool SpeaksFor(Speech body, Speech person)
    {
        if (body.Actor is { } of && person.Actor is { } other && of.Side != other.Side)
        {
            return false;
        }
        if (IsOfIt(person))
        {
            // A body, not somebody of it.
            return !body.Words.StartsWith("a ", StringComparison.OrdinalIgnoreCase) && !body.Words.StartsWith("an ", StringComparison.OrdinalIgnoreCase);
        }
        var (before, after) = (body.Words.Split(' '), person.Words.Split(' '));
        if (!char.IsLower(before[^1][0]) || !after.Any(IsCapital) || body.Words.Contains(',', StringComparison.Ordinal))
        {
            return false;
        }
        return after.Length is 2 or 3 && person.Actor is null && after.All(IsCapital) ? Offices.Contains(before[^1])
            : after.Any(word => Spokesmen.Contains(word)) && IsCapital(after[^1]) | person.Words.Contains(',', StringComparison.Ordinal) ? !before.Any(Spokesmen.Contains)
            : IsCapital(after[^1]) && after.SkipLast(1).Contains(before[^1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>"its director": of the body named before.</summary>
    public static bool IsOfIt(Speech person) => person.Words.StartsWith("its ", StringComparison.OrdinalIgnoreCase) || person.Words.StartsWith("their ", StringComparison.OrdinalIgnoreCase);

    private static bool IsCapital(string word) => word.Length > 1 && char.IsUpper(word[0]);

    private static bool Fit(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.IsEmpty || b.IsEmpty || a.Equals(b, StringComparison.OrdinalIgnoreCase);

    /// <summary>The post, whose it is, and the name after a comma.</summary>
    private static Description Parts(ReadOnlySpan<char> words)
    {
        foreach (var article in Articles)
        {
            words = words.StartsWith(article, StringComparison.OrdinalIgnoreCase) ? words[article.Length..] : words;
        }
        var comma = words.IndexOf(',');
        var name = comma < 0 ? default : words[(comma + 1)..].Trim();
        words = comma < 0 ? words : words[..comma];
        foreach (var word in Complements)
        {
            if (words.IndexOf(word, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                return new Description(words[..at], words[at..], name);
            }
        }
        return new Description(words, default, name);
    }

    private readonly ref struct Description(ReadOnlySpan<char> post, ReadOnlySpan<char> of, ReadOnlySpan<char> name)
    {
        public ReadOnlySpan<char> Post { get; } = post;
        public ReadOnlySpan<char> Of { get; } = of;
        public ReadOnlySpan<char> Name { get; } = name;
    }
}
