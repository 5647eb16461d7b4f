using System.Net;
using System.Text.Json.Nodes;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using Npgsql;
using static BorderMap.Web.Tests.Running.Documents;

namespace BorderMap.Web.Tests.Faults;

/// <summary>Each kind of write whose connection is cut in its middle: 503, nothing of it is there, and sent again it is done.</summary>
public sealed class CutOffTests(OwnSite own) : IClassFixture<OwnSite>
{
    /// <summary>What a write waits for once its first row is written.</summary>
    private const long Middle = 4711;

    private static readonly string[] Written = ["change", "person", "error_report", "report", "different_incidents"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_write_is_done_wholly_or_not_at_all()
    {
        using var admin = await own.Site.ProgramAsync(Role.Admin);
        string[] ids = [.. await Task.WhenAll(Enumerable.Range(0, 6).Select(i => admin.RecordAsync(Shelling($"Shelling {i}", "published"))))];
        var source = (await admin.ExpectAsync(201, HttpMethod.Post, "/api/sources", new { publisher = "Example Post" })).GetProperty("id").GetString()!;
        (string Name, HttpMethod Method, string Path, object? Body, (string, string)[] Headers)[] writes =
        [
            ("record", HttpMethod.Post, "/api/incidents", Shelling("New", "published"), []),
            ("edit", HttpMethod.Put, $"/api/incidents/{ids[0]}", Shelling("Changed", "published"), [IfMatch(ids[0], 1)]),
            ("retract", HttpMethod.Delete, $"/api/incidents/{ids[1]}?for=harm&reason=asked", null, [IfMatch(ids[1], 1)]),
            ("merge", HttpMethod.Post, $"/api/incidents/{ids[2]}/merge", new { from = ids[3], why = "the same" }, [IfMatch(ids[2], 1)]),
            ("restore", HttpMethod.Post, $"/api/incidents/{ids[0]}/restore", new { version = 1 }, [IfMatch(ids[0], 2)]),
            ("redact", HttpMethod.Post, $"/api/incidents/{ids[4]}/redact", new { why = "asked" }, [IfMatch(ids[4], 1)]),
            ("source", HttpMethod.Put, $"/api/sources/{source}", new { publisher = "Example Post", title = "Second" }, [IfMatch(source, 1)]),
            ("person", HttpMethod.Post, "/api/users", new { name = "dee", role = "editor" }, []),
            ("report", HttpMethod.Post, "/api/reports", new { text = "On 15 October 2025 three soldiers were killed by shelling at Spin Boldak, officials said." }, []),
            ("error report", HttpMethod.Post, "/api/error-reports", new { incident = ids[5], words = "It was elsewhere." }, []),
            ("two that differ", HttpMethod.Post, "/api/duplicates/different", new { one = ids[5], other = ids[0], reason = "other days" }, []),
        ];
        foreach (var table in Written)
        {
            await ExecuteAsync($"create or replace function bordermap.halt() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock({Middle}); return null; end $$; create trigger halt after insert on bordermap.{table} for each row execute function bordermap.halt()");
        }
        foreach (var (name, method, path, body, headers) in writes)
        {
            var before = await StateAsync();
            await using (var holder = await own.Site.Database.Editor.OpenConnectionAsync(Cancellation))
            {
                await using var hold = new NpgsqlCommand($"select pg_advisory_lock({Middle})", holder);
                await hold.ExecuteNonQueryAsync(Cancellation);
                var writing = Send(admin, method, path, body, headers);
                await CutAsync(writing, name);
                using var refused = await writing;
                Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, $"{name}: {refused.StatusCode} {await refused.TextAsync()}");
                Assert.NotNull(refused.Header("Retry-After"));
                hold.CommandText = $"select pg_advisory_unlock({Middle})";
                await hold.ExecuteNonQueryAsync(Cancellation);
            }
            Assert.True(before == await StateAsync(), $"{name} left something.");
            using var again = await Send(admin, method, path, body, headers);
            Assert.True(again.IsSuccessStatusCode, $"{name}: {again.StatusCode} {await again.TextAsync()}");
            Assert.True(before != await StateAsync(), $"{name} changed nothing.");
        }
    }

    private static Task<HttpResponseMessage> Send(Browser admin, HttpMethod method, string path, object? body, (string, string)[] headers) =>
        admin.SendAsync(method, path, body is JsonObject document ? document.ToJsonString() : body, headers);

    /// <summary>Ends the connection of the write, once it is in its middle.</summary>
    private async Task CutAsync(Task writing, string name)
    {
        for (var tries = 0; await ExecuteAsync($"select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = {Middle} and not granted") is null; tries++)
        {
            Assert.True(tries < 400 && !writing.IsCompleted, $"{name} never came to its middle.");
            await Task.Delay(25, Cancellation);
        }
    }

    /// <summary>A digest of everything that is stored.</summary>
    private async Task<string> StateAsync()
    {
        var tables = (string)(await ExecuteAsync("select string_agg(tablename, ',' order by tablename) from pg_tables where schemaname = 'bordermap' and tablename not in ('api_token', 'protection_key', 'place')"))!;
        return string.Join(' ', await Task.WhenAll(tables.Split(',').Select(async table => $"{table} {await ExecuteAsync($"select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from {table} t")}")));
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = await own.Site.Database.Editor.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
