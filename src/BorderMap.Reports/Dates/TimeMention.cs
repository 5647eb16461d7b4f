using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Dates;

/// <summary>What an expression of time is good for.</summary>
internal enum TimeUse
{
    /// <summary>When something happened.</summary>
    When,

    /// <summary>Since when something lasts.</summary>
    Since,

    /// <summary>A stretch over which figures are added up: "since January 2024", "this year", "in recent weeks".</summary>
    Total,

    /// <summary>A year, or longer ago: history.</summary>
    History,

    /// <summary>Not yet: "next week".</summary>
    Future,

    /// <summary>Some time before something else: it dates nothing.</summary>
    Distance,
}

/// <summary>An expression of time.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Start">Civil day, inclusive; null: open.</param>
/// <param name="End">Civil day, inclusive; null: open.</param>
/// <param name="Precision">How exact it is.</param>
/// <param name="Use">What it is good for.</param>
/// <param name="Rule">How it was read: <c>month-day</c>, <c>weekday</c>, <c>relative</c> ...</param>
internal sealed record TimeMention(int First, int Last, DateOnly? Start, DateOnly? End, DatePrecision Precision, TimeUse Use, string Rule)
{
    /// <summary>It depends on the day of publication, which is not known.</summary>
    public bool IsFloating { get; init; }

    /// <summary>Of a distance: how many days the deed of the main clause lies behind the other, at least; below zero, before it.</summary>
    public int? Days { get; init; }

    /// <summary>Of a distance: how many days at most.</summary>
    public int? MostDays { get; init; }

    public bool IsDated => Start is not null || End is not null;
}
