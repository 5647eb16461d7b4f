using BorderMap.Incidents.Model;
using BorderMap.PostGis.Desk;

namespace BorderMap.PostGis.Tests;

/// <summary>A newer release of a file beside what editors made of its sources, episodes and actors.</summary>
public sealed class ReimportTests(TestCluster cluster) : StoreTest(cluster)
{
    private static readonly Source Paper = Samples.Paper;

    private LibraryReader Library => new(Database);

    public static TheoryData<string> Restrictions => ["delay", "generalise", "withhold", "display", "derive", "redistribute"];

    [Theory]
    [MemberData(nameof(Restrictions))]
    public async Task What_an_editor_restricted_of_a_source_stays_restricted_when_its_row_changes(string how)
    {
        var edited = Restricted(Paper, how) with { Notes = "Asked for by the witness", Discounted = true };
        await EditAsync(edited);
        await ImportAsync(Paper with { Title = "A clash at the gate, corrected" });
        await ImportAsync(Paper with { Title = "A clash at the gate, corrected", Publisher = "The Paper" });
        Assert.Equal(edited with { Version = 4, Title = "A clash at the gate, corrected", Publisher = "The Paper" }, await SourceAsync());
    }

    [Theory]
    [MemberData(nameof(Restrictions))]
    public async Task A_file_can_restrict_a_source_but_not_release_it(string how)
    {
        await ImportAsync(Restricted(Paper, how));
        Assert.Equal(Restricted(Paper, how) with { Version = 2 }, await SourceAsync());
        await ImportAsync(Paper with { Publisher = "The Paper" });
        Assert.Equal(Restricted(Paper, how) with { Version = 3, Publisher = "The Paper" }, await SourceAsync());
    }

    [Theory]
    [MemberData(nameof(Restrictions))]
    public async Task What_an_editor_released_stays_so_until_the_file_restricts_it_anew(string how)
    {
        await ImportAsync(Restricted(Paper, how));
        await EditAsync(Paper with { Version = 2 });
        await ImportAsync(Restricted(Paper, how) with { Publisher = "The Paper" });
        Assert.Equal(Paper with { Version = 4, Publisher = "The Paper" }, await SourceAsync());
        var other = how == "withhold" ? "display" : "withhold";
        await ImportAsync(Restricted(Paper, other));
        Assert.Equal(Restricted(Paper, other) with { Version = 5 }, await SourceAsync());
    }

    [Fact]
    public async Task A_source_that_only_an_editor_made_keeps_its_notes_and_restrictions_when_a_file_brings_it()
    {
        var own = new Source { Id = "s-cccccccccc", Publisher = "A witness", Notes = "Met in Chaman", Sensitivity = new() { ShowAs = ShowAs.Withheld }, Licence = new() { Redistribute = false } };
        Assert.IsType<RelatedResult.Saved>(await Store.SaveAsync(new RelatedDocument.OfSource(own), null, "editor", "test", Cancellation));
        var file = new Source { Id = own.Id, Publisher = "Witness", Title = "Testimony" };
        Assert.Empty((await ImportAsync(Samples.FileOf([], [file], [], []))).Problems);
        Assert.Equal(own with { Version = 2, Publisher = "Witness", Title = "Testimony" }, await SourceAsync(own.Id));
    }

