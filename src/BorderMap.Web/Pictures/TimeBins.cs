namespace BorderMap.Web.Pictures;

/// <summary>Time in equal pieces of the calendar: days, weeks from Monday, months, quarters or years.</summary>
/// <param name="Unit">Its word.</param>
/// <param name="Edges">The first day of each piece, and of the one after the last.</param>
internal sealed record TimeBins(string Unit, IReadOnlyList<DateOnly> Edges)
{
    private static readonly (string Unit, double Days)[] Units = [("day", 1), ("week", 7), ("month", 30.4), ("quarter", 91), ("year", 365)];

    /// <summary>More pieces than this are not drawn.</summary>
    private const int Most = 400;

    public int Count => Edges.Count - 1;

    /// <summary>The finest pieces that are each at least so many pixels wide.</summary>
    public static TimeBins Of(DateOnly first, DateOnly last, double pixels, double least)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var unit = Units.FirstOrDefault(one => pixels / (days / one.Days) >= least && days / one.Days <= Most).Unit ?? "year";
        var edges = new List<DateOnly>();
        for (var day = Start(first, unit); edges.Count == 0 || edges[^1] <= last; day = Next(day, unit))
        {
            edges.Add(day);
        }
        return new(unit, edges);
    }

    /// <summary>The piece that holds a day; below 0 or beyond the last where none does.</summary>
    public int IndexOf(DateOnly day)
    {
        if (day < Edges[0])
        {
            return -1;
        }
        var (low, high) = (0, Edges.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Edges[middle] <= day ? (middle, high) : (low, middle);
        }
        return low;
    }

    /// <summary>What stands below an edge where something greater begins there: a year, a month, a day; null for the others.</summary>
    public string? Label(int at)
    {
        var day = Edges[at];
        return (Unit, day) switch
        {
            ("year", _) => $"{day.Year}",
            ("quarter" or "month", { Month: 1 }) => $"{day.Year}",
            ("quarter" or "month", _) => at == 0 ? $"{day:yyyy-MM}" : null,
            ("week", _) => at == 0 || day.Day <= 7 ? $"{day:yyyy-MM-dd}" : null,
            _ => at % 7 == 0 ? $"{day:yyyy-MM-dd}" : null,
        };
    }

    private static DateOnly Start(DateOnly day, string unit) => unit switch
    {
        "day" => day,
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "month" => new(day.Year, day.Month, 1),
        "quarter" => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new(day.Year, 1, 1),
    };

    private static DateOnly Next(DateOnly day, string unit) => unit switch
    {
        "day" => day.AddDays(1),
        "week" => day.AddDays(7),
        "month" => day.AddMonths(1),
        "quarter" => day.AddMonths(3),
        _ => day.AddYears(1),
    };
}
