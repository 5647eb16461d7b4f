using BorderMap.Gazetteer;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;
using static BorderMap.Incidents.Tests.Importing.Files;

namespace BorderMap.Incidents.Tests.Importing;

/// <summary>UCDP's columns with invented events.</summary>
public class UcdpRowsTests
{
    private static readonly ReadingPlan Plan = new(ImportFormat.Ucdp) { Release = "22.1" };

    internal static readonly (string Column, string Cell)[] Event =
    [
        ("id", "900001"), ("relid", "INVENTED-1"), ("type_of_violence", "1"), ("dyad_name", "Government of Pakistan - TTP"),
        ("side_a", "Government of Pakistan"), ("side_b", "TTP"), ("source_article", "\"Example Gazette,2015-03-02,Shelling kills four\""), ("source_headline", "Shelling kills four"),
        ("where_prec", "1"), ("where_coordinates", "Miram Shah town"), ("where_description", "Miram Shah"), ("adm_1", "Federally Administered Tribal Areas"), ("adm_2", "North Waziristan agency"),
        ("latitude", "33.0"), ("longitude", "70.07"), ("country", "Pakistan"), ("country_id", "770"), ("event_clarity", "1"), ("date_prec", "1"),
        ("date_start", "2015-03-01 00:00:00.000"), ("date_end", "2015-03-01 00:00:00.000"), ("deaths_a", "1"), ("deaths_b", "3"), ("deaths_civilians", "0"), ("deaths_unknown", "0"),
        ("best", "4"), ("high", "6"), ("low", "3"), ("gwnoa", "770"), ("gwnob", ""),
    ];

    [Fact]
    public async Task An_event_is_an_incident_with_ucdps_estimate_and_no_claim()
    {
        var incident = await IncidentAsync(Table(Event), Plan);
        Assert.Equal(("shelling", "Shelling at Miram Shah town, North Waziristan agency", false), (incident.Kind, incident.Title, incident.CrossBorder));
        Assert.Empty(incident.Claims);
        var estimate = Assert.Single(incident.Estimates);
        Assert.Equal(("UCDP", "GED 22.1", 3, 4, 6), (estimate.By, estimate.Release, estimate.Low, estimate.Best, estimate.High));
        Assert.Equal([1, 3, 0, 0], estimate.BySide.Values);
        Assert.Equal(["ucdp-ged:900001"], incident.SourceKeys);
        Assert.Equal(["pak-state", "ttp"], incident.Actors.Select(part => part.Actor));
        Assert.Equal(2, incident.Sources.Count);
    }

