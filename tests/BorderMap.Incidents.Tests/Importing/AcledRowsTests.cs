using BorderMap.Gazetteer;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;
using static BorderMap.Incidents.Tests.Importing.Files;

namespace BorderMap.Incidents.Tests.Importing;

/// <summary>ACLED's columns with invented events: no row of ACLED's is here.</summary>
public class AcledRowsTests
{
    private static readonly ReadingPlan Plan = new(ImportFormat.Acled);

    internal static readonly (string Column, string Cell)[] Event =
    [
        ("event_id_cnty", "INVENTED1"), ("event_date", "11 October 2025"), ("time_precision", "1"), ("event_type", "Battles"), ("sub_event_type", "Armed clash"),
        ("actor1", "Invented Force of A"), ("inter1", "State forces"), ("actor2", "Invented Group of B"), ("inter2", "2"), ("iso", "4"), ("country", "Afghanistan"),
        ("admin1", "Nangarhar"), ("admin2", "Mohmand Dara"), ("location", "Torkham"), ("latitude", "34.12"), ("longitude", "71.09"), ("geo_precision", "1"),
        ("source", "Invented News"), ("notes", "An invented note."), ("fatalities", "3"), ("tags", ""),
    ];

    [Fact]
    public async Task A_row_rests_on_a_source_that_may_neither_be_shown_nor_passed_on()
    {
        var rows = await ReadAsync(Table(Event), Plan);
        var source = Assert.Single(rows.Select(row => row.Source).OfType<Source>());
        Assert.Equal((false, false, false), (source.Licence.Display, source.Licence.Derive, source.Licence.Redistribute));
        var incident = rows.Select(row => row.Incident).OfType<Incident>().Single();
        Assert.Equal([source.Id], incident.Sources.Select(use => use.Source));
        Assert.All(incident.Places, place => Assert.Equal(source.Id, place.Source));
        Assert.All(incident.Estimates, estimate => Assert.Equal(source.Id, estimate.Source));
        Assert.Equal(("armed_clash", "acled:INVENTED1", 3), (incident.Kind, incident.SourceKeys[0], incident.Estimates[0].Best));
        Assert.Equal([ActorKind.StateForce, ActorKind.NonState], rows.Select(row => row.Actor).OfType<Actor>().Select(actor => actor.Kind));
    }

    [Fact]
    public async Task Published_it_is_still_nowhere_public_and_beside_another_source_its_place_and_figure_stay_behind()
    {
        var rows = await ReadAsync(Table(Event), Plan with { As = IncidentStatus.Published });
        var incident = rows.Select(row => row.Incident).OfType<Incident>().Single() with { Id = "i-aaaaaaaaaa" };
        var other = new Source { Id = "s-aaaaaaaaaa", Publisher = "Gazette" };
        var sources = rows.Select(row => row.Source).OfType<Source>().Append(other).ToDictionary(source => source.Id);
        var actors = rows.Select(row => row.Actor).OfType<Actor>().ToDictionary(actor => actor.Id);
        PublicRow? Shown(Incident shown) => Projection.Project(new(shown, sources, actors, null, Repository.Atlas, DateTimeOffset.UnixEpoch));

        Assert.Null(Shown(incident));
        var joined = Shown(incident with { Sources = [.. incident.Sources, new(other.Id)], Title = "A clash" })!;
        var words = joined.Feature(new(1, default)) + joined.Document(new(1, default)) + joined.SearchText;
        Assert.DoesNotContain("ACLED", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Torkham", words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"estimates\":[]", words, StringComparison.Ordinal);
        Assert.Null(joined.Lon);
    }

    [Theory]
    [InlineData("Air/drone strike", "An invented drone hit a house.", "drone_strike")]
    [InlineData("Air/drone strike", "Invented jets hit a house.", "airstrike")]
    [InlineData("Shelling/artillery/missile attack", "", "shelling")]
    [InlineData("Suicide bomb", "", "suicide_attack")]
    [InlineData("Remote explosive/landmine/IED", "A landmine went off.", "mine_blast")]
    [InlineData("Agreement", "A ceasefire was agreed.", "ceasefire")]
    [InlineData("Peaceful protest", "", "other")]
    public async Task A_sub_event_type_becomes_the_nearest_kind(string type, string notes, string kind) =>
        Assert.Equal(kind, (await IncidentAsync(Table(Event.With(("sub_event_type", type), ("notes", notes))), Plan)).Kind);

    [Theory]
    [InlineData("1", PlacePrecision.Locality)]
    [InlineData("2", PlacePrecision.Near)]
    [InlineData("3", PlacePrecision.Province)]
    public async Task Geo_precision_says_how_well_the_place_is_known(string code, PlacePrecision precision) =>
        Assert.Equal(precision, Assert.Single((await IncidentAsync(Table(Event.With(("geo_precision", code))), Plan)).Places).Precision);

    [Theory]
    [InlineData("1", "2025-10-11", "2025-10-11", DatePrecision.Day)]
    [InlineData("2", "2025-10-08", "2025-10-14", DatePrecision.Week)]
    [InlineData("3", "2025-10-01", "2025-10-31", DatePrecision.Month)]
    public async Task Time_precision_says_how_well_the_day_is_known(string code, string start, string end, DatePrecision precision)
    {
        var date = (await IncidentAsync(Table(Event.With(("time_precision", code), ("event_date", "2025-10-11"))), Plan)).Date;
        Assert.Equal((start, end, precision), ($"{date.Start:yyyy-MM-dd}", $"{date.End:yyyy-MM-dd}", date.Precision));
    }

    [Theory]
    [InlineData("sub_event_type", "Duel", "unknown-code")]
    [InlineData("event_date", "11/10/2025", "not-a-date")]
    [InlineData("event_id_cnty", "", "missing")]
    [InlineData("geo_precision", "4", "unknown-code")]
    public async Task A_bad_cell_is_named(string column, string cell, string code)
    {
        var problem = Assert.Single(await ProblemsAsync(Table(Event.With((column, cell))), Plan));
        Assert.Equal((code, $"line 2: {column}"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task Events_of_other_countries_are_passed_over() => Assert.True(Assert.Single(await ReadAsync(Table(Event.With(("iso", "364"))), Plan)).IsElsewhere);

    [Fact]
    public void Every_kind_that_a_code_becomes_is_one()
    {
        var (acled, ucdp) = (AcledVocabulary.Current, UcdpVocabulary.Current);
        Assert.All(acled.SubEventTypes.Values.Concat(acled.Cues.Keys).Concat(acled.Cues.Values.SelectMany(cues => cues).Concat(ucdp.Kinds).Select(cue => cue.Kind)), kind => Assert.NotNull(Kinds.Find(kind)));
        Assert.All(ucdp.DatePrec.Values.Concat(acled.TimePrecision.Values), word => Assert.True(Words.TryFind<DatePrecision>(word, out _)));
        Assert.All(acled.Cues.Values.SelectMany(cues => cues).Concat(ucdp.Kinds).SelectMany(cue => cue.Words), word => Assert.Equal(ActorBook.Fold(word), word));
    }
}
