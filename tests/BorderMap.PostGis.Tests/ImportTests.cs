using System.Text;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Desk;

namespace BorderMap.PostGis.Tests;

/// <summary>A file comes in whole or not at all, and twice is once.</summary>
public sealed class ImportTests(TestCluster cluster) : StoreTest(cluster)
{
    private static Incident Keyed(int i, string title = "Clash") => Samples.Clash($"{title} {i}", day: new DateOnly(2025, 1, 1).AddDays(i)) with { SourceKeys = [$"test:{i}"] };

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var first = await ImportAsync(Enumerable.Range(0, 5).Select(i => Keyed(i)));
        Assert.Equal((5, 0, 5), (first.Added, first.Updated, first.Pub));
        var (seq, everything) = (await SeqAsync(), await EverythingPublicAsync());
        var second = await ImportAsync(Enumerable.Range(0, 5).Select(i => Keyed(i)));
        Assert.Equal((0, 0, 5), (second.Added, second.Updated, second.Pub));
        Assert.Equal(10, second.Unchanged);
        Assert.Equal(seq, await SeqAsync());
        Assert.Equal(everything, await EverythingPublicAsync());
    }

    [Fact]
    public async Task A_changed_row_moves_only_its_own_incident()
    {
        await ImportAsync(Enumerable.Range(0, 3).Select(i => Keyed(i)));
        var result = await ImportAsync(Keyed(0), Keyed(1) with { Title = "Renamed" }, Keyed(2));
        Assert.Equal((0, 1, 4), (result.Added, result.Updated, result.Pub));
        Assert.Equal("updated", Assert.Single((await Reader.ChangesAsync(3, 10, Cancellation)).Changes).Kind.ToString().ToLowerInvariant());
    }

    [Fact]
    public async Task Every_bad_row_is_named_and_nothing_is_kept()
    {
        var result = await ImportAsync(Keyed(0), Keyed(1) with { Kind = "quarrel" }, Keyed(2) with { Sources = [new("s-zzzzzzzzzz")] });
        Assert.Contains(result.Problems, problem => problem.Field.StartsWith("incidents[1]", StringComparison.Ordinal) && problem.Field.EndsWith("kind", StringComparison.Ordinal));
        Assert.Contains(result.Problems, problem => problem.Field.StartsWith("incidents[2]", StringComparison.Ordinal));
        Assert.Equal(result.Problems.Count, result.ProblemCount);
        Assert.True(await Store.IsEmptyAsync(Cancellation));
        Assert.Equal(0, result.Pub);
    }

    [Fact]
    public async Task A_key_or_id_given_twice_in_one_file_is_a_problem()
    {
        var keys = await ImportAsync(Keyed(0), Keyed(0, "Other"));
        Assert.Contains(keys.Problems, problem => problem.Value == "test:0" && problem.Message.Contains("incidents[0], incidents[1]", StringComparison.Ordinal));
        var ids = await ImportAsync(Samples.Clash("One", id: "i-aaaaaaaaaa"), Samples.Clash("Two", id: "i-aaaaaaaaaa"));
        Assert.Contains(ids.Problems, problem => problem.Value == "i-aaaaaaaaaa");
    }

    [Fact]
    public async Task An_episode_may_not_take_anothers_key()
    {
        await ImportAsync(Keyed(0));
        var result = await ImportAsync(Samples.FileOf([], [], [Samples.Escalation with { SourceKeys = ["test:0"] }], []));
        Assert.Equal("key-taken", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public async Task Broken_json_keeps_nothing()
    {
        var text = await new StreamReader(Samples.FileOf(Keyed(0), Keyed(1))).ReadToEndAsync(Cancellation);
        var result = await ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(text[..^20])));
        Assert.NotEmpty(result.Problems);
        Assert.True(await Store.IsEmptyAsync(Cancellation));
    }

    [Fact]
    public async Task A_dry_run_counts_and_keeps_nothing()
    {
        var result = await Store.ImportAsync(Samples.FileOf(Keyed(0)), new ImportOptions("tester", "test", DryRun: true), null, Cancellation);
        Assert.Equal((1, 0), (result.Added, result.Pub));
        Assert.True(await Store.IsEmptyAsync(Cancellation));
    }

    [Fact]
    public async Task An_editors_decision_outlives_the_next_import()
    {
        await ImportAsync(Keyed(0), Keyed(1));
        var ids = await AskAsync<string>("select id from source_key order by key");
        await Store.RetractAsync(ids[0], 1, RetractFor.Error, "A drill.", "tester", Cancellation);
        var second = await Store.FindAsync(ids[1], Cancellation);
        await SaveAsync(second! with { Sensitivity = new() { ShowAs = ShowAs.District } });
        await ImportAsync(Keyed(0) with { Title = "Zarghun" }, Keyed(1) with { Title = "Zarghun" });
        Assert.DoesNotContain("Zarghun", await EverythingPublicAsync([.. ids]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_source_shows_in_the_incidents_that_quote_it()
    {
        await ImportAsync(Keyed(0));
        var renamed = Samples.Paper with { Publisher = "The Gazette" };
        var result = await ImportAsync(Samples.FileOf([Samples.Army, Samples.Fighters], [renamed, Samples.Radio], [Samples.Escalation], [Keyed(0)]));
        Assert.Equal((0, 1, 2), (result.Added, result.Updated, result.Pub));
        var id = (await AskAsync<string>("select id from source_key")).Single();
        Assert.Contains("The Gazette", Assert.IsType<PublicIncident.Found>(await Reader.FindAsync(id, null, Cancellation)).Document, StringComparison.Ordinal);
        Assert.Contains("The Gazette", Assert.Single(await Reader.SourcesAsync(null, 10, null, Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_during_an_import_are_kept_and_the_import_too()
    {
        await ImportAsync(Keyed(0), Keyed(1));
        var id = (await AskAsync<string>("select id from source_key where key = 'test:0'")).Single();
        var edits = new EditWhileReading(Samples.FileOf(Keyed(0) with { Kind = "shelling" }, Keyed(2)), async () =>
            await SaveAsync((await Store.FindAsync(id, Cancellation))! with { Title = "Edited" }));
        var result = await ImportAsync(edits);
        Assert.Equal((1, 1), (result.Added, result.Updated));
        Assert.Equal(["Clash 0 armed_clash", "Edited armed_clash", "Edited shelling"],
            await AskAsync<string>($"select concat_ws(' ', doc->>'title', doc->>'kind') from change where id = '{id}' order by version"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Only_a_source_that_the_file_rests_on_makes_an_import_begin_again_when_it_changes_meanwhile(bool isQuoted, int restarts)
    {
        var source = isQuoted ? Samples.Paper with { Publisher = "The Gazette" } : new Source { Id = "s-zzzzzzzzzz", Publisher = "Unheard of", Title = "Of something else" };
        var file = new EditWhileReading(Samples.FileOf(Keyed(0)), async () =>
            Assert.IsType<RelatedResult.Saved>(await Store.SaveAsync(new RelatedDocument.OfSource(source), isQuoted ? 1 : null, "editor", "meanwhile", Cancellation)));
        Assert.Equal(1, (await ImportAsync(file)).Added);
        Assert.Equal(restarts, file.Restarts);
        Assert.Contains(isQuoted ? "The Gazette" : Samples.Paper.Publisher, Assert.Single((await Reader.SourcesAsync(null, 10, null, Cancellation))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_editor_publishes_during_a_first_import_comes_before_it_and_nothing_is_missed()
    {
        var file = new EditWhileReading(Samples.FileOf(Enumerable.Range(0, 3).Select(i => Keyed(i))), () => SaveAsync(Samples.Clash("Meanwhile")));
        Assert.Equal(4, (await ImportAsync(file)).Pub);
        Assert.Equal(0, file.Restarts);
        Assert.Equal(["1 Meanwhile", "2 Clash 0", "3 Clash 1", "4 Clash 2"],
            await AskAsync<string>("select from_pub || ' ' || (feature::jsonb #>> '{properties,title}') from public_incident order by from_pub"));
        Assert.Equal(4, await CountAsync("public_incident join public_incident_place using (id, version, from_pub)"));
        Assert.Equal(3, (await Reader.ChangesAsync(1, 10, Cancellation)).Changes.Count);
    }

    [Fact]
    public async Task The_same_file_twice_at_once_is_once()
    {
        var incidents = Enumerable.Range(0, 40).Select(i => Keyed(i) with { Id = Ids.From(Ids.Incident, $"{i}") }).ToList();
        var results = await Task.WhenAll(ImportAsync(incidents), ImportAsync(Enumerable.Reverse(incidents)));
        Assert.Equal(40, results.Sum(result => result.Added));
        Assert.Equal((40, 40, 40), (await CountAsync("document where kind = 'incident'"), await CountAsync("public_incident"), await CountAsync("source_key")));
        Assert.Equal(40, await Reader.PubAsync(Cancellation));
    }

    [Fact]
    public async Task The_starter_file_comes_in_and_again_without_a_change()
    {
        await using var file = File.OpenRead(Path.Combine(Samples.RepoRoot, "data", "incidents", "starter.json"));
        var first = await ImportAsync(file);
        Assert.Empty(first.Problems);
        Assert.True(first.Added > 200);
        file.Position = 0;
        var second = await ImportAsync(file);
        Assert.Equal((0, 0, first.Pub), (second.Added, second.Updated, second.Pub));
        Assert.Equal(16, (await Reader.EpisodesAsync(null, Cancellation)).Count);
        Assert.Equal(await Reader.CountAsync(IncidentFilter.All, Cancellation), await CountAsync("document where kind = 'incident' and state = 'published'"));
    }

    private async Task<long> SeqAsync() => (await AskAsync<long>("select max(seq) from change")).Single();

    private async Task<long> CountAsync(string from) => (await AskAsync<long>($"select count(*) from {from}")).Single();

    /// <summary>A file during whose reading somebody edits, once everything before its end was read.</summary>
    private sealed class EditWhileReading(Stream file, Func<Task> edit) : Stream
    {
        private bool edited;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => file.Length;
        public override long Position
        {
            get => file.Position;
            set => (file.Position, Restarts) = (value, Restarts + 1);
        }

        public int Restarts { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await file.ReadAsync(buffer, cancellationToken);
            if (read > 0 || edited)
                return read;
            edited = true;
            await edit();
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);
        public override void Flush() => file.Flush();
        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
