using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Lifecycle;

namespace BorderMap.Gazetteer.Tests.Build;

public sealed class LifecycleTests
{
    [Fact]
    public void Leads_superseded_entries_along_the_chain_to_the_living_one()
    {
        // As North-West Frontier Province and the tribal areas lead to Khyber Pakhtunkhwa.
        var state = Given.State(Entry(1, [2]), Entry(2, [3]), Entry(3));
        FollowSuccessors.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal([3], state.Entries.Keys);
        Assert.Equal((new Successor(3, "superseded"), new Successor(3, "superseded")), (state.Successors[1], state.Successors[2]));
    }

    [Fact]
    public void An_entry_that_supersedes_itself_or_a_circle_ends_the_search()
    {
        var state = Given.State(Entry(1, [1]), Entry(2, [3]), Entry(3, [2]));
        FollowSuccessors.Do(state, TestContext.Current.CancellationToken);
        Assert.Empty(state.Entries);
        Assert.Empty(state.Successors);
        Assert.Equal(3, state.Report["superseded entries without a successor, dropped"]);
    }

    [Fact]
    public void A_deprecated_entry_leads_to_the_one_with_its_Wikidata_id_or_is_dropped()
    {
        var state = Given.State(Entry(1, wikidata: "Q1", deprecated: true), Entry(2, wikidata: "Q1"), Entry(3, deprecated: true));
        FollowSuccessors.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(new Successor(2, "deprecated"), Assert.Single(state.Successors).Value);
        Assert.Equal([2], state.Entries.Keys);
    }

    [Fact]
    public void Entries_with_one_Wikidata_id_become_one_when_they_lie_together()
    {
        var state = Given.State(
            Entry(1, wikidata: "Q45313", lon: 62.2, name: "Herāt"),
            Entry(2, wikidata: "Q45313", lon: 62.21, name: "Herat", population: 400_000),
            Entry(3, wikidata: "Q45313", lon: 66, name: "Herat"));
        MergeDuplicates.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal([2, 3], state.Entries.Keys);
        Assert.Equal(new Successor(2, "duplicate"), state.Successors[1]);
        Assert.Contains("Herāt", Given.Texts(state.Entries[2]));
    }

    [Fact]
    public void What_led_to_a_duplicate_leads_to_the_one_that_stays()
    {
        var state = Given.State(Entry(1, wikidata: "Q1"), Entry(2, wikidata: "Q1", population: 9));
        state.Successors[5] = new Successor(1, "superseded");
        MergeDuplicates.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(new Successor(2, "superseded"), state.Successors[5]);
    }

    private static Entry Entry(long id, long[]? supersededBy = null, string? wikidata = null, bool deprecated = false, double lon = 70, string name = "A", long population = 0) => new()
    {
        Id = id,
        Kind = PlaceKind.Locality,
        Name = name,
        Country = "AF",
        Lon = lon,
        Lat = 34,
        SupersededBy = supersededBy ?? [],
        WikidataId = wikidata,
        Deprecated = deprecated,
        Population = population,
    };
}
