using BorderMap.PostGis.Backup;

namespace BorderMap.PostGis.Tests.Backup;

public class NightlyPlanTests
{
    [Theory]
    [InlineData(null, "2025-11-21T10:00Z", "2025-11-21T21:59Z", false)]
    [InlineData(null, "2025-11-21T10:00Z", "2025-11-21T22:00Z", true)]
    [InlineData(null, "2025-11-21T23:00Z", "2025-11-22T21:00Z", false)]
    [InlineData("2025-11-20T22:00Z", "2025-11-21T10:00Z", "2025-11-21T10:10Z", false)]
    [InlineData("2025-11-19T22:00Z", "2025-11-21T10:00Z", "2025-11-21T10:10Z", true)]
    [InlineData("2025-11-21T22:00Z", "2025-11-01T10:00Z", "2025-11-22T21:59Z", false)]
    [InlineData("2025-11-21T22:00Z", "2025-11-01T10:00Z", "2025-11-22T22:00Z", true)]
    public void A_backup_is_due_when_a_night_has_passed(string? newest, string started, string now, bool due) =>
        Assert.Equal(due, NightlyPlan.IsDue(newest is null ? null : DateTimeOffset.Parse(newest), DateTimeOffset.Parse(started), DateTimeOffset.Parse(now)));

    [Fact]
    public void A_name_holds_its_instant_and_other_names_none()
    {
        var at = new DateTimeOffset(2025, 11, 21, 22, 0, 5, TimeSpan.Zero);
        Assert.Equal("bordermap-2025-11-21T220005Z.backup", NightlyPlan.NameAt(at));
        Assert.Equal(at, NightlyPlan.InstantOf(NightlyPlan.NameAt(at)));
        Assert.All(["mine.backup", "bordermap-before-move.backup", "bordermap-2025-11-21T220005Z.backup.partial", ".lock"], name => Assert.Null(NightlyPlan.InstantOf(name)));
    }

    [Fact]
    public void What_goes_are_the_oldest_of_its_own() => Assert.Equal(
        ["bordermap-2025-11-01T220000Z.backup"],
        NightlyPlan.Superfluous(["bordermap-2025-11-03T220000Z.backup", "bordermap-2025-11-01T220000Z.backup", "keep-me.backup", "bordermap-2025-11-02T220000Z.backup"], 2));
}
