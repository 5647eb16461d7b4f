using BorderMap.Incidents.Model;
using static BorderMap.Incidents.Tests.Given;

namespace BorderMap.Incidents.Tests;

public class GradingTests
{
    private static readonly Claim Denial = new() { About = ClaimAbout.Occurrence, Stance = Stance.Denies, Claimant = "ispr" };
    private static readonly Claim CiviliansKilled = Killed("afg-government", AfCivilians, Exactly(10));

    [Fact]
    public void Denied_by_the_accused_and_not_admitted_is_contested() =>
        AssertGrade(Grade.Contested, "denied by the accused (ISPR) and not admitted", Strike([CiviliansKilled, Denial], "Dawn", "BBC", "Reuters"));

    [Fact]
    public void Denied_by_the_accused_and_admitted_later_is_not_contested() =>
        AssertGrade(Grade.Confirmed, "the acting side admits it: said by Government of Pakistan",
            Strike([CiviliansKilled, Denial, new() { About = ClaimAbout.Author, Claimant = "pak-state" }], "Dawn"));

    [Fact]
    public void A_denial_that_was_superseded_does_not_contest() =>
        AssertGrade(Grade.Fair, "2 independent publishers report it",
            Strike([CiviliansKilled, Denial with { Id = "c-denial" }, new() { About = ClaimAbout.Target, Claimant = "ispr", Supersedes = "c-denial", Stance = Stance.Denies }], "Dawn", "BBC"));

    [Theory]
    [InlineData(ClaimAbout.Author)]
    [InlineData(ClaimAbout.Target)]
    [InlineData(ClaimAbout.Toll)]
    public void A_denial_of_something_else_than_the_occurrence_does_not_contest(ClaimAbout about) =>
        AssertGrade(Grade.Fair, "2 independent publishers report it", Strike([CiviliansKilled, Denial with { About = about }], "Dawn", "BBC"));

    [Fact]
    public void A_denial_by_somebody_who_is_not_accused_does_not_contest() =>
        AssertGrade(Grade.Fair, "2 independent publishers report it", Strike([CiviliansKilled, Denial with { Claimant = "ttp" }], "Dawn", "BBC"));

    [Fact]
    public void Every_source_withdrawn_or_discounted_is_discounted()
    {
        var sources = Sources("Dawn", "BBC");
        sources["s-0"] = sources["s-0"] with { Withdrawn = true };
        sources["s-1"] = sources["s-1"] with { Discounted = true };
        Assert.Equal(new(Grade.Discounted, "every source is withdrawn or discounted"), Grading.Of(Incident([CiviliansKilled], sources), sources, Actors));
    }

    [Fact]
    public void One_source_withdrawn_leaves_the_others()
    {
        var sources = Sources("Dawn", "BBC");
        sources["s-0"] = sources["s-0"] with { Withdrawn = true };
        Assert.Equal(new(Grade.Weak, "one publisher reports it: BBC"), Grading.Of(Incident([CiviliansKilled], sources), sources, Actors));
    }

    [Fact]
    public void Losses_among_its_own_combatants_are_an_admission() =>
        AssertGrade(Grade.Confirmed, "the harmed side admits it: losses of its own, by ISPR", Strike([Killed("ispr", PkSoldiers, Exactly(23))], "Dawn"));

    [Fact]
    public void No_losses_are_no_admission() =>
        AssertGrade(Grade.Weak, "one publisher reports it: Dawn", Strike([Killed("ispr", PkSoldiers, Exactly(0))], "Dawn"));

    [Fact]
    public void Losses_of_the_other_side_are_no_admission() =>
        AssertGrade(Grade.Weak, "one publisher reports it: Dawn", Strike([Killed("ispr", AfSoldiers, Exactly(200))], "Dawn"));

    [Fact]
    public void Figures_of_the_acting_side_are_an_admission_when_the_other_side_gives_figures_too() =>
        AssertGrade(Grade.Confirmed, "the acting side admits it: figures by ISPR, and by the other side too",
            Strike([CiviliansKilled, Killed("ispr", new("PK", "armed_group"), Exactly(50))], "Dawn"));

    [Fact]
    public void A_deed_that_the_other_side_denies_to_have_happened_is_a_boast()
    {
        Claim boast = new() { About = ClaimAbout.Author, Claimant = "ispr" }, denial = new() { About = ClaimAbout.Occurrence, Stance = Stance.Denies, Claimant = "afg-government" };
        AssertGrade(Grade.Weak, "one publisher reports it: Dawn", Strike([boast, denial], "Dawn"));
        AssertGrade(Grade.Confirmed, "the acting side admits it: said by ISPR", Strike([boast, denial with { Claimant = "ttp" }], "Dawn"));
    }

    [Fact]
    public void An_admission_in_a_withdrawn_source_does_not_count()
    {
        var sources = Sources("Dawn", "BBC");
        sources["s-0"] = sources["s-0"] with { Withdrawn = true };
        var claims = new[] { Killed("ispr", PkSoldiers, Exactly(23)) with { Source = "s-0" } };
        Assert.Equal(Grade.Weak, Grading.Of(Incident(claims, sources), sources, Actors).Grade);
    }

    [Fact]
    public void Three_independent_publishers_confirm() =>
        AssertGrade(Grade.Confirmed, "3 independent publishers report it", Strike([CiviliansKilled], "Dawn", "BBC", "Reuters"));

