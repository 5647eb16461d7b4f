using System.Net;
using Npgsql;

namespace BorderMap.EndToEnd.Faults;

/// <summary>The program itself killed in the middle of a write: nothing of it is there, and the next start works.</summary>
public sealed class KilledTests(FaultedSite site) : IClassFixture<FaultedSite>
{
    /// <summary>What a write waits for in its middle: its documents are written, its public rows are not.</summary>
    private const long Middle = 4711;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_that_is_cut_off_in_its_middle_is_wholly_absent()
    {
        await site.Postgres.ExecuteAsync($"create function bordermap.halt() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock({Middle}); return null; end $$; create trigger halt after insert on bordermap.change for each row execute function bordermap.halt()");
        var before = await StateAsync();
        await using (var holder = await site.Postgres.OpenAsync())
        {
            await using (var hold = new NpgsqlCommand($"select pg_advisory_lock({Middle})", holder))
            {
                await hold.ExecuteNonQueryAsync(Cancellation);
            }
            // A new one halts in its middle, and a change of another waits for the lock of all writers.
            Task[] writes = [site.WriteAsync(), site.SendAsync(HttpMethod.Delete, $"/api/incidents/{site.Id}?reason=no", ifMatch: $"\"{site.Id}.1\"")];
            await UntilAsync($"select count(*) from pg_locks where locktype = 'advisory' and objid = {Middle} and not granted", 1);
            await UntilAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted", 2);
            await site.Server.KillAsync();
            foreach (var write in writes)
            {
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => write);
            }
        }
        await site.Server.DisposeAsync();
        await UntilAsync("select count(*) from pg_stat_activity where application_name = 'bordermap'", 0);

        Assert.Equal(before, await StateAsync());
        await site.StartAsync();
        await site.AccountAsync();
        using var written = await site.WriteAsync();
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        await site.AccountAsync();
    }

    /// <summary>A digest of all that is stored.</summary>
    private async Task<object?> StateAsync() => await site.Postgres.ExecuteAsync("""
        select md5(coalesce((select string_agg(d::text, ',' order by kind, id) from document d), '') || coalesce((select string_agg(c::text, ',' order by seq) from change c), '')
            || coalesce((select string_agg(p::text, ',' order by id, version) from public_incident p), '') || (select s::text from public_state s))
        """);

    private async Task UntilAsync(string question, long answer)
    {
        for (var tries = 0; (long)(await site.Postgres.ExecuteAsync(question))! != answer; tries++)
        {
            Assert.True(tries < 300, $"{question} never was {answer}");
            await Task.Delay(50, Cancellation);
        }
    }
}