    [Fact]
    public async Task What_is_hidden_by_a_source_is_nowhere_public_after_its_row_changed()
    {
        var saved = await SaveAsync(Samples.Clash("SENTINEL clash") with { Sources = [new(Paper.Id)] });
        await EditAsync(Restricted(Paper, "withhold"));
        await ImportAsync(Paper with { Title = "SENTINEL paper" });
        Assert.DoesNotContain("SENTINEL", await EverythingPublicAsync(saved.Id), StringComparison.Ordinal);
        var again = await SaveAsync(Samples.Clash("SENTINEL second clash") with { Sources = [new(Paper.Id)] });
        Assert.DoesNotContain("SENTINEL", await EverythingPublicAsync(saved.Id, again.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_of_the_same_file_is_shown_by_what_the_editor_made_of_its_source()
    {
        await EditAsync(Restricted(Paper, "withhold"));
        var incident = Samples.Clash("SENTINEL clash") with { SourceKeys = ["test:1"] };
        await ImportAsync(Samples.FileOf([Samples.Army, Samples.Fighters], [Paper with { Title = "Corrected" }, Samples.Radio], [Samples.Escalation], [incident]));
        Assert.DoesNotContain("SENTINEL", await EverythingPublicAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_episode_and_an_actor_each_side_keeps_what_it_changed()
    {
        var claim = Samples.Toll(30, Paper.Id, "c-eeeeeeeeee");
        await EditAsync(new RelatedDocument.OfEpisode(Samples.Escalation with { Version = 1, Title = "The March fighting", Claims = [claim], Sources = [new(Paper.Id)] }));
        await EditAsync(new RelatedDocument.OfActor(Samples.Army with { Version = 1, Aliases = ["The army"], Kind = ActorKind.State }));
        var file = Samples.FileOf([Samples.Army with { Name = "The Test Army", Aliases = ["TA"] }, Samples.Fighters], [Paper],
            [Samples.Escalation with { End = new(2025, 4, 2), Title = "The spring", Sources = [new(Samples.Radio.Id)] }], []);
        Assert.Empty((await ImportAsync(file)).Problems);
        var episode = Assert.IsType<RelatedDocument.OfEpisode>(await Library.EpisodeAsync(Samples.Escalation.Id, Cancellation)).Episode;
        Assert.Equal(("The March fighting", new DateOnly(2025, 4, 2), claim.Id), (episode.Title, episode.End, Assert.Single(episode.Claims).Id));
        Assert.Equal([Paper.Id, Samples.Radio.Id], episode.Sources.Select(use => use.Source));
        var actor = Assert.IsType<RelatedDocument.OfActor>(await Library.ActorAsync(Samples.Army.Id, Cancellation)).Actor;
        Assert.Equal(("The Test Army", ActorKind.State), (actor.Name, actor.Kind));
        Assert.Equal(["The army", "TA"], actor.Aliases);
    }

    [Fact]
    public async Task An_incidents_sensitivity_is_the_stricter_where_editor_and_file_both_changed_it()
    {
        var incident = Samples.Clash() with { SourceKeys = ["test:1"] };
        await ImportAsync(incident);
        var id = (await AskAsync<string>("select id from source_key")).Single();
        await SaveAsync((await Store.FindAsync(id, Cancellation))! with { Sensitivity = new() { ShowAs = ShowAs.District } });
        await ImportAsync(incident with { Sensitivity = new() { ShowAs = ShowAs.Withheld } });
        Assert.Equal(ShowAs.Withheld, (await Store.FindAsync(id, Cancellation))!.Sensitivity.ShowAs);
    }

    private static Source Restricted(Source source, string how) => how switch
    {
        "delay" => source with { Sensitivity = source.Sensitivity with { PublicFrom = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) } },
        "generalise" => source with { Sensitivity = source.Sensitivity with { ShowAs = ShowAs.District } },
        "withhold" => source with { Sensitivity = source.Sensitivity with { ShowAs = ShowAs.Withheld } },
        "display" => source with { Licence = source.Licence with { Display = false } },
        "derive" => source with { Licence = source.Licence with { Derive = false } },
        "redistribute" => source with { Licence = source.Licence with { Redistribute = false } },
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "no restriction"),
    };

    private Task EditAsync(Source source) => EditAsync(new RelatedDocument.OfSource(source with { Version = Math.Max(1, source.Version) }));

    private async Task EditAsync(RelatedDocument document) =>
        Assert.IsType<RelatedResult.Saved>(await Store.SaveAsync(document, document.Version, "editor", "test", Cancellation));

    private async Task ImportAsync(Source paper)
    {
        var result = await ImportAsync(Samples.FileOf([Samples.Army, Samples.Fighters], [paper, Samples.Radio], [Samples.Escalation], []));
        Assert.Equal((true, 1L), (result.IsDone, result.Updated));
    }

    private async Task<Source> SourceAsync(string id = "s-aaaaaaaaaa") =>
        Assert.IsType<RelatedDocument.OfSource>(await Library.SourceAsync(id, Cancellation)).Source;
}
