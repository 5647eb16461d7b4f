using BorderMap.Reports.Happenings;
using BorderMap.Reports.Learnt;

namespace BorderMap.Reports.Tests;

/// <summary>Which of the happenings put together stand, when all of the text is read.</summary>
public sealed class StandingTests
{
    private const string Two = "Pakistani jets bombed a house in Barmal district of Paktika on Tuesday night, killing three people. Mortar shells fired from Pakistan hit Sirkanay district of Kunar on Wednesday, wounding two farmers.";

    private static readonly DateOnly Day = new(2025, 10, 16);

    /// <summary>Weights by which what is told of a kind is none, or told again of another.</summary>
    private static Extractor Told(string kind, float none, float again) => new(Repository.Atlas, Models.Embedded with { Standings = Weights.Of(Assembly.Standings, [("bias", [0, 0, 3]), ($"kind {kind}", [none, again, 0])]) });

    [Fact]
    public void By_rules_alone_all_that_was_put_together_stands()
    {
        var drafts = new Extractor(Repository.Atlas, Models.None).Extract(new Report(Two) { Published = Day }).Drafts;

        Assert.Equal(["airstrike", "shelling"], drafts.Select(draft => draft.Kind));
    }

    [Fact]
    public void What_hardly_stands_is_left_out_and_says_so()
    {
        var extraction = Told("shelling", none: 9, again: 0).Extract(new Report(Two) { Published = Day });

        Assert.Equal(["airstrike"], extraction.Drafts.Select(draft => draft.Kind));
        Assert.Contains(extraction.LeftOut, left => left.Why is "hardly stands by itself");
    }

    private const string Shelled = "Mortar shells fired from Pakistan hit Sirkanay district of Kunar on Wednesday, killing a girl. ";

    [Fact]
    public void What_is_told_again_goes_to_the_one_that_it_tells()
    {
        var report = new Report(Shelled + "In Asmar district of Kunar, Afghan and Pakistani border guards exchanged fire on Monday.") { Published = Day };

        Assert.Equal(2, Told("none of them", none: 0, again: 0).Extract(report).Drafts.Count);
        Assert.Equal(2, Assert.Single(Told("armed_clash", none: 0, again: 9).Extract(report).Drafts).Evidence.Count);
    }

    [Fact]
    public void What_has_a_place_and_figures_of_its_own_is_told_apart_however_alike() =>
        Assert.Equal(2, Told("armed_clash", none: 0, again: 9).Extract(new Report(Shelled + "In Asmar district of Kunar, two men were wounded on Monday in an exchange of fire between Afghan and Pakistani border guards.") { Published = Day }).Drafts.Count);

    [Fact]
    public void Nothing_is_put_to_a_happening_that_is_left_out_itself()
    {
        var extraction = Told("shelling", none: 0, again: 9).Extract(new Report(Two) { Published = Day });

        Assert.Equal(["airstrike"], extraction.Drafts.Select(draft => draft.Kind));
    }
}
