using BorderMap.Incidents.Model;
using FsCheck;
using FsCheck.Fluent;
using static BorderMap.Incidents.Tests.Given;

namespace BorderMap.Incidents.Tests;

public class RangesTests
{
    [Fact]
    public void Claimants_of_one_group_span_a_range_and_are_never_added() =>
        Assert.Equal("23–58", Range(Killed("pak-military", PkSoldiers, Exactly(23)), Killed("afg-government", PkSoldiers, Exactly(58))));

    [Fact]
    public void A_missing_maximum_leaves_the_range_open() =>
        Assert.Equal("9–200+", Range(Killed("afg-government", AfSoldiers, Exactly(9)), Killed("pak-military", AfSoldiers, AtLeast(200))));

    [Fact]
    public void An_open_lower_figure_opens_the_range_too() =>
        Assert.Equal("5–20+", Range(Killed("un", AfCivilians, Exactly(20)), Killed("press", AfCivilians, AtLeast(5))));

    [Fact]
    public void Ranges_of_disjoint_groups_are_added_low_to_low_and_high_to_high() =>
        Assert.Equal("32–258+", Range(
            Killed("afg-government", PkSoldiers, Exactly(58)), Killed("pak-military", PkSoldiers, Exactly(23)),
            Killed("afg-government", AfSoldiers, Exactly(9)), Killed("pak-military", AfSoldiers, AtLeast(200))));

    [Fact]
    public void Parts_of_one_claimants_breakdown_are_added() =>
        Assert.Equal("5", Range(
            Killed("un", new("AF", "women"), Exactly(2), part: ClaimPart.Breakdown), Killed("un", new("AF", "children"), Exactly(3), part: ClaimPart.Breakdown)));

    [Fact]
    public void A_total_is_never_added_to_its_parts() =>
        Assert.Equal("7", Range(
            Killed("un", AfCivilians, Exactly(7)),
            Killed("un", new("AF", "women"), Exactly(2), part: ClaimPart.Breakdown), Killed("un", new("AF", "children"), Exactly(3), part: ClaimPart.Breakdown)));

    [Fact]
    public void A_part_does_not_lower_what_was_claimed_for_the_whole() =>
        Assert.Equal("17", Range(Killed("un", AfCivilians, Exactly(17)), Killed("press", new("AF", "children"), Exactly(2))));

    [Fact]
    public void Parts_that_go_above_their_whole_raise_its_high_and_are_not_added_to_it() =>
        Assert.Equal("10–24+", Range(Killed("press", null, Exactly(10)), Killed("pak-military", AfSoldiers, AtLeast(20)), Killed("pak-military", PkSoldiers, Exactly(4))));

    [Fact]
    public void A_claimants_part_of_a_group_is_left_out_where_he_gives_the_groups_total() =>
        Assert.Equal("7", Range(Killed("un", AfCivilians, Exactly(7)), Killed("un", AfCivilians, Exactly(3), part: ClaimPart.Breakdown)));

    [Fact]
    public void Groups_that_may_hold_the_same_people_are_not_added() =>
        Assert.Equal("4", Range(Killed("un", new("AF", "children"), Exactly(4)), Killed("un", new("AF", "students"), Exactly(3))));

    [Fact]
    public void A_group_whose_side_is_not_said_holds_the_sides() =>
        Assert.Equal("6", Range(Killed("un", new(null, "civilians"), Exactly(6)), Killed("un", AfCivilians, Exactly(4)), Killed("un", new("PK", "civilians"), Exactly(2))));

    [Fact]
    public void A_denial_is_not_a_zero() =>
        Assert.Equal("12", Range(Killed("un", AfCivilians, Exactly(12)), Killed("pak-military", AfCivilians, Exactly(0)) with { Stance = Stance.Denies }));

    [Fact]
    public void A_claimed_zero_is_a_figure() =>
        Assert.Equal("0–12", Range(Killed("un", AfCivilians, Exactly(12)), Killed("pak-military", AfCivilians, Exactly(0))));

    [Fact]
    public void A_superseded_figure_does_not_enter() =>
        Assert.Equal("15", Range(Killed("un", AfCivilians, Exactly(8), "c-old"), Killed("un", AfCivilians, Exactly(15)) with { Supersedes = "c-old" }));

