namespace BorderMap.Reports.Lexicons;

/// <summary>The forms of a word of the lexicon files: <c>shell~v</c> stands for shell, shells, shelled, shelling; <c>post~n</c> for post, posts.</summary>
internal static class WordForms
{
    public static IEnumerable<string> Of(string word)
    {
        var mark = word.IndexOf('~');
        var stem = mark < 0 ? word : word[..mark];
        return mark < 0 ? [word] : word[(mark + 1)..] switch
        {
            "n" => [stem, Plural(stem)],
            "v" => [stem, Plural(stem), Past(stem), Going(stem)],
            "vv" => [stem, stem + "s", stem + stem[^1] + "ed", stem + stem[^1] + "ing"],
            var other => throw new InvalidDataException($"{word}: there is no form ~{other}"),
        };
    }

    private static string Plural(string stem) => EndsInConsonantY(stem) ? stem[..^1] + "ies"
        : stem[^1] is 's' or 'x' or 'z' || stem.EndsWith("sh", StringComparison.Ordinal) || stem.EndsWith("ch", StringComparison.Ordinal) ? stem + "es" : stem + "s";

    private static string Past(string stem) => stem[^1] == 'e' ? stem + "d" : EndsInConsonantY(stem) ? stem[..^1] + "ied" : stem + "ed";

    private static string Going(string stem) => stem[^1] == 'e' && stem[^2] != 'e' ? stem[..^1] + "ing" : stem + "ing";

    private static bool EndsInConsonantY(string stem) => stem.Length > 1 && stem[^1] == 'y' && !"aeiou".Contains(stem[^2]);
}
