using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Tests;

/// <summary>What becomes public, and what does not, through every public surface at once.</summary>
public sealed class PublicationTests(TestCluster cluster) : StoreTest(cluster)
{
    private const string Secret = "Zarghun";

    [Fact]
    public async Task A_published_incident_brings_its_episode_sources_and_actors_into_the_open()
    {
        Assert.Empty(await Reader.SourcesAsync(null, 10, null, Cancellation));
        var saved = await SaveAsync(Samples.Clash());
        var page = await PageAsync();
        Assert.Contains("Clash at the gate", Assert.Single(page.Features), StringComparison.Ordinal);
        Assert.Equal(1, page.NumberMatched);
        Assert.Contains(saved.Id, Assert.Single(await Reader.EpisodesAsync(null, Cancellation)), StringComparison.Ordinal);
        Assert.Contains("A clash at the gate", Assert.Single(await Reader.SourcesAsync(null, 10, null, Cancellation)), StringComparison.Ordinal);
        Assert.Equal(2, (await Reader.ActorsAsync(null, Cancellation)).Count);
    }

    [Fact]
    public async Task A_draft_is_nowhere()
    {
        var saved = await SaveAsync(Samples.Clash(Secret) with { Status = IncidentStatus.Draft });
        Assert.Equal(0, await Reader.PubAsync(Cancellation));
        Assert.IsType<PublicIncident.Missing>(await Reader.FindAsync(saved.Id, null, Cancellation));
        Assert.DoesNotContain(Secret, await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embargoed_incident_is_nowhere_until_it_is_due_and_then_a_write_publishes_it()
    {
        var saved = await SaveAsync(Samples.Clash(Secret) with { Sensitivity = new() { PublicFrom = Time.Now.AddHours(1) } });
        Assert.DoesNotContain(Secret, await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
        Assert.Equal(Time.Now.AddHours(1), await Store.NextDueAsync(Cancellation));
        Assert.Equal(0, await Store.PublishDueAsync(Cancellation));
        Time.Now = Time.Now.AddHours(2);
        Assert.Empty((await PageAsync()).Features);
        Assert.Equal(1, await Store.PublishDueAsync(Cancellation));
        Assert.Single((await PageAsync()).Features);
        Assert.Equal(1, await Reader.PubAsync(Cancellation));
        Assert.Null(await Store.NextDueAsync(Cancellation));
    }

    [Fact]
    public async Task An_embargo_set_afterwards_hides_earlier_versions_too()
    {
        var saved = await SaveAsync(Samples.Clash(Secret));
        await SaveAsync(saved with { Sensitivity = new() { PublicFrom = Time.Now.AddHours(1) } });
        Assert.DoesNotContain(Secret, await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
        Assert.IsType<PublicIncident.Gone>(await Reader.FindAsync(saved.Id, null, Cancellation));
    }

    [Fact]
    public async Task Generalising_rewrites_every_earlier_version_and_says_how_many()
    {
        var exact = Samples.Clash(Secret, Samples.SpinBoldak) with { Places = [new() { Place = Samples.SpinBoldak, Lon = 66.41234, Lat = 31.00321, Precision = Gazetteer.PlacePrecision.Exact, RadiusM = 50 }] };
        var saved = await SaveAsync(exact with { Claims = [Samples.Toll(9, Samples.Radio.Id)], Sources = [new(Samples.Radio.Id)] });
        saved = await SaveAsync(saved with { Title = $"{Secret} twice", Claims = [Samples.Toll(9, Samples.Paper.Id)], Sources = [new(Samples.Paper.Id)] });
        var before = await Reader.PubAsync(Cancellation);
        await SaveAsync(saved with { Sensitivity = new() { ShowAs = ShowAs.District } });
        var words = await EverythingPublicAsync(saved.Id);
        foreach (var known in (string[])[Secret, "66.412", "31.003", "A clash at the gate", "example.org/paper", "Fire heard at night"])
            Assert.DoesNotContain(known, words, StringComparison.Ordinal);
        var then = await PageAsync(IncidentFilter.All with { AsOf = before });
        Assert.Single(then.Features);
        Assert.Equal(1, then.Withheld);
        Assert.NotNull(Assert.IsType<PublicIncident.Found>(await Reader.FindAsync(saved.Id, before, Cancellation)).WithheldSince);
    }

    [Fact]
    public async Task Withdrawn_for_harm_it_was_never_there_but_its_id_is_gone()
    {
        var saved = await SaveAsync(Samples.Clash(Secret));
        await SaveAsync(Samples.Clash("Another"));
        await Store.RetractAsync(saved.Id, saved.Version, RetractFor.Harm, $"{Secret} is at risk", "tester", Cancellation);
        Assert.DoesNotContain(Secret, await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
        Assert.IsType<PublicIncident.Gone>(await Reader.FindAsync(saved.Id, null, Cancellation));
        Assert.IsType<PublicIncident.Missing>(await Reader.FindAsync(saved.Id, 1, Cancellation));
        var then = await PageAsync(IncidentFilter.All with { AsOf = 2 });
        Assert.Single(then.Features);
        Assert.Equal(1, then.NumberMatched);
        Assert.Equal(1, then.Withheld);
        Assert.Equal(ChangeKind.Withdrawn, (await Reader.ChangesAsync(2, 10, Cancellation)).Changes.Single().Kind);
    }

    [Fact]
    public async Task Earlier_episodes_and_actors_forget_the_withdrawn_and_keep_the_rest()
    {
        var kept = await SaveAsync(Samples.Clash("Kept"));
        var withdrawn = await SaveAsync(Samples.Clash(Secret) with { Claims = [Samples.Toll(9, Samples.Radio.Id)], Sources = [new(Samples.Radio.Id)] });
        var then = await Reader.PubAsync(Cancellation);
        Assert.Contains(withdrawn.Id, await Reader.EpisodeAsync(Samples.Escalation.Id, then, Cancellation), StringComparison.Ordinal);
        await SaveAsync(kept with { Title = "Kept on" });
        await Store.RetractAsync(withdrawn.Id, withdrawn.Version, RetractFor.Harm, "at risk", "tester", Cancellation);
        var episode = await Reader.EpisodeAsync(Samples.Escalation.Id, then, Cancellation);
        Assert.Contains(kept.Id, episode, StringComparison.Ordinal);
        Assert.DoesNotContain(withdrawn.Id, episode, StringComparison.Ordinal);
        Assert.Single(await Reader.SourcesAsync(null, 10, then, Cancellation));
        Assert.Equal(2, (await Reader.ActorsAsync(then, Cancellation)).Count);
    }

    [Fact]
    public async Task Withheld_by_its_editors_it_is_nowhere()
    {
        var saved = await SaveAsync(Samples.Clash(Secret));
        await SaveAsync(saved with { Sensitivity = new() { ShowAs = ShowAs.Withheld } });
        Assert.DoesNotContain(Secret, await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
        Assert.Empty(await Reader.SourcesAsync(null, 10, null, Cancellation));
        Assert.Empty(await Reader.EpisodesAsync(null, Cancellation));
    }

    [Fact]
    public async Task Retracted_for_error_it_stays_readable_as_of_then()
    {
        var saved = await SaveAsync(Samples.Clash());
        var then = await Reader.PubAsync(Cancellation);
        await Store.RetractAsync(saved.Id, saved.Version, RetractFor.Error, "It was a drill.", "tester", Cancellation);
        Assert.Equal("It was a drill.", Assert.IsType<PublicIncident.Gone>(await Reader.FindAsync(saved.Id, null, Cancellation)).Reason);
        Assert.IsType<PublicIncident.Found>(await Reader.FindAsync(saved.Id, then, Cancellation));
        Assert.Single((await PageAsync(IncidentFilter.All with { AsOf = then })).Features);
        Assert.Empty((await PageAsync()).Features);
    }

    [Fact]
    public async Task A_retracted_incident_can_be_published_again()
    {
        var saved = await SaveAsync(Samples.Clash());
        await Store.RetractAsync(saved.Id, saved.Version, RetractFor.Error, "It was a drill.", "tester", Cancellation);
        var current = await Store.FindAsync(saved.Id, Cancellation);
        await SaveAsync(current! with { Status = IncidentStatus.Published });
        Assert.Equal(2, Assert.IsType<PublicIncident.Found>(await Reader.FindAsync(saved.Id, null, Cancellation)).Version);
        Assert.Equal([ChangeKind.Published, ChangeKind.Retracted, ChangeKind.Published],
            (await Reader.ChangesAsync(0, 10, Cancellation)).Changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task Redacted_it_is_in_no_version_public_or_private()
    {
        var saved = await SaveAsync(Samples.Clash(Secret) with { SourceKeys = ["test:1"] });
        await SaveAsync(saved with { Title = $"{Secret} again" });
        await Store.RedactAsync(saved.Id, "asked for by the family", "tester", Cancellation);
        Assert.DoesNotContain(Secret, await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, string.Join('\n', (await AskAsync<string>("select coalesce(doc::text, '') from change union all select coalesce(doc::text, '') from document"))), StringComparison.Ordinal);
        var again = await ImportAsync(Samples.Clash(Secret) with { SourceKeys = ["test:1"] });
        Assert.Equal((0, 0), (again.Added, again.Updated));
        Assert.IsType<PublicIncident.Gone>(await Reader.FindAsync(saved.Id, null, Cancellation));
    }

    [Fact]
    public async Task A_merged_incident_leads_to_its_successor_and_a_split_restores_it()
    {
        var winner = await SaveAsync(Samples.Clash("Clash at dawn"));
        var loser = await SaveAsync(Samples.Clash("The same clash") with { Claims = [Samples.Toll(9, Samples.Radio.Id)], Sources = [new(Samples.Radio.Id)] });
        var joined = Assert.IsType<SaveResult.Saved>(await Store.MergeAsync(loser.Id, winner.Id, "tester", "same event", Cancellation)).Incident;
        Assert.Equal(winner.Id, Assert.IsType<PublicIncident.Moved>(await Reader.FindAsync(loser.Id, null, Cancellation)).Successor);
        Assert.Equal([winner.Claims[0].Id, loser.Claims[0].Id], joined.Claims.Select(claim => claim.Id));
        Assert.Equal([new MergedFrom(loser.Id, loser.Version)], joined.Merged);
        Assert.Equal(1, (await PageAsync()).NumberMatched);

        var parted = Assert.IsType<SaveResult.Saved>(await Store.SplitAsync(loser.Id, winner.Id, "tester", "two events", Cancellation)).Incident;
        Assert.Equal([winner.Claims[0].Id], parted.Claims.Select(claim => claim.Id));
        Assert.Equal([Samples.Paper.Id], parted.Sources.Select(use => use.Source));
        var restored = await Store.FindAsync(loser.Id, Cancellation);
        Assert.Equal(loser.Claims[0].Id, Assert.Single(restored!.Claims).Id);
        Assert.IsType<PublicIncident.Found>(await Reader.FindAsync(loser.Id, null, Cancellation));
        Assert.Equal(2, (await PageAsync()).NumberMatched);
    }

    [Fact]
    public async Task A_successor_that_is_not_public_is_not_named()
    {
        var draft = await SaveAsync(Samples.Clash(Secret) with { Status = IncidentStatus.Draft });
        var loser = await SaveAsync(Samples.Clash());
        await Store.MergeAsync(loser.Id, draft.Id, "tester", "same event", Cancellation);
        Assert.IsType<PublicIncident.Gone>(await Reader.FindAsync(loser.Id, null, Cancellation));
        Assert.DoesNotContain(draft.Id, await EverythingPublicAsync(loser.Id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ShowAs.District)]
    [InlineData(ShowAs.Withheld)]
    public async Task Earlier_versions_of_what_was_merged_tell_no_more_than_the_record_that_has_it_now(ShowAs showAs)
    {
        var first = await SaveAsync(Samples.Clash($"{Secret} at first"));
        var second = await SaveAsync(Samples.Clash($"{Secret} again"));
        var third = await SaveAsync(Samples.Clash("Told by all"));
        var then = await Reader.PubAsync(Cancellation);
        await Store.MergeAsync(first.Id, second.Id, "tester", "same event", Cancellation);
        var joint = Assert.IsType<SaveResult.Saved>(await Store.MergeAsync(second.Id, third.Id, "tester", "same event", Cancellation)).Incident;
        Assert.IsType<PublicIncident.Found>(await Reader.FindAsync(first.Id, then, Cancellation));

        await SaveAsync(joint with { Sensitivity = new() { ShowAs = showAs } });

        Assert.DoesNotContain(Secret, await EverythingPublicAsync(first.Id), StringComparison.Ordinal);
        var page = await PageAsync(IncidentFilter.All with { AsOf = then });
        Assert.Equal((showAs == ShowAs.Withheld ? 0 : 3, 3), (page.Features.Count, (int)page.Withheld!));
    }

    [Fact]
    public async Task Redacting_a_record_erases_what_was_merged_into_it_from_earlier_public_versions()
    {
        var loser = await SaveAsync(Samples.Clash(Secret));
        var winner = await SaveAsync(Samples.Clash());
        await Store.MergeAsync(loser.Id, winner.Id, "tester", "same event", Cancellation);
        await Store.RedactAsync(winner.Id, "asked for by the family", "tester", Cancellation);
        Assert.DoesNotContain(Secret, await EverythingPublicAsync(loser.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_may_not_be_redistributed_takes_earlier_versions_with_it()
    {
        await SaveAsync(Samples.Clash(Secret));
        var closed = Samples.Paper with { Licence = new() { Redistribute = false } };
        await ImportAsync(Samples.FileOf([Samples.Army, Samples.Fighters], [closed, Samples.Radio], [Samples.Escalation], []));
        var words = await EverythingPublicAsync();
        Assert.DoesNotContain(Secret, words, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org/paper", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_sequence_moves_only_when_something_public_changes()
    {
        var saved = await SaveAsync(Samples.Clash());
        Assert.Equal(1, await Reader.PubAsync(Cancellation));
        saved = await SaveAsync(saved with { Notes = "for editors only" });
        Assert.Equal(1, await Reader.PubAsync(Cancellation));
        Assert.Equal(2, saved.Version);
        await Store.ReprojectAsync(null, Cancellation);
        Assert.Equal(1, await Reader.PubAsync(Cancellation));
        await SaveAsync(saved with { Title = "Clash near the gate" });
        Assert.Equal(2, await Reader.PubAsync(Cancellation));
        Assert.Equal(2, Assert.IsType<PublicIncident.Found>(await Reader.FindAsync(saved.Id, null, Cancellation)).Version);
    }
}
