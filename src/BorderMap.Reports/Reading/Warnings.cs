using System.Globalization;

namespace BorderMap.Reports.Reading;

/// <summary>What a person should know of a report before trusting its drafts.</summary>
internal static class Warnings
{
    public const string Empty = "There is no text.";
    public const string NoWords = "There are no words in the text: is it a text file?";
    public const string Binary = "The text holds control characters: is it a text file?";
    public const string OtherLanguage = "The text is not in English: only its place names were read.";
    public const string NoDay = "The day of publication is not known: relative days stay open. Give it with the report.";
    public const string Directions = "The text holds signs that turn the direction of writing: what is shown may read otherwise than what is stored.";

    public static string TooLong(int length) => string.Create(CultureInfo.InvariantCulture, $"The text has {length} characters; the first {ReportText.Longest} were read.");

    public static IEnumerable<string> Of(Extraction extraction, Report report)
    {
        var text = report.Text;
        if (text.Length == 0)
        {
            yield return Empty;
            yield break;
        }
        if (text.Length > ReportText.Longest)
        {
            yield return TooLong(text.Length);
        }
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0)
        {
            yield return Binary;
        }
        if (text.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0 || text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0)
        {
            yield return Directions;
        }
        if (extraction.Language is Languages.None)
        {
            yield return NoWords;
        }
        else if (extraction.Language is Languages.Other)
        {
            yield return OtherLanguage;
        }
        else if (extraction.Published is null)
        {
            yield return NoDay;
        }
    }
}
