namespace BorderMap.EndToEnd.Faults;

/// <summary>A service beside the requests that meets what it does not expect: the program says so and goes on, and so does the service once it can.</summary>
public sealed class BackgroundTests(FaultedSite site) : IClassFixture<FaultedSite>
{
    private const string Failure = "DuplicateSearch failed; it begins again in";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fails_beside_the_requests_is_told_and_begun_again_and_the_program_goes_on()
    {
        await site.Postgres.ExecuteAsync("alter table bordermap.different_incidents rename to mislaid");
        using var written = await site.WriteAsync();
        Assert.True(written.IsSuccessStatusCode, await written.Content.ReadAsStringAsync(Cancellation));
        var said = await SaidAsync(Failure, times: 2);

        Assert.Contains("42P01", said, StringComparison.Ordinal);
        Assert.DoesNotContain("critical", said, StringComparison.OrdinalIgnoreCase);
        using (var answer = await site.ReadAsync("/readyz"))
        {
            Assert.True(answer.IsSuccessStatusCode);
        }

        await site.Postgres.ExecuteAsync("alter table bordermap.mislaid rename to different_incidents");
        await UntilAsync("select value::bigint = (select max(seq) from change where kind = 'incident') from setting where name = 'duplicates'");
        site.Server.Said();
        Assert.Equal(0, await site.Server.StopAsync());
        Assert.DoesNotMatch("critical|error", site.Server.Said());
    }

    /// <summary>What it says until this has been said so many times.</summary>
    private async Task<string> SaidAsync(string words, int times)
    {
        using var limit = Limit();
        var said = "";
        while (said.Split(words).Length <= times)
        {
            await Task.Delay(100, limit.Token);
            said += site.Server.Said() + "\n";
        }
        return said;
    }

    private async Task UntilAsync(string question)
    {
        using var limit = Limit();
        while (await site.Postgres.ExecuteAsync(question) is not true)
        {
            await Task.Delay(100, limit.Token);
        }
    }

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        return limit;
    }
}
