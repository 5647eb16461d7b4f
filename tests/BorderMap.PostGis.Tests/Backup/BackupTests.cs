using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Backup;

namespace BorderMap.PostGis.Tests.Backup;

/// <summary>A backup is whole, says what it is, and comes back as it was or not at all.</summary>
public sealed class BackupTests(TestCluster cluster) : StoreTest(cluster), IDisposable
{
    private readonly TestCluster cluster = cluster;
    private readonly string folder = Directory.CreateTempSubdirectory("bordermap-backup-").FullName;

    private string File => Path.Combine(folder, "all.backup");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_comes_back_into_a_fresh_database_with_the_same_exports_and_history()
    {
        await ImportAsync(Enumerable.Range(0, 40).Select(i => Samples.Clash($"Clash {i}") with { SourceKeys = [$"test:{i}"] }));
        var draft = await SaveAsync(Samples.Clash("Hidden") with { Status = IncidentStatus.Draft });
        var ids = await AskAsync<string>("select id from source_key order by key");
        await Store.RetractAsync(ids[0], 1, RetractFor.Error, "A drill.", "tester", Cancellation);
        await SaveAsync((await Store.FindAsync(ids[1], Cancellation))! with { Title = "Renamed" });
        var (export, everything, changes) = (await ExportAsync(), await EverythingPublicAsync([.. ids]), await AskAsync<string>("select change::text from change order by seq"));
        var manifest = await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);

        await using var fresh = await cluster.OpenNewAsync(Time);
        await DatabaseRestore.ReadAsync(fresh, File, replace: false, Time, Cancellation);
        var (reader, store) = (new PublicReader(fresh), new IncidentStore(fresh, Samples.Atlas, Time));
        await store.PrepareAsync(null, Cancellation);
        await using var restored = await reader.OpenExportAsync(new(IncidentFilter.All), Cancellation);

