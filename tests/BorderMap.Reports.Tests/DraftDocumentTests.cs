using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Tests;

public sealed class DraftDocumentTests
{
    private const string Source = "s-aaaaaaaaaa";

    private static readonly Lazy<HashSet<string>> StarterActors = new(() =>
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "incidents", "starter.json")));
        return [.. file.RootElement.GetProperty("actors").EnumerateArray().Select(actor => actor.GetProperty("id").GetString()!)];
    });

    private static IEnumerable<(Draft Draft, Extraction Extraction)> AllDrafts() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "BorderMap.Reports.Tests", "Articles"), "*.txt").Select(Article.Read)
            .Select(article => Repository.Extractor.Extract(new Report(article.Text) { Published = article.Published })).SelectMany(extraction => extraction.Drafts.Select(draft => (draft, extraction)));

    [Fact]
    public void Every_draft_makes_a_document_that_can_be_stored_as_it_is()
    {
        var context = new ValidationContext(StarterActors.Value, new HashSet<string> { Source }, new HashSet<string>(), Repository.Atlas);

        Assert.All(AllDrafts(), pair => Assert.Empty(Validation.Check(DraftDocument.ToIncident(pair.Draft, pair.Extraction, Source), context)));
    }

    [Fact]
    public void Every_place_and_claim_of_a_document_holds_its_words_and_where_they_stand() => Assert.All(AllDrafts(), pair =>
    {
        var incident = DraftDocument.ToIncident(pair.Draft, pair.Extraction, Source);

        Assert.All(incident.Places.Select(place => place.Span).Concat(incident.Claims.Select(claim => claim.Span)), span => Assert.Equal(span!.Quote, pair.Extraction.Text[span.Start!.Value..span.End!.Value]));
        Assert.All(incident.Claims, claim => Assert.Equal(Source, claim.Source));
    });

    [Fact]
    public void A_denial_becomes_a_claim_that_denies_the_occurrence()
    {
        var extraction = Repository.Extractor.Extract(new Report("Pakistani jets bombed a house in the Barmal district of Paktika on Tuesday, the defence ministry in Kabul said. The Pakistani army denied that any strike had taken place.") { Published = new(2025, 12, 4) });

        var incident = DraftDocument.ToIncident(Assert.Single(extraction.Drafts), extraction);

        Assert.Contains(incident.Claims, claim => claim is { About: ClaimAbout.Occurrence, Stance: Stance.Denies, Claimant: "pak-military" });
    }

    [Fact]
    public void An_unknown_place_beside_a_cue_keeps_its_words_and_has_its_district()
    {
        var extraction = Repository.Extractor.Extract(new Report("Mortar shells fired from the Pakistani side landed in the village of Qvorzan in the Dangam district of Kunar on Monday, wounding a shepherd, police said.") { Published = new(2025, 12, 4) });

        var place = Assert.Single(DraftDocument.ToIncident(Assert.Single(extraction.Drafts), extraction).Places);

        Assert.Equal(("Qvorzan", Gazetteer.PlacePrecision.District), (place.Words, place.Precision));
        Assert.Equal("Dangam", Repository.Atlas.Places.Find(place.Place!)!.Name);
    }

    [Fact]
    public void Leaves_out_actors_that_the_store_does_not_know()
    {
        var (draft, extraction) = AllDrafts().First(pair => pair.Draft.Actors.Count > 0);

        Assert.Empty(DraftDocument.ToIncident(draft, extraction, actors: new HashSet<string>()).Actors);
    }
}
