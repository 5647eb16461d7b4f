using BorderMap.Incidents.Model;
using BorderMap.PostGis.Review;

namespace BorderMap.PostGis.Tests.Review;

public sealed class ReviewStoreTests(TestCluster cluster) : StoreTest(cluster)
{
    private ReviewStore Queue => new(Database);

    [Fact]
    public async Task Drafts_submissions_reports_and_pairs_are_one_list_latest_first_a_page_at_a_time()
    {
        await FillAsync();

        var all = await Queue.ListAsync(new(), null, 100, Cancellation);
        var walked = new List<ReviewItem>();
        for (var page = await Queue.ListAsync(new(), null, 2, Cancellation); page.Count > 0; page = await Queue.ListAsync(new(), ReviewPosition.Of(walked[^1]), 2, Cancellation))
            walked.AddRange(page);

        Assert.Equal([ReviewKind.Duplicate, ReviewKind.ErrorReport, ReviewKind.Submitted, ReviewKind.Draft], all.Select(item => item.Kind));
        Assert.Equal(all, walked);
        Assert.Equal(["Clash at the gate", "Twice told"], new[] { all[0].Title!, all[0].OtherTitle! }.Order());
        Assert.Contains("same day", all[0].About, StringComparison.Ordinal);
        Assert.Equal("The day is wrong.", all[1].About);
    }

    [Fact]
    public async Task Filters_narrow_and_counts_tell_what_each_kind_holds_under_them()
    {
        await FillAsync();
        await ExpectAsync(new() { Kinds = [ReviewKind.Draft, ReviewKind.Submitted] }, 2, "1 1 1 1");
        await ExpectAsync(new() { Q = "wrong" }, 1, "0 0 1 0");
        await ExpectAsync(new() { Q = "100%" }, 0, "0 0 0 0");
        await ExpectAsync(new() { Owner = "tester" }, 3, "1 1 0 1");
        await ExpectAsync(new() { Owner = "nobody" }, 0, "0 0 0 0");
        await ExpectAsync(new() { Place = Samples.SpinBoldak }, 1, "1 0 0 0");
        await ExpectAsync(new() { From = Time.Now.AddMinutes(-1) }, 1, "0 0 0 1");
        await ExpectAsync(new() { Until = Time.Now.AddHours(-2) }, 1, "1 0 0 0");
    }

    [Fact]
    public async Task A_version_is_found_by_its_number_or_as_the_last_or_the_last_published()
    {
        var first = await SaveAsync(Samples.Clash("First"));
        var second = await SaveAsync(first with { Title = "Second" });
        await SaveAsync(second with { Title = "Third", Status = IncidentStatus.Draft });

        Assert.Equal("First", Title(await Queue.VersionAsync(first.Id, 1, false, Cancellation)));
        Assert.Equal("Second", Title(await Queue.VersionAsync(first.Id, null, true, Cancellation)));
        Assert.Equal("Third", Title(await Queue.VersionAsync(first.Id, null, false, Cancellation)));
        Assert.Null(await Queue.VersionAsync(first.Id, 4, false, Cancellation));
        Assert.Null(await Queue.VersionAsync("i-2222222222", null, false, Cancellation));
    }

    private static string? Title((int Version, string State, System.Text.Json.JsonElement Document)? found) => found?.Document.GetProperty("title").GetString();

    private async Task ExpectAsync(ReviewFilter filter, int listed, string counts)
    {
        var counted = await Queue.CountAsync(filter, Cancellation);
        Assert.Equal((listed, counts), ((await Queue.ListAsync(filter, null, 100, Cancellation)).Count, string.Join(' ', counted.OrderBy(pair => pair.Key).Select(pair => pair.Value))));
    }

    private async Task FillAsync()
    {
        await SaveAsync(Samples.Clash("A draft", Samples.SpinBoldak) with { Status = IncidentStatus.Draft });
        Time.Now += TimeSpan.FromHours(2);
        await SaveAsync(Samples.Clash("Submitted", day: new(2025, 6, 1)) with { Status = IncidentStatus.Submitted });
        var one = await SaveAsync(Samples.Clash());
        await SaveAsync(Samples.Clash("Twice told"));
        Time.Now += TimeSpan.FromMinutes(5);
        await new ErrorReportStore(Database, Time).AddAsync(new() { Incident = one.Id, Words = "The day is wrong." }, Cancellation);
        Time.Now += TimeSpan.FromMinutes(5);
        await new DuplicateStore(Database, Samples.Atlas, Time).SearchAsync(Cancellation);
    }
}