        Assert.Equal(export, await WrittenAsync(restored, new GeoJsonLinesFormat(isSequence: false)));
        Assert.Equal((await Reader.PubAsync(Cancellation), manifest.Pub), (await reader.PubAsync(Cancellation), await reader.PubAsync(Cancellation)));
        Assert.Equal(await Reader.HistoryAsync(ids[1], Cancellation), await reader.HistoryAsync(ids[1], Cancellation));
        Assert.Equal("Hidden", (await store.FindAsync(draft.Id, Cancellation))!.Title);
        Assert.Equal(changes, await AskAsync(fresh, "select change::text from change order by seq"));
        Assert.NotEmpty(everything);
        // Writing goes on where it stopped: sequences and grants came along.
        Assert.IsType<SaveResult.Saved>(await store.SaveAsync(Samples.Clash("Later"), null, "tester", "test", Cancellation));
        await using var connection = await fresh.Public.OpenConnectionAsync(Cancellation);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => connection.ScalarAsync("select count(*) from document", [], Cancellation));
    }

    [Fact]
    public async Task It_is_of_one_instant_while_others_write()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                await SaveAsync(Samples.Clash($"While {i}"));
        }, Cancellation);
        var manifest = await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);
        await stop.CancelAsync();
        await writing;

        await using var fresh = await cluster.OpenNewAsync(Time);
        Assert.Equal(manifest.Pub, (await DatabaseRestore.ReadAsync(fresh, File, replace: false, Time, Cancellation)).Pub);
        Assert.Equal([$"{manifest.Pub} {manifest.Rows["public_incident"]} {manifest.Rows["change"]}"],
            await AskAsync(fresh, "select concat_ws(' ', (select pub from public_state), (select count(*) from public_incident), (select count(*) from change))"));
    }

    [Fact]
    public async Task A_byte_that_changed_anywhere_is_found_and_nothing_is_touched()
    {
        await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);
        var bytes = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        var (random, damaged) = (new Random(7), Path.Combine(folder, "damaged.backup"));
        for (var i = 0; i < 60; i++)
        {
            var copy = bytes.ToArray();
            var at = i < 20 ? copy.Length - 1 - random.Next(400) : random.Next(copy.Length);
            copy[at] ^= (byte)(1 + random.Next(255));
            await System.IO.File.WriteAllBytesAsync(damaged, copy, Cancellation);
            if (await FaultAsync(damaged) is null)
                Assert.Equal(await DumpAsync(File), await DumpAsync(damaged));
        }
        await System.IO.File.WriteAllBytesAsync(damaged, bytes[..(bytes.Length / 2)], Cancellation);
        Assert.IsType<BackupException>(await FaultAsync(damaged));
    }

    [Fact]
    public async Task A_file_that_is_none_is_refused()
    {
        await System.IO.File.WriteAllTextAsync(File, "not a backup", Cancellation);
        Assert.Contains("no backup of BorderMap", (await FaultAsync(File))!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"schema\":", "newer BorderMap")]
    [InlineData("\"format\":\"bordermap-backup/", "newer BorderMap")]
    public async Task A_newer_file_is_refused(string field, string words)
    {
        await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);
        await RewriteManifestAsync(json => json.Replace(field, field + "9", StringComparison.Ordinal));
        Assert.Contains(words, (await FaultAsync(File))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_with_documents_is_not_overwritten_unless_told_and_then_pub_goes_on()
    {
        await SaveAsync(Samples.Clash("Saved"));
        await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);
        await SaveAsync(Samples.Clash("Later"));
        var before = await Reader.PubAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<BackupException>(() => DatabaseRestore.ReadAsync(Database, File, replace: false, Time, Cancellation));
        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await PageAsync()).Features.Count);

        await DatabaseRestore.ReadAsync(Database, File, replace: true, Time, Cancellation);
        Assert.Contains("Saved", Assert.Single((await PageAsync()).Features), StringComparison.Ordinal);
        Assert.True(await Reader.PubAsync(Cancellation) > before);
        await SaveAsync(Samples.Clash("After"));
        Assert.Equal([false], await AskAsync<bool>("select exists (select from pg_namespace where nspname = 'bordermap_before_restore')"));
    }

    [Fact]
    public async Task A_restore_that_fails_half_way_leaves_the_old_database_as_it_was()
    {
        await SaveAsync(Samples.Clash("Saved"));
        await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);
        await RewriteManifestAsync(json => json.Replace("\"document\":", "\"document\":7", StringComparison.Ordinal));
        await SaveAsync(Samples.Clash("Later"));
        var everything = await EverythingPublicAsync();

        var failed = await Assert.ThrowsAsync<BackupException>(() => DatabaseRestore.ReadAsync(Database, File, replace: true, Time, Cancellation));
        Assert.Contains("document", failed.Message, StringComparison.Ordinal);
        Assert.Equal(everything, await EverythingPublicAsync());
    }

    [Fact]
    public async Task A_stopped_restore_changes_nothing()
    {
        await SaveAsync(Samples.Clash("Saved"));
        await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);
        var everything = await EverythingPublicAsync();
        using var stopped = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        var fault = await Record.ExceptionAsync(() => DatabaseRestore.ReadAsync(Database, File, replace: true, Time, stopped.Token));
        Assert.True(fault is null or OperationCanceledException, $"{fault}");
        if (fault is not null)
            Assert.Equal(everything, await EverythingPublicAsync());
    }

    [Fact]
    public async Task Only_its_owner_may_read_it_and_a_failed_one_leaves_no_file()
    {
        await DatabaseBackup.WriteAsync(Database, File, Time, Cancellation);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatabaseBackup.WriteAsync(Database, Path.Combine(folder, "none.backup"), Time, stopped.Token));
        Assert.Equal([File], Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task A_night_makes_one_backup_and_a_week_keeps_seven()
    {
        var nightly = new NightlyBackups(Database, Path.Combine(folder, "nights"), keep: 7, Time);
        Assert.Null(await nightly.RunAsync(Cancellation));
        for (var night = 0; night < 9; night++)
        {
            Time.Now = Time.Now.AddDays(1);
            Assert.NotNull(await nightly.RunAsync(Cancellation));
            Assert.Null(await nightly.RunAsync(Cancellation));
        }
        Assert.Equal(7, Directory.EnumerateFiles(Path.Combine(folder, "nights"), "bordermap-*.backup").Count());
    }

    private static async Task<Exception?> FaultAsync(string file)
    {
        var fault = await Record.ExceptionAsync(() => BackupFile.VerifyAsync(file, SqlFiles.AllMigrations[^1].Version, Cancellation));
        Assert.True(fault is null or BackupException, $"{fault}");
        return fault;
    }

    private static async Task<byte[]> DumpAsync(string file)
    {
        using var dump = new MemoryStream();
        await BackupFile.CopyDumpAsync(file, dump, Cancellation);
        return SHA256.HashData(dump.ToArray());
    }

    /// <summary>As a program of another time would have written it: the hash fits.</summary>
    private async Task RewriteManifestAsync(Func<string, string> rewrite)
    {
        using var archive = ZipFile.Open(File, ZipArchiveMode.Update);
        var entry = archive.GetEntry("manifest.json")!;
        string json;
        using (var reader = new StreamReader(entry.Open()))
            json = rewrite(await reader.ReadToEndAsync(Cancellation));
        entry.Delete();
        await using (var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open()))
            await writer.WriteAsync(json);
        archive.Comment = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    private static async Task<List<string>> AskAsync(Database database, string sql)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(Cancellation);
        return await connection.QueryAsync(sql, [], reader => reader.GetString(0), Cancellation);
    }
}
