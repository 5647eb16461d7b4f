
namespace BorderMap.PostGis.Tests;

/// <summary>Versions, the writers' lock, and the order of what appears.</summary>
public sealed class WriteTests(TestCluster cluster) : StoreTest(cluster)
{
    [Fact]
    public async Task Versions_count_from_one_and_the_audit_trail_keeps_each()
    {
        var saved = await SaveAsync(Samples.Clash());
        Assert.Matches("^i-[a-z2-7]{10}$", saved.Id);
        saved = await SaveAsync(saved with { Title = "Clash near the gate" });
        Assert.Equal(2, saved.Version);
        Assert.Equal(["Clash at the gate", "Clash near the gate"],
            await AskAsync<string>($"select doc->>'title' from change where id = '{saved.Id}' order by seq"));
    }

    [Fact]
    public async Task What_an_editor_reads_carries_the_version_and_what_the_rules_derive()
    {
        var saved = await SaveAsync(Samples.Clash());
        var read = await Store.FindAsync(saved.Id, Cancellation);
        Assert.Equal(1, read!.Version);
        Assert.Equal(3, read.Derived!.KilledLow);
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_the_current_document()
    {
        var first = await SaveAsync(Samples.Clash());
        await SaveAsync(first with { Title = "Mine" });
        var stale = Assert.IsType<SaveResult.Stale>(await Store.SaveAsync(first with { Title = "Yours" }, first.Version, "other", "late", Cancellation));
        Assert.Equal(("Mine", 2), (stale.Current.Title, stale.Current.Version));
        Assert.IsType<SaveResult.Stale>(await Store.SaveAsync(first, null, "other", "no version", Cancellation));
    }

    [Fact]
    public async Task Of_many_editors_with_the_same_version_one_wins()
    {
        var saved = await SaveAsync(Samples.Clash());
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Store.SaveAsync(saved with { Title = $"Title {i}" }, 1, "tester", "race", Cancellation)));
        Assert.Single(results.OfType<SaveResult.Saved>());
        Assert.Equal(7, results.OfType<SaveResult.Stale>().Count());
    }

    [Fact]
    public async Task An_unknown_id_is_missing_and_a_broken_document_names_its_fields()
    {
        Assert.IsType<SaveResult.Missing>(await Store.SaveAsync(Samples.Clash(id: "i-aaaaaaaaaa"), 1, "tester", "test", Cancellation));
        var invalid = Assert.IsType<SaveResult.Invalid>(await Store.SaveAsync(Samples.Clash() with { Kind = "quarrel" }, null, "tester", "test", Cancellation));
        Assert.Contains(invalid.Problems, problem => problem.Field == "kind");
    }

    [Fact]
    public async Task A_source_key_belongs_to_one_incident()
    {
        await SaveAsync(Samples.Clash() with { SourceKeys = ["test:1"] });
        var invalid = Assert.IsType<SaveResult.Invalid>(await Store.SaveAsync(Samples.Clash() with { SourceKeys = ["test:1"] }, null, "tester", "test", Cancellation));
        Assert.Equal("source_keys", invalid.Problems.Single().Field);
    }

    [Fact]
    public async Task An_editor_waits_five_seconds_for_another_writer_and_is_then_told_that_it_is_busy()
    {
        await using var connection = await Database.Editor.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@lock)", [new("lock", Writing.WriteSession.WritersLock)], Cancellation);
        Assert.IsType<SaveResult.Busy>(await Store.SaveAsync(Samples.Clash(), null, "tester", "test", Cancellation));
        await transaction.RollbackAsync(Cancellation);
        Assert.IsType<SaveResult.Saved>(await Store.SaveAsync(Samples.Clash(), null, "tester", "test", Cancellation));
    }

    [Fact]
    public async Task A_reader_of_changes_misses_none_of_many_concurrent_commits()
    {
        const int Writers = 10, Each = 40;
        var reading = ReadChangesUntilAsync(Writers * Each);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                while (await Store.SaveAsync(Samples.Clash($"Clash {writer} {i}"), null, "tester", "race", Cancellation) is SaveResult.Busy)
                    continue;
        }, Cancellation)));
        var seen = await reading;
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(n => (long)n), seen);
    }

    private async Task<List<long>> ReadChangesUntilAsync(int count)
    {
        var (seen, since) = (new List<long>(), 0L);
        while (seen.Count < count)
        {
            var page = await Reader.ChangesAsync(since, 7, Cancellation);
            seen.AddRange(page.Changes.Select(change => change.Pub));
            since = page.Pub;
        }
        return seen;
    }
}
