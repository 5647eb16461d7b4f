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

    [Theory]
    [InlineData("Pakistani and Taliban forces fought along the border in Kunar on Tuesday night, in what officials called the worst clashes since 2021.", "armed_clash 10-14 Kunar")]
    [InlineData("Taliban fighters and Pakistani troops clashed in Kurram on Tuesday, the most serious fighting since 2022.", "armed_clash 10-14 Kurram")]
    [InlineData("The death toll from a Pakistani airstrike in Khost's Spera district rose to twelve on Wednesday, officials said.\n\nAircraft struck a house in the district late on Sunday.", "airstrike 10-12 Spera")]
    [InlineData("Torkham was opened on Tuesday evening. The crossing has been closed many times in the past two years.", "crossing_reopening 10-14 Torkham crossing")]
    public void A_record_or_a_count_has_another_day_than_the_deed(string text, string told) => Assert.Equal([told], Told(text));

    [Theory]
    [InlineData("Pakistani guards clashed with Afghan families who were waiting at Torkham on Tuesday.")]
    [InlineData("Clashes broke out on Tuesday between protesters and the Frontier Corps near the Bab-e-Dosti.")]
    [InlineData("The talks failed.\n\nREAD | Pakistani jets bomb Khost and Paktika")]
    [InlineData("The Ghulam Khan route was shut in 2014. It has since been reopened a few times, for a few days each.")]
    [InlineData("Patients wait at Torkham. The terminal is open for patients from eight in the morning.")]
    public void Crowds_links_and_customs_are_no_happenings(string text) => Assert.Empty(Told(text));

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