    [Fact]
    public void Two_independent_publishers_are_fair() =>
        AssertGrade(Grade.Fair, "2 independent publishers report it", Strike([CiviliansKilled], "Dawn", "BBC", " dawn "));

    [Fact]
    public void A_wire_counts_once_whoever_prints_it()
    {
        var sources = Sources("Dawn", "France 24", "The Hindu");
        foreach (var id in sources.Keys.ToList())
            sources[id] = sources[id] with { Origin = "AFP" };
        Assert.Equal(new(Grade.Weak, "one publisher reports it: AFP"), Grading.Of(Incident([CiviliansKilled], sources), sources, Actors));
    }

    [Fact]
    public void A_dataset_and_its_estimate_do_not_count()
    {
        var sources = Sources("UCDP");
        sources["s-0"] = sources["s-0"] with { OwnReporting = false };
        var incident = Incident([], sources) with { Estimates = [new() { By = "UCDP", Best = 20 }] };
        Assert.Equal(new(Grade.Weak, "no publisher with reporting of its own is recorded"), Grading.Of(incident, sources, Actors));
    }

    [Fact]
    public void Nothing_recorded_is_weak() =>
        AssertGrade(Grade.Weak, "no publisher with reporting of its own is recorded", Strike([]));

    [Fact]
    public void A_toll_that_the_harmed_side_gives_itself_is_admitted_and_the_larger_one_of_the_enemy_disputed()
    {
        Claim own = Killed("ispr", PkSoldiers, Exactly(23)), enemy = Killed("afg-government", PkSoldiers, Exactly(58));
        Assert.Equal(ClaimStanding.Admitted, Standing(own, own, enemy));
        Assert.Equal(ClaimStanding.Disputed, Standing(enemy, own, enemy));
    }

    [Fact]
    public void A_toll_that_meets_what_the_harmed_side_admits_is_admitted()
    {
        Claim own = Killed("ispr", PkSoldiers, AtLeast(20)), enemy = Killed("afg-government", PkSoldiers, Exactly(58));
        Assert.Equal(ClaimStanding.Admitted, Standing(enemy, own, enemy));
    }

    [Fact]
    public void An_admission_of_something_else_admits_nothing()
    {
        Claim wounded = new() { Claimant = "pak-state", Group = PkSoldiers, Injured = Exactly(4) }, own = Killed("ispr", PkSoldiers, Exactly(12)), enemy = Killed("ttp", PkSoldiers, Exactly(30));
        Assert.Equal(ClaimStanding.Disputed, Standing(enemy, wounded, own, enemy));
        Assert.Equal(ClaimStanding.Single, Standing(enemy, wounded, enemy));
    }

    [Fact]
    public void Who_owns_up_to_a_deed_does_not_bear_out_another_who_blames_somebody()
    {
        Claim admits = new() { About = ClaimAbout.Author, Claimant = "ispr" }, blames = new() { About = ClaimAbout.Author, Claimant = "afg-government" };
        Assert.Equal(ClaimStanding.Admitted, Standing(admits, admits, blames));
        Assert.Equal(ClaimStanding.Single, Standing(blames, admits, blames));
    }

    [Fact]
    public void What_another_side_denies_is_disputed()
    {
        var told = new Claim { About = ClaimAbout.Author, Claimant = "afg-government" };
        var denied = new Claim { About = ClaimAbout.Author, Claimant = "ispr", Stance = Stance.Denies };
        Assert.Equal(ClaimStanding.Disputed, Standing(told, told, denied));
        Assert.Equal(ClaimStanding.Disputed, Standing(denied, told, denied));
    }

    [Fact]
    public void Figures_about_different_groups_do_not_dispute_one_another()
    {
        Claim a = Killed("press", PkSoldiers, Exactly(3)), b = Killed("un", AfCivilians, Exactly(9));
        Assert.Equal(ClaimStanding.Single, Standing(a, a, b));
    }

    [Fact]
    public void Two_organs_of_one_state_do_not_dispute_one_another()
    {
        Claim a = Killed("ispr", AfSoldiers, Exactly(200)), b = Killed("pak-state", AfSoldiers, Exactly(133));
        Assert.Equal(ClaimStanding.Single, Standing(a, a, b));
    }

    private static ClaimStanding Standing(Claim claim, params Claim[] claims) =>
        Grading.StandingOf(claim, claims, [Takes("pak-military", ActorRole.Initiator), Takes("afg-forces", ActorRole.Target)], Actors);

    private static void AssertGrade(Grade grade, string reason, (Incident Incident, Dictionary<string, Source> Sources) given) =>
        Assert.Equal(new(grade, reason), Grading.Of(given.Incident, given.Sources, Actors));

    private static (Incident, Dictionary<string, Source>) Strike(IReadOnlyList<Claim> claims, params string[] publishers)
    {
        var sources = Sources(publishers);
        return (Incident(claims, sources), sources);
    }

    private static Dictionary<string, Source> Sources(params string[] publishers) =>
        publishers.Select((p, i) => Source($"s-{i}", p)).ToDictionary(s => s.Id);

    private static Incident Incident(IReadOnlyList<Claim> claims, Dictionary<string, Source> sources) => new()
    {
        Title = "Strike",
        Kind = "airstrike",
        Claims = claims,
        Actors = [Takes("pak-military", ActorRole.Initiator), Takes("afg-forces", ActorRole.Target)],
        Sources = [.. sources.Keys.Select(id => new SourceUse(id))],
    };
}
