namespace BorderMap.Reports.Tests;

/// <summary>Places and days that the layout of a text gives: crawls, titles, logs, and days told by another.</summary>
public sealed class CrawlAndTitleTests
{
    private static string[] Told(string text) => [.. Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Select(draft => $"{draft.Kind} {draft.Date.Date.Start:MM-dd} {draft.Places[0].Place.Name}")];

    [Fact]
    public void Each_item_of_a_crawl_has_its_own_place() =>
        Assert.Equal(["shelling 10-16 Dangam", "airstrike 10-16 Urgun"], Told("DANGAM: Pakistani artillery shells two villages, one woman killed, say elders ** LAHORE: rain stops play on second day ** URGUN: Pakistani aircraft bomb a house ** GOLD up Rs900 a tola"));

    [Fact]
    public void Points_under_a_title_are_where_the_title_says() =>
        Assert.Contains("armed_clash 10-13 Torkham crossing", Told("Torkham closed, day 3 - what we know\n\n- Gunfire broke out between the border guards on Monday morning. One guard was injured, police say.\n- Lorries waiting: 900."));

    [Fact]
    public void A_line_of_a_log_begins_with_its_day_and_hour() =>
        Assert.Equal(["shelling 10-14 Sarkani", "airstrike 10-15 Barmal"], Told("BORDER LOG\n\nTue 1830 - Sarkani, Kunar. Pakistani artillery shelled the hills.\nWed 2215 - Barmal, Paktika. Pakistani aircraft bombed a house."));

    [Theory]
    [InlineData("The Torkham crossing was opened to lorries on Tuesday, for the first time since 2 September.", "crossing_reopening 10-14 Torkham crossing")]
    public void What_is_the_first_since_a_day_is_not_of_that_day(string text, string told) => Assert.Equal([told], Told(text));

    [Fact]
    public void A_feast_tells_its_day() =>
        Assert.Equal(["airstrike 01-01 Barmal"], Told("On New Year's Day Pakistani aircraft bombed two houses in Barmal district of Paktika."));

    [Fact]
    public void There_is_the_smaller_of_two_places() =>
        Assert.Equal(["shelling 10-14 Sarkani"], Told("The second quarrel was in Sarkani of Kunar. There, Pakistani artillery shelled two hamlets on Tuesday."));

    [Fact]
    public void The_name_of_a_radio_is_no_scene() =>
        Assert.DoesNotContain(Told("PARACHINAR - Afghan guards fired on Kharlachi on Monday.\n\nRadio Nuristan has one guard killed in Monday's fighting."), told => told.EndsWith("Nuristan", StringComparison.Ordinal));
}
