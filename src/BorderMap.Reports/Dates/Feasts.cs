using BorderMap.Incidents.Model;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>Days told by the name of a feast that falls on the same day each year: "on New Year's Eve".</summary>
internal static class Feasts
{
    private static readonly PhraseTable<(int Month, int Day)> Table = new(LexiconFile.Rows("feasts.tsv", "pattern\tmonth\tday").Select(row => (row[0], (int.Parse(row[1]), int.Parse(row[2])))));

    /// <summary>The last one before the day that dates without a year are near to.</summary>
    public static TimeMention? At(IReadOnlyList<Token> tokens, int at, int to, DateOnly? latest)
    {
        if (latest is not { } day || !tokens[at].IsCapital || Table.At(tokens, at, to) is not { } match)
        {
            return null;
        }
        var told = new DateOnly(day.Year, match.Value.Month, match.Value.Day);
        told = told > day ? told.AddYears(-1) : told;
        return new TimeMention(at, match.Last, told, told, DatePrecision.Day, TimeUse.When, "month-day");
    }
}
