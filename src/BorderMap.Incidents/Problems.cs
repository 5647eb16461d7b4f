namespace BorderMap.Incidents;

/// <summary>How given values are quoted in problems.</summary>
internal static class Problems
{
    private const int MaxQuoted = 80;

    /// <summary>At most 80 characters, control and direction characters as their code points, so that a message can be shown anywhere.</summary>
    public static string Shorten(string text) => ShortenTo(MaxQuoted, text);

    public static string ShortenTo(int most, string text)
    {
        var cut = text.Length <= most ? text : string.Concat(text.AsSpan(0, most), "…");
        return cut.AsSpan().ContainsAny(TextRules.Refused)
            ? string.Concat(cut.Select(c => TextRules.IsRefused(c) ? $"\\u{(int)c:x4}" : c.ToString()))
            : cut;
    }
}
