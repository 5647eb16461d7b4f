namespace BorderMap.Incidents.Model;

/// <summary>Civil dates of the place, both ends inclusive; a null end is open.</summary>
public sealed record IncidentDate
{
    public DateOnly? Start { get; init; }
    public DateOnly? End { get; init; }
    public DatePrecision Precision { get; init; } = DatePrecision.Unknown;

    /// <summary>Time of day with offset, <c>18:30+04:30</c>; AF is +04:30, PK +05:00.</summary>
    public string? Time { get; init; }

    /// <summary>The source's own words.</summary>
    public string? Words { get; init; }
}

public enum DatePrecision { Day, Range, Week, Month, Year, Approx, Unknown }
