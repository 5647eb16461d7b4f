using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

public class VocabularyTests
{
    [Theory]
    [InlineData("combat", "armed_clash ground_attack cross_border_fire shelling rocket_attack post_capture ceasefire_violation")]
    [InlineData("air", "airstrike drone_strike drone_shootdown airspace_violation")]
    [InlineData("explosive", "bombing ied_attack mine_blast suicide_attack")]
    [InlineData("infiltration", "infiltration")]
    [InlineData("killing", "targeted_killing")]
    [InlineData("custody", "detention abduction release")]
    [InlineData("crossing", "crossing_closure crossing_reopening")]
    [InlineData("truce", "ceasefire")]
    [InlineData("fence", "fence_dispute")]
    [InlineData("other", "violence_unspecified other")]
    public void A_family_holds_its_kinds_and_no_others(string family, string kinds) => Assert.Equal(kinds.Split(' '), Kinds.InFamily(family));

    [Fact]
    public void Every_kind_has_a_family_that_has_a_label() =>
        Assert.All(Kinds.All, k => Assert.Contains(Kinds.Families, f => f.Family == Kinds.FamilyOf(k.Kind) && f.Label.Length > 0));

    [Fact]
    public void An_unknown_kind_is_not_found()
    {
        Assert.Null(Kinds.Find("skirmish"));
        Assert.Throws<ArgumentException>(() => Kinds.FamilyOf("skirmish"));
    }

    [Theory]
    [InlineData("AF", "all", "AF", "soldiers", true)]
    [InlineData(null, "all", "AF", "soldiers", true)]
    [InlineData(null, "civilians", "PK", "children", true)]
    [InlineData("AF", "combatants", "AF", "police", true)]
    [InlineData("AF", "soldiers", "AF", "all", false)]
    [InlineData("AF", "all", null, "soldiers", false)]
    [InlineData("AF", "all", "PK", "soldiers", false)]
    public void A_group_holds_what_lies_below_it(string? outerSide, string outer, string? innerSide, string inner, bool holds) =>
        Assert.Equal(holds, Groups.Holds(new(outerSide, outer), new(innerSide, inner)));

    [Theory]
    [InlineData("AF", "soldiers", "PK", "soldiers", true)]
    [InlineData("AF", "women", "AF", "children", true)]
    [InlineData(null, "soldiers", "AF", "civilians", true)]
    [InlineData("AF", "women", "AF", "journalists", false)]
    [InlineData("AF", "journalists", "AF", "women", false)]
    [InlineData(null, "soldiers", "AF", "soldiers", false)]
    [InlineData("AF", "all", "AF", "women", false)]
    [InlineData("AF", "soldiers", "AF", "armed_group", true)]
    public void Groups_are_disjoint_when_nobody_can_be_in_both(string? sideA, string a, string? sideB, string b, bool disjoint) =>
        Assert.Equal(disjoint, Groups.Disjoint(new HarmedGroup(sideA, a), new HarmedGroup(sideB, b)));

    [Fact]
    public void A_group_is_named_in_words() => Assert.Equal("civilians, Afghan side", Groups.LabelOf(new("AF", "civilians")));
}