    [Fact]
    public void Another_claimant_supersedes_nobody() =>
        Assert.Equal("8–15", Range(Killed("un", AfCivilians, Exactly(8), "c-old"), Killed("press", AfCivilians, Exactly(15)) with { Supersedes = "c-old" }));

    [Fact]
    public void Words_alone_and_claims_about_something_else_are_no_figures() =>
        Assert.Equal(CountRange.None, Ranges.Killed([
            Killed("press", AfCivilians, new(null, null, "dozens")),
            Killed("un", AfCivilians, Exactly(9)) with { About = ClaimAbout.Target },
            new Claim { Claimant = "un", Casualties = Exactly(40) },
        ]));

    [Fact]
    public void A_maximum_alone_starts_at_zero() => Assert.Equal("0–20", Range(Killed("press", AfCivilians, new(null, 20))));

    [Fact]
    public void Killed_and_injured_are_separate() =>
        Assert.Equal(new CountRange(7, 7, false), Ranges.Injured([Killed("un", AfCivilians, Exactly(3)) with { Injured = Exactly(7) }]));

    [Fact]
    public void The_sum_over_incidents_says_how_many_gave_no_figure() =>
        Assert.Equal(new RangeSum(12, 210, true, 3, 1), Ranges.Sum([new(2, 10, false), CountRange.None, new(10, 200, true)]));

    [Fact]
    public void Claimants_about_one_group_are_never_added_or_averaged() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.NonEmptyListOf(Figures)), figures =>
        {
            var range = Ranges.Killed([.. figures.Select((f, i) => Killed($"claimant-{i}", PkSoldiers, f))]);
            return range.Low == figures.Min(f => f.Min) && range.High == figures.Max(f => f.Max ?? f.Min) && range.Open == figures.Any(f => f.Max is null);
        }));

    [Fact]
    public void Denials_and_superseded_claims_never_change_a_range() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.ListOf(Claims)), Arb.From(Gen.ListOf(Claims)), (kept, left) =>
        {
            var others = left.SelectMany((c, i) => i % 2 == 0
                ? [c with { Stance = Stance.Denies }]
                : new[] { c with { Id = $"c-{i}" }, new Claim { About = ClaimAbout.Toll, Claimant = c.Claimant, Supersedes = $"c-{i}" } });
            return Ranges.Killed([.. kept]) == Ranges.Killed([.. kept, .. others]);
        }));

    [Fact]
    public void The_order_of_claims_does_not_matter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.ListOf(Claims)), claims => Ranges.Killed([.. claims]) == Ranges.Killed([.. Enumerable.Reverse(claims)])));

    [Fact]
    public void A_total_is_never_counted_twice() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.ListOf(Claims)), claims =>
        {
            // The whole of everybody, larger than all parts together, swallows them.
            var whole = Killed("press", null, Exactly(100_000));
            return Ranges.Killed([whole, .. claims.Where(c => c.Group is { Side: not null } or { Category: not "all" })]) == new CountRange(100_000, 100_000, false);
        }));

    [Fact]
    public void The_low_never_exceeds_the_high() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Arb.From(Gen.ListOf(Claims)), claims =>
        {
            var range = Ranges.Killed([.. claims]);
            return claims.Count == 0 ? range == CountRange.None : range.Low >= 0 && range.Low <= range.High;
        }));

    private static Gen<Figure> Figures =>
        from min in Gen.Choose(0, 300)
        from more in Gen.Choose(0, 50)
        from open in Gen.Elements(true, false, false)
        select new Figure(min, open ? null : min + more);

    private static Gen<Claim> Claims =>
        from claimant in Gen.Elements("un", "press", "pak-military", "afg-government")
        from side in Gen.Elements(null, "AF", "PK", "other")
        from category in Gen.Elements(Groups.Categories.Select(c => c.Category))
        from figure in Figures
        from part in Gen.Elements(ClaimPart.Total, ClaimPart.Breakdown)
        select Killed(claimant, new(side, category), figure, part: part);

    private static string Range(params Claim[] claims) => Ranges.Killed(claims).ToString();
}
