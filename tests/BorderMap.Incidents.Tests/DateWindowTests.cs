namespace BorderMap.Incidents.Tests;

public class DateWindowTests
{
    // start, end of the incident (empty: open); possible, certain.
    [Theory]
    [InlineData("2025-10-11", "2025-10-11", "2025-10-11", true, true)]
    [InlineData("2025-10-11", "2025-10-10", "2025-10-11", true, false)]
    [InlineData("2025-10-11", "2025-10-12", "2025-10-12", false, false)]
    [InlineData("2025-10-11/2025-10-19", "2025-10-10", "2025-10-20", true, false)]
    [InlineData("2025-10-11/2025-10-19", "2025-10-11", "2025-10-19", true, true)]
    [InlineData("2025-10-11/2025-10-19", "", "2025-10-12", true, false)]
    [InlineData("2025-10-11/2025-10-19", "", "2025-10-10", false, false)]
    [InlineData("2025-10-11/2025-10-19", "2025-10-12", "", true, false)]
    [InlineData("2025-10-11/2025-10-19", "", "", true, false)]
    [InlineData("2025-10-11/..", "2025-10-12", "", true, true)]
    [InlineData("../2025-10-19", "", "2025-10-19", true, true)]
    [InlineData("../2025-10-19", "2025-10-20", "", false, false)]
    // Day D covers D 00:00+05:00 = D-1 19:00Z to D+1 00:00+04:30 = D 19:30Z.
    [InlineData("2025-10-10T19:00:00Z/2025-10-11T19:30:00Z", "2025-10-11", "2025-10-11", true, true)]
    [InlineData("2025-10-10T19:00:01Z/2025-10-11T19:30:00Z", "2025-10-11", "2025-10-11", true, false)]
    [InlineData("2025-10-10T19:00:00Z/2025-10-11T19:29:59Z", "2025-10-11", "2025-10-11", true, false)]
    [InlineData("2025-10-11T19:29:59Z/..", "2025-10-11", "2025-10-11", true, false)]
    [InlineData("2025-10-11T19:30:00Z/..", "2025-10-11", "2025-10-11", false, false)]
    [InlineData("../2025-10-10T19:00:00Z", "2025-10-11", "2025-10-11", true, false)]
    [InlineData("../2025-10-10T18:59:59Z", "2025-10-11", "2025-10-11", false, false)]
    [InlineData("2025-10-11T12:00:00+04:30", "2025-10-11", "2025-10-11", true, false)]
    // Between 19:00Z and 19:30Z it is already the next day in Pakistan and still this day in Afghanistan.
    [InlineData("2025-10-11T19:15:00Z", "2025-10-11", "2025-10-11", true, false)]
    [InlineData("2025-10-11T19:15:00Z", "2025-10-12", "2025-10-12", true, false)]
    [InlineData("2025-10-11/2025-10-11T19:30:00Z", "2025-10-11", "2025-10-11", true, true)]
    public void Dates_lie_possibly_or_certainly_in_a_window(string window, string start, string end, bool possible, bool certain)
    {
        var parsed = DateWindow.Parse(window).Window!;
        Assert.Equal(possible, parsed.Holds(Day(start), Day(end), TimeMatch.Possible));
        Assert.Equal(certain, parsed.Holds(Day(start), Day(end), TimeMatch.Certain));
    }

    [Theory]
    [InlineData("0001-01-01/..")]
    [InlineData("../9999-12-30")]
    [InlineData("0001-01-01")]
    public void The_ends_of_the_calendar_are_dates(string window) => Assert.NotNull(DateWindow.Parse(window).Window);

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void An_instant_at_the_ends_of_the_calendar_is_refused_in_words(string instant) => Assert.NotNull(DateWindow.Parse(instant).Error);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.Parse(text);
}
