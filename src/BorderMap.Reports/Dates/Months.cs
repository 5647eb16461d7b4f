using System.Globalization;
using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Dates;

/// <summary>The names of months, of both calendars.</summary>
internal static class Months
{
    private static readonly Dictionary<string, (int Month, bool IsSolarHijri)> ByName = LexiconFile.Rows("months.tsv", "word\tmonth\tcalendar")
        .SelectMany(row => row[0].Split('|').Select(word => (word, (int.Parse(row[1]), row[2] == "solar-hijri")))).ToDictionary(pair => pair.word, pair => pair.Item2);

    private static readonly PersianCalendar SolarHijri = new();

    public static bool Is(string word) => ByName.ContainsKey(word);

    public static bool IsSolarHijriMonth(string word) => ByName.TryGetValue(word, out var found) && found.IsSolarHijri;

    public static int NumberOf(string word) => ByName[word].Month;

    /// <summary>A civil day; null where the calendar has no such day.</summary>
    public static DateOnly? Day(int year, string month, int day) => !ByName.TryGetValue(month, out var found) ? null : Day(year, found.Month, day, found.IsSolarHijri);

    public static DateOnly? Day(int year, int month, int day, bool isSolarHijri = false)
    {
        if (month is < 1 or > 12 || day < 1)
        {
            return null;
        }
        if (isSolarHijri)
        {
            return year is >= 1200 and <= 1500 && day <= SolarHijri.GetDaysInMonth(year, month) ? DateOnly.FromDateTime(SolarHijri.ToDateTime(year, month, day, 0, 0, 0, 0)) : null;
        }
        return year is >= 1800 and <= 2200 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The year of the calendar of a month in which a day lies.</summary>
    public static int YearOf(DateOnly day, bool isSolarHijri) => isSolarHijri ? SolarHijri.GetYear(day.ToDateTime(TimeOnly.MinValue)) : day.Year;

    public static DateOnly LastOf(int year, string month)
    {
        var (number, isSolarHijri) = ByName[month];
        return Day(year, number, isSolarHijri ? SolarHijri.GetDaysInMonth(year, number) : DateTime.DaysInMonth(year, number), isSolarHijri)!.Value;
    }
}
