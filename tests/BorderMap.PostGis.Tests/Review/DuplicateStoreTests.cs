using BorderMap.Incidents.Model;
using BorderMap.PostGis.Review;

namespace BorderMap.PostGis.Tests.Review;

public sealed class DuplicateStoreTests(TestCluster cluster) : StoreTest(cluster)
{
    private DuplicateStore Duplicates => new(Database, Samples.Atlas, Time);

    [Fact]
    public async Task A_document_that_is_being_written_finds_what_it_may_repeat_hidden_ones_too_and_says_why()
    {
        var published = await SaveAsync(Samples.Clash());
        var draft = await SaveAsync(Samples.Clash("A draft") with { Status = IncidentStatus.Draft });
        var withheld = await SaveAsync(Samples.Clash("Withheld") with { Sensitivity = new() { ShowAs = ShowAs.Withheld } });
        await SaveAsync(Samples.Clash("Another place", Samples.SpinBoldak));
        await SaveAsync(Samples.Clash("Another month", day: new(2025, 5, 4)));

        var found = await Duplicates.FindAsync(Samples.Clash("Being written"), Cancellation);

        Assert.Equal([.. new[] { published.Id, draft.Id, withheld.Id }.Order(StringComparer.Ordinal)], found.Select(one => one.Other.Id).Order(StringComparer.Ordinal));
        Assert.All(found, one => Assert.Contains("same day", one.Likeness.Reasons));
        Assert.DoesNotContain(draft.Id, (await Duplicates.FindAsync(draft, Cancellation)).Select(one => one.Other.Id));
    }

    [Fact]
    public async Task A_document_without_date_or_place_finds_nothing_and_breaks_nothing()
    {
        var clash = Samples.Clash();
        await SaveAsync(clash with { Places = [clash.Places[0] with { Lon = 71.08, Lat = 34.13 }] });

        Assert.Empty(await Duplicates.FindAsync(new Incident { Title = "", Kind = "" }, Cancellation));
        Assert.Empty(await Duplicates.FindAsync(Samples.Clash() with { Places = [] }, Cancellation));
    }

    [Fact]
    public async Task The_search_keeps_pairs_until_one_of_the_two_is_written_again_or_somebody_parts_them()
    {
        var (one, other, third) = (await SaveAsync(Samples.Clash("One")), await SaveAsync(Samples.Clash("Other")), await SaveAsync(Samples.Clash("Third", day: new(2025, 3, 20))));
        await SearchAsync();
        Assert.Equal([Pair(one, other)], await PairsAsync());
        Assert.Equal(0, await Duplicates.SearchAsync(Cancellation));

        var moved = await SaveAsync(other with { Date = third.Date });
        Assert.Empty(await PairsAsync());
        await SearchAsync();
        Assert.Equal([Pair(moved, third)], await PairsAsync());

        Assert.True(await Duplicates.PartAsync(third.Id, moved.Id, "editor", "two nights", Cancellation));
        Assert.Empty(await PairsAsync());
        await SaveAsync(moved with { Title = "Written again" });
        await SearchAsync();
        Assert.Empty(await PairsAsync());
        Assert.Empty(await Duplicates.FindAsync(moved, Cancellation));
        Assert.Equal(["editor: two nights"], await AskAsync<string>("select by || ': ' || why from different_incidents"));
        Assert.False(await Duplicates.PartAsync(third.Id, "i-2222222222", "editor", "no such", Cancellation));

        Assert.True(await Duplicates.UnpartAsync(third.Id, moved.Id, Cancellation));
        Assert.Equal([Pair(moved, third)], await PairsAsync());
        Assert.NotEmpty(await Duplicates.FindAsync(moved, Cancellation));
        Assert.False(await Duplicates.UnpartAsync(third.Id, moved.Id, Cancellation));
    }

    [Fact]
    public async Task What_is_retracted_merged_or_redacted_is_no_duplicate_of_anything()
    {
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
            ids.Add((await SaveAsync(Samples.Clash($"Clash {i}"))).Id);
        await SearchAsync();
        Assert.Equal(6, (await PairsAsync()).Count);

        Assert.IsType<SaveResult.Saved>(await Store.RetractAsync(ids[0], null, RetractFor.Error, "wrong", "editor", Cancellation));
        Assert.IsType<SaveResult.Saved>(await Store.RedactAsync(ids[1], "asked for", "editor", Cancellation));
        Assert.Single(await PairsAsync());
        Assert.IsType<SaveResult.Saved>(await Store.MergeAsync(ids[2], ids[3], "editor", "same", Cancellation));
        await SearchAsync();

        Assert.Empty(await PairsAsync());
        Assert.Equal([ids[3]], (await Duplicates.FindAsync(Samples.Clash(), Cancellation)).Select(one => one.Other.Id));
    }

    [Fact]
    public async Task Of_a_day_with_very_many_alike_each_keeps_a_few()
    {
        const int Many = 2 * DuplicateStore.MostKept;
        for (var i = 0; i < Many; i++)
            await SaveAsync(Samples.Clash($"Clash {i}"));
        await SearchAsync();

        var pairs = await PairsAsync();

        Assert.InRange(pairs.Count, Many * DuplicateStore.MostKept / 2, Many * DuplicateStore.MostKept);
        Assert.Equal(Many, pairs.SelectMany(pair => pair.Split(' ')).Distinct().Count());
    }

    private async Task SearchAsync()
    {
        while (await Duplicates.SearchAsync(Cancellation) > 0)
            continue;
    }

    private Task<List<string>> PairsAsync() => AskAsync<string>("select a || ' ' || b from likely_duplicate order by a, b");

    private static string Pair(Incident one, Incident other) => string.Join(' ', new[] { one.Id, other.Id }.Order(StringComparer.Ordinal));
}
