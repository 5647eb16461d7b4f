namespace BorderMap.Reports.Tests;

/// <summary>Pages that tell the newest first, and the offsets into them.</summary>
public sealed class LivePageTests
{
    private const string Page = """
        LIVE: border fighting, 16 October 2025

        18:05 - Five people have died, not three as we had it, the hospital in Chaman now says.

        14:20 - Torkham is closed until further notice, customs officials say.

        09:30 - Afghan and Pakistani forces exchanged fire at Chaman this morning. Three people were killed, a hospital official said.
        """;

    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) });

    [Fact]
    public void The_newest_entry_goes_on_with_the_oldest()
    {
        var clash = Extract(Page).Drafts.Single(draft => draft.Kind is "armed_clash");

        Assert.Equal([3, 5], clash.Claims.Select(claim => claim.Claim.Killed!.Max));
        Assert.Equal(["a hospital official", "the hospital in Chaman"], clash.Claims.Select(claim => claim.Claimant));
    }

    [Fact]
    public void Spans_are_those_of_the_page_as_it_is_written()
    {
        var extraction = Extract(Page);

        Assert.Equal(extraction.Sentences.OrderBy(sentence => sentence.Start), extraction.Sentences);
        Assert.All(extraction.Toponyms, toponym => Assert.Equal(toponym.Text, toponym.Span.Of(Page)));
        Assert.Equal(["Five people have died", "Three people were killed"], extraction.Drafts.SelectMany(draft => draft.Claims).Select(claim => claim.Span).OrderBy(span => span.Start).Select(span => span.Of(Page)));
    }

    [Fact]
    public void A_log_that_goes_forward_is_read_as_it_stands()
    {
        var extraction = Extract("0140 Sarkano, Kunar: mortar shells from the Pakistani side. Two civilians wounded.\n0315 Nari: exchange of fire across the river, no casualties.\n0700 Torkham: gate shut in both directions.");

        Assert.Equal(["shelling", "armed_clash", "crossing_closure"], extraction.Drafts.Select(draft => draft.Kind));
    }
}