    [Theory]
    [InlineData("4", "3", "3")]
    [InlineData("3", "3", "2")]
    [InlineData("3", "4", "3")]
    public async Task Figures_that_contradict_one_another_wait_for_a_person(string low, string best, string high)
    {
        var row = (await ReadAsync(Table(Event.With(("low", low), ("best", best), ("high", high))), Plan with { As = IncidentStatus.Published })).Single(row => row.Incident is not null);
        var estimate = Assert.Single(row.Incident!.Estimates);
        Assert.Equal((true, IncidentStatus.Draft), (row.Waits, row.Incident.Status));
        Assert.Equal((null, int.Parse(best), null), (estimate.Low, estimate.Best, estimate.High));
        Assert.Contains($"low {low}, best {best}, high {high}", row.Incident.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", PlacePrecision.Locality, 5_000)]
    [InlineData("2", PlacePrecision.Near, 25_000)]
    [InlineData("5", PlacePrecision.Province, 100_000)]
    public async Task Where_prec_says_how_well_the_point_is_known(string code, PlacePrecision precision, int radius)
    {
        var place = Assert.Single((await IncidentAsync(Table(Event.With(("where_prec", code))), Plan)).Places);
        Assert.Equal((precision, radius, 70.07), (place.Precision, place.RadiusM!.Value, place.Lon!.Value));
    }

    [Fact]
    public async Task A_district_is_drawn_as_the_district_where_name_and_point_agree_and_else_as_a_wide_circle()
    {
        var agreed = Assert.Single((await IncidentAsync(Table(Event.With(("where_prec", "3"))), Plan)).Places);
        Assert.Equal((PlaceKind.District, null), (Repository.Atlas.Places.Find(agreed.Place!)!.Kind, agreed.Lon));
        var differing = Assert.Single((await IncidentAsync(Table(Event.With(("where_prec", "3"), ("adm_2", "Chitral district"))), Plan)).Places);
        Assert.Equal((null, 70.07, PlacePrecision.District), (differing.Place, differing.Lon, differing.Precision));
    }

    [Fact]
    public async Task A_country_is_no_point_and_the_sea_no_place()
    {
        Assert.Equal(PlacePrecision.Country, Assert.Single((await IncidentAsync(Table(Event.With(("where_prec", "6"))), Plan)).Places).Precision);
        Assert.Empty((await IncidentAsync(Table(Event.With(("where_prec", "7"))), Plan)).Places);
    }

    [Theory]
    [InlineData("1", "2015-03-01", DatePrecision.Day)]
    [InlineData("2", "2015-03-04", DatePrecision.Range)]
    [InlineData("3", "2015-03-07", DatePrecision.Week)]
    [InlineData("4", "2015-03-31", DatePrecision.Month)]
    [InlineData("5", "2015-12-31", DatePrecision.Year)]
    [InlineData("1", "2015-03-04", DatePrecision.Range)]
    public async Task Date_prec_says_how_well_the_day_is_known_as_far_as_the_days_bear_it_out(string code, string end, DatePrecision precision) =>
        Assert.Equal(precision, (await IncidentAsync(Table(Event.With(("date_prec", code), ("date_end", end))), Plan)).Date.Precision);

    [Theory]
    [InlineData("Suicide bomber kills ten", "suicide_attack")]
    [InlineData("US drone strike kills five", "drone_strike")]
    [InlineData("Roadside bomb hits convoy", "ied_attack")]
    [InlineData("Ten killed in Pakistan", "violence_unspecified")]
    [InlineData("The shellacked table", "violence_unspecified")]
    public async Task A_headline_may_name_the_kind(string headline, string kind) =>
        Assert.Equal(kind, (await IncidentAsync(Table(Event.With(("source_article", ""), ("source_headline", headline))), Plan)).Kind);

    [Fact]
    public async Task Headlines_that_differ_name_none() =>
        Assert.Equal("violence_unspecified", (await IncidentAsync(Table(Event.With(("source_article", "\"A,2015-03-02,Airstrike kills four\";\"B,2015-03-02,Suicide bomber kills four\""), ("source_headline", ""))), Plan)).Kind);

    [Fact]
    public async Task One_sided_violence_has_an_initiator_and_a_target() =>
        Assert.Equal([ActorRole.Initiator, ActorRole.Target], (await IncidentAsync(Table(Event.With(("type_of_violence", "3"), ("side_b", "Civilians"))), Plan)).Actors.Select(part => part.Role));

    [Fact]
    public async Task Force_between_the_two_states_crosses_the_border() =>
        Assert.True((await IncidentAsync(Table(Event.With(("side_b", "Government of Afghanistan"), ("gwnob", "700"))), Plan)).CrossBorder);

    [Fact]
    public async Task Events_of_other_countries_are_passed_over() =>
        Assert.True(Assert.Single(await ReadAsync(Table(Event.With(("country_id", "750"))), Plan)).IsElsewhere);

    [Theory]
    [InlineData("where_prec", "9", "unknown-code")]
    [InlineData("date_start", "", "missing")]
    [InlineData("best", "four", "not-a-number")]
    [InlineData("side_a", "", "missing")]
    [InlineData("latitude", "NaN", "not-a-number")]
    [InlineData("longitude", "-Infinity", "not-a-number")]
    public async Task A_bad_cell_is_named(string column, string cell, string code)
    {
        var problem = Assert.Single(await ProblemsAsync(Table(Event.With((column, cell))), Plan));
        Assert.Equal((code, $"line 2: {column}"), (problem.Code, problem.Field));
    }

    [Fact]
    public async Task A_problem_of_the_document_names_the_column_it_came_from()
    {
        var row = (await ReadAsync(Table(Event), Plan)).Single(row => row.Incident is not null);
        Assert.Equal(("longitude", "low, best, high", "side_a", null),
            (row.ColumnOf("places[0].lon"), row.ColumnOf("estimates[0]"), row.ColumnOf("actors[1].actor"), row.ColumnOf("sensitivity.cleared")));
    }

    [Fact]
    public async Task A_newer_release_that_repeats_an_event_says_nothing_new_of_it()
    {
        async Task<string> BasisAsync(string release, string best) =>
            (await ReadAsync(Table(Event.With(("best", best))), Plan with { Release = release })).Single(row => row.Incident is not null).Basis!;
        Assert.Equal(await BasisAsync("22.1", "4"), await BasisAsync("23.1", "4"));
        Assert.NotEqual(await BasisAsync("22.1", "4"), await BasisAsync("23.1", "5"));
    }
}
