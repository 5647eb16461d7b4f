using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

internal static class TimeLikeness
{
    /// <returns>Null: too far apart to be one happening.</returns>
    public static Evidence? Of(Incident a, Incident b, LikenessRules rules)
    {
        if (Days(a.Date) is not var (aFirst, aLast) || Days(b.Date) is not var (bFirst, bLast))
            return new(rules.Time["unknown"], "a date is not known");
        var apart = Math.Max(0, Math.Max(bFirst.DayNumber - aLast.DayNumber, aFirst.DayNumber - bLast.DayNumber));
        var slack = rules.SlackDays[a.Date.Precision] + rules.SlackDays[b.Date.Precision];
        if (apart == 0)
            return Overlap((aFirst, aLast), (bFirst, bLast), slack > 0, rules);
        if (apart <= slack)
            return new(rules.Time["uncertain"], $"{InDays(apart)} apart, within what the dates leave open");
        if (apart > rules.DaysApartAtMost)
            return null;
        if (apart > 1)
            return new(rules.Time["two_apart"], $"{InDays(apart)} apart");
        // A dataset gives a night by one of its days.
        return IsDataset(a) != IsDataset(b) ? new(rules.Time["one_apart_dataset"], "a day apart, as datasets give nights") : new(rules.Time["one_apart"], "a day apart");
    }

    private static Evidence Overlap((DateOnly First, DateOnly Last) a, (DateOnly First, DateOnly Last) b, bool isUncertain, LikenessRules rules)
    {
        var longest = Math.Max(Length(a), Length(b));
        if (isUncertain)
            return new(rules.Time["uncertain"], "about the same time");
        if (a == b && longest <= 1)
            return new(rules.Time["same_day"], longest == 0 ? "same day" : "same night");
        return longest <= 2 ? new(rules.Time["overlap"], "days overlap") : longest <= 10 ? new(rules.Time["overlap_long"], "days overlap") : new(rules.Time["overlap_very_long"], "one of the two goes on for long");
    }

    private static (DateOnly First, DateOnly Last)? Days(IncidentDate date) =>
        (date.Start ?? date.End) is { } first && (date.End ?? date.Start) is { } last && first <= last ? (first, last) : null;

    private static int Length((DateOnly First, DateOnly Last) days) => days.Last.DayNumber - days.First.DayNumber;

    private static string InDays(int days) => days == 1 ? "a day" : $"{days} days";

    private static bool IsDataset(Incident incident) => incident.Estimates.Count > 0 && incident.Claims.Count == 0;
}
