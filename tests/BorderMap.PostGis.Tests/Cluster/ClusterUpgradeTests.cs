using BorderMap.PostGis.Cluster;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorderMap.PostGis.Tests.Cluster;

/// <summary>The private cluster moves to another PostgreSQL by a dump. One version stands in for two: what is moved, and what stays, does not hang on it.</summary>
public sealed class ClusterUpgradeTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("bordermap-upgrade-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => TestHomes.Delete(home);

    [Fact]
    public async Task Everything_comes_along_and_the_old_data_stay_beside_it()
    {
        var written = "";
        await UseAsync(async store => written = Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Samples.Clash("Carried over") with { Actors = [], Episode = null, Claims = [], Sources = [] }, null, "tester", "test", Cancellation)).Incident.Id);

        var done = await MoveAsync();

        Assert.True(File.Exists(done.Backup));
        Assert.True(File.Exists(Path.Combine(done.Old, "PG_VERSION")));
        await UseAsync(async store => Assert.Equal("Carried over", (await store.FindAsync(written, Cancellation))!.Title));
        Assert.Contains(done.Old, (await Assert.ThrowsAsync<DatabaseSetupException>(MoveAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_somebody_uses_the_home_nothing_is_moved()
    {
        await UseAsync(async _ => Assert.Contains("Stop it first", (await Assert.ThrowsAsync<DatabaseSetupException>(MoveAsync)).Message, StringComparison.Ordinal));
        Assert.True(Directory.Exists(TestHomes.Paths(home).Data));
    }

    [Fact]
    public async Task Data_that_no_installed_version_made_are_found_and_left_alone()
    {
        Assert.Null(ClusterUpgrade.Versions(home));
        await UseAsync(_ => Task.CompletedTask);
        var file = Path.Combine(TestHomes.Paths(home).Data, "PG_VERSION");
        var made = int.Parse(await File.ReadAllTextAsync(file, Cancellation), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(await ClusterUpgrade.RunAsync(home, NullLoggerFactory.Instance, TimeProvider.System, Cancellation));
        await File.WriteAllTextAsync(file, "9\n", Cancellation);

        Assert.Equal((9, made), ClusterUpgrade.Versions(home));
        var refused = await Assert.ThrowsAsync<DatabaseSetupException>(() => ClusterUpgrade.RunAsync(home, NullLoggerFactory.Instance, TimeProvider.System, Cancellation));
        Assert.Contains("made by PostgreSQL 9, which is not installed", refused.Message, StringComparison.Ordinal);
        Assert.Equal("9\n", await File.ReadAllTextAsync(file, Cancellation));
    }

    private Task<ClusterUpgrade.Done> MoveAsync() => ClusterUpgrade.MoveAsync(home, 15, 16, NullLoggerFactory.Instance, TimeProvider.System, Cancellation);

    private async Task UseAsync(Func<IncidentStore, Task> act)
    {
        await using var database = await Database.OpenAsync(new DatabaseOptions(null, home), NullLoggerFactory.Instance, TimeProvider.System, Cancellation);
        await act(new IncidentStore(database, Samples.Atlas, TimeProvider.System));
    }
}
