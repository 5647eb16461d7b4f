using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Tests;

/// <summary>A source that is delayed, generalised or withheld, on the way into the public tables.</summary>
public sealed class SourceSensitivityTests(TestCluster cluster) : StoreTest(cluster)
{
    private static readonly Source Witness = new() { Id = "s-cccccccccc", Publisher = "A witness", Title = "SENTINEL testimony", Notes = "SENTINEL note" };

    [Fact]
    public async Task What_rests_on_a_delayed_source_becomes_public_when_the_delay_ends()
    {
        var end = Time.Now.AddDays(3);
        await ImportAsync(Witness with { Sensitivity = new() { PublicFrom = end } }, Samples.Escalation with { Sources = [new(Witness.Id)], Claims = [Samples.Toll(30, Witness.Id, "c-eeeeeeeeee")] });
        var alone = await SaveAsync(Samples.Clash("SENTINEL clash") with { Sources = [new(Witness.Id)], Claims = [] });
        var both = await SaveAsync(Samples.Clash() with { Claims = [Samples.Toll(3, Samples.Paper.Id, "c-aaaaaaaaaa"), Samples.Toll(9, Witness.Id, "c-bbbbbbbbbb")] });

        Assert.DoesNotContain("SENTINEL", await EverythingPublicAsync(alone.Id, both.Id), StringComparison.Ordinal);
        Assert.Equal(end, await Store.NextDueAsync(Cancellation));
        Time.Now = end - TimeSpan.FromSeconds(1);
        Assert.Equal(0, await Store.PublishDueAsync(Cancellation));

        Time.Now = end;
        Assert.Equal(2, await Store.PublishDueAsync(Cancellation));
        Assert.Null(await Store.NextDueAsync(Cancellation));
        Assert.Equal(2, (await PageAsync(IncidentFilter.All with { Q = "clash" })).Features.Count);
        Assert.Contains("\"killed_high\":9", string.Join('\n', (await PageAsync()).Features), StringComparison.Ordinal);
        Assert.Contains(await Reader.SourcesAsync(null, 10, null, Cancellation), source => source.Contains("SENTINEL testimony", StringComparison.Ordinal));
        Assert.Contains("c-eeeeeeeeee", await Reader.EpisodeAsync(Samples.Escalation.Id, null, Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("SENTINEL note", await EverythingPublicAsync(alone.Id, both.Id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ShowAs.Withheld)]
    [InlineData(ShowAs.District)]
    public async Task A_source_that_is_restricted_afterwards_takes_what_rested_on_it_out_of_earlier_versions_too(ShowAs showAs)
    {
        await ImportAsync(Witness, Samples.Escalation);
        var incident = Samples.Clash("SENTINEL title") with { Places = [new() { Place = Samples.SpinBoldak, Words = "SENTINEL yard", Lon = 66.4, Lat = 31.0, Precision = PlacePrecision.Exact, RadiusM = 20, Source = Witness.Id }], Sources = [new(Witness.Id)], Claims = [] };
        var saved = await SaveAsync(incident);
        await SaveAsync(saved with { Title = "SENTINEL other title" });
        Assert.Contains("SENTINEL", await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);

        await ImportAsync(Witness with { Sensitivity = new() { ShowAs = showAs } }, Samples.Escalation);

        Assert.DoesNotContain("SENTINEL", await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
        Assert.Equal(showAs == ShowAs.District ? 1 : 0, (await PageAsync()).Features.Count);
    }

    private async Task ImportAsync(Source source, Episode episode) =>
        Assert.Empty((await ImportAsync(Samples.FileOf([Samples.Army, Samples.Fighters], [Samples.Paper, Samples.Radio, source], [episode], []))).Problems);
}
