using System.Diagnostics;
using BorderMap.Incidents;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorderMap.PostGis.Tests;

/// <summary>What is left when PostgreSQL is killed in the middle of an import.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("bordermap-crash-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => TestHomes.Delete(home);

    [Fact]
    public async Task A_killed_postmaster_leaves_nothing_half_imported_and_the_next_start_works()
    {
        await using (var database = await OpenAsync())
        {
            var store = new IncidentStore(database, Samples.Atlas, TimeProvider.System);
            await using var killing = new KillAtTheEnd(Samples.FileOf(Enumerable.Range(0, 20).Select(i => Samples.Clash($"Clash {i}") with { SourceKeys = [$"test:{i}"] })), KillPostmaster);
            await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => store.ImportAsync(killing, new ImportOptions("tester", "test"), null, Cancellation));
        }
        await using var again = await OpenAsync();
        var after = new IncidentStore(again, Samples.Atlas, TimeProvider.System);
        Assert.True(await after.IsEmptyAsync(Cancellation));
        Assert.Equal(0, await new PublicReader(again).PubAsync(Cancellation));
        Assert.Equal(0, await new PublicReader(again).CountAsync(IncidentFilter.All, Cancellation));
    }

    private Task<Database> OpenAsync() => Database.OpenAsync(new DatabaseOptions(null, home), NullLoggerFactory.Instance, TimeProvider.System, Cancellation);

    private void KillPostmaster()
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(TestHomes.Paths(home).Data, "postmaster.pid")).First()));
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>A file at whose end something happens.</summary>
    private sealed class KillAtTheEnd(Stream file, Action kill) : MemoryStream(Bytes(file))
    {
        private bool killed;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0 && !killed)
            {
                killed = true;
                kill();
            }
            return read;
        }

        private static byte[] Bytes(Stream stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
