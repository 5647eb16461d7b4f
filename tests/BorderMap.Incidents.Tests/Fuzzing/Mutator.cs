namespace BorderMap.Incidents.Tests.Fuzzing;

/// <summary>Spoils texts: takes away, doubles, exchanges, mixes two, puts in what parsers stumble over. The same seed spoils the same way.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Tokens =
    [
        "\0", "\u0001", "\u202E", "\uFEFF", "\uD83D", "\uDE42", "\u0301", "\u0663", "\uFF11", "\"", "'", "\\", "\\u", "\\ud800", "{", "}", "[", "]", "(", ")", "<", ">", "</", ",", ";", "|", "\t", "\r", "\n", "\r\n", "/", "..", "-", "--", "+", "%", "_",
        "NaN", "Infinity", "-0", "1e999", "1e-999", "0x1", "99999999999999999999", "-99999999999999999999", "2147483648", "0000", "9999", "0001-01-01", "9999-12-31", "2025-02-30", "T24:00:00Z", "+99:99",
        "180", "-180", "90.0000001", "null", "true", "POLYGON((", "EMPTY", "not ", "and", "%", "\"\"\"\"", "\u00A0", "\u2028", "=1+1", "@", "42SXC", "°", "′", "″",
    ];

    private readonly Random random = new(seed);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public string Spoil(IReadOnlyList<string> corpus)
    {
        var text = One(corpus);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            text = Once(text, corpus);
        }
        return text;
    }

    private string Once(string text, IReadOnlyList<string> corpus)
    {
        var (from, length) = Part(text);
        return random.Next(7) switch
        {
            0 => text.Remove(from, length),
            1 => text.Insert(from, One(Tokens)),
            2 => text.Remove(from, length).Insert(from, One(Tokens)),
            3 => text.Insert(from, text.Substring(from, length)),
            4 => text.Insert(from, string.Concat(Enumerable.Repeat(One(Tokens), random.Next(2, 300)))),
            5 => text[..from] + One(corpus) is var mixed && mixed.Length < 200_000 ? mixed : text,
            _ => text.Length == 0 ? text : text.Remove(random.Next(text.Length), 1).Insert(from > text.Length - 1 ? 0 : from, ((char)random.Next(0x20, 0x800)).ToString()),
        };
    }

    private (int From, int Length) Part(string text)
    {
        var from = random.Next(text.Length + 1);
        return (from, Math.Min(random.Next(1, 40), text.Length - from));
    }
}
