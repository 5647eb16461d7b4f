using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Who did it, to whom: by where a name stands to the act.</summary>
public sealed class PartyTests
{
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static Draft One(string text) => Assert.Single(Repository.Extractor.Extract(new Report(text) { Published = Day }).Drafts);

    [Theory]
    [InlineData("Mortar shells fired from the Pakistani side landed in the Dangam district of Kunar on Tuesday, wounding two women, police said.", "pak-military", ActorRole.Initiator)]
    [InlineData("Pakistani posts were attacked by Taliban fighters near the Kharlachi crossing on Tuesday.", "pak-security-forces", ActorRole.Target)]
    [InlineData("Afghan border guards came under fire near the Kharlachi crossing on Tuesday.", "afg-taliban-forces", ActorRole.Target)]
    [InlineData("Pakistani jets struck a house in the Spera district of Khost on Tuesday.", "pak-military", ActorRole.Initiator)]
    public void Tells_who_did_it_from_whom_it_was_done_to(string text, string actor, ActorRole role) => Assert.Contains((actor, role), One(text).Actors.Select(found => (found.Actor, found.Role)));

    [Theory]
    [InlineData("Kabul condemned the Pakistani airstrikes that hit the Spera district of Khost on Tuesday.")]
    [InlineData("The Pakistani airstrikes on the Spera district of Khost on Tuesday were condemned by Kabul.")]
    public void Who_condemns_an_act_has_no_part_in_it(string text) => Assert.DoesNotContain("afg-taliban-government", One(text).Actors.Select(actor => actor.Actor));

    [Fact]
    public void Ground_and_people_are_no_party()
    {
        var draft = One("Pakistani jets violated Afghan airspace and bombed a house in the Spera district of Khost on Tuesday.");

        Assert.Equal(["pak-military"], draft.Actors.Select(actor => actor.Actor));
    }
}
