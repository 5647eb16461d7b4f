using BorderMap.Gazetteer;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;
using FsCheck;
using FsCheck.Fluent;
using static BorderMap.Incidents.Tests.Importing.Files;

namespace BorderMap.Incidents.Tests.Importing;

public class TemplateRowsTests
{
    private static readonly ReadingPlan Plan = new(ImportFormat.Csv);

    private static readonly (string, string)[] Plain =
        [("source_key", "t:1"), ("title", "Shells"), ("kind", "shelling"), ("date_start", "2025-10-11"), ("place", "Torkham"), ("place_context", "Nangarhar"), ("killed", "5+")];

    [Fact]
    public async Task One_row_is_one_incident()
    {
        var incident = await IncidentAsync(Table(Plain.With(("party", "TTP; pak-state; Some Militia"), ("claimant", "TTP"), ("publisher", "Gazette"), ("source_url", "https://example.org/1"), ("quote", "five or more"))), Plan);
        Assert.Equal(("Shells", "shelling", IncidentStatus.Draft), (incident.Title, incident.Kind, incident.Status));
        Assert.Equal((new DateOnly(2025, 10, 11), new DateOnly(2025, 10, 11), DatePrecision.Day), (incident.Date.Start!.Value, incident.Date.End!.Value, incident.Date.Precision));
        Assert.Equal(["ttp", "pak-state", "some-militia"], incident.Actors.Select(part => part.Actor));
        var claim = Assert.Single(incident.Claims);
        Assert.Equal(("ttp", new Figure(5, null), "all", "five or more"), (claim.Claimant, claim.Killed, claim.Group!.Category, claim.Span!.Quote));
        Assert.Equal(claim.Source, Assert.Single(incident.Sources).Source);
    }

    [Fact]
    public async Task Rows_below_with_the_same_key_add_to_it()
    {
        var text = "source_key,kind,title,date_start,claimant,killed,publisher\nt:1,shelling,Shells,2025-10-11,TTP,5,Gazette\nt:1,,,,pak-state,0,Radio\nt:2,airstrike,Bombs,2025-10-12,,,\n";
        var rows = await ReadAsync(text, Plan);
        var incidents = rows.Select(row => row.Incident).OfType<Incident>().ToList();
        Assert.Equal([2, 0], incidents.Select(incident => incident.Claims.Count));
        Assert.Equal([2, 4], rows.Where(row => row.Incident is not null).Select(row => row.Line!.Value));
        Assert.Equal(2, incidents[0].Sources.Count);
        Assert.NotEqual(incidents[0].Claims[0].Id, incidents[0].Claims[1].Id);
    }

    [Fact]
    public async Task A_further_row_that_contradicts_the_first_is_a_problem()
    {
        var problem = Assert.Single(await ProblemsAsync("source_key,kind,title\nt:1,shelling,A\nt:1,airstrike,\n", Plan));
        Assert.Equal(("differs", "line 2: kind (line 3)"), (problem.Code, problem.Field));
    }

    [Theory]
    [InlineData("date_start", "11.10.2025", "not-a-date")]
    [InlineData("lat", "34,5", "not-a-number")]
    [InlineData("killed", "many", "not-a-figure")]
    [InlineData("status", "done", "unknown-status")]
    [InlineData("status", "retracted", "unknown-status")]
    [InlineData("precision", "roughly", "unknown-precision")]
    [InlineData("cross_border", "perhaps", "neither-yes-nor-no")]
    [InlineData("source_url", "javascript:alert(1)", "bad-url")]
    [InlineData("public_from", "tomorrow", "not-an-instant")]
    [InlineData("kind", "", "missing")]
    public async Task A_bad_cell_is_named_with_line_column_and_value(string column, string cell, string code)
    {
        var problems = await ProblemsAsync(Table(Plain.With(("lon", "71.1"), ("lat", "34.1"), ("precision", "near"), ("publisher", "Gazette")).With((column, cell))), Plan);
        var problem = Assert.Single(problems);
        Assert.Equal((code, $"line 2: {column}", cell.Length == 0 ? null : cell), (problem.Code, problem.Field, problem.Value));
        Assert.NotEmpty(problem.Fix);
    }

    [Fact]
    public async Task All_bad_cells_of_a_row_are_named() =>
        Assert.Equal(["killed", "date_start"], (await ProblemsAsync(Table(Plain.With(("date_start", "soon"), ("killed", "many"))), Plan)).Select(problem => problem.Field["line 2: ".Length..]).Order(StringComparer.Ordinal).Reverse());

    [Fact]
    public async Task Coordinates_without_a_word_on_how_well_they_are_known_are_refused() =>
        Assert.Equal("line 2: precision", Assert.Single(await ProblemsAsync(Table(Plain.With(("lon", "71.1"), ("lat", "34.1"))), Plan)).Field);

    [Fact]
    public async Task A_name_that_the_gazetteer_knows_becomes_its_place()
    {
        var place = Assert.Single((await IncidentAsync(Table(Plain.With(("place", "Spin Boldak"), ("place_context", "Kandahar"))), Plan)).Places);
        Assert.Equal("Spin Boldak", place.Words);
        Assert.Equal("AF", Repository.Atlas.Places.Find(place.Place!)!.Country);
    }

    [Fact]
    public async Task An_unknown_place_waits_as_a_draft_with_a_note_and_is_not_guessed()
    {
        var rows = await ReadAsync(Table(Plain.With(("place", "Qwxyzzy Vjkq"), ("place_context", ""), ("status", "published"))), Plan);
        var row = rows.Single(row => row.Incident is not null);
        Assert.True(row.Waits);
        Assert.Equal(IncidentStatus.Draft, row.Incident!.Status);
        Assert.Empty(row.Incident.Places);
        Assert.Contains("Qwxyzzy Vjkq", row.Incident.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ambiguous_place_waits_with_its_candidates()
    {
        var name = Repository.Atlas.Places.All.Where(place => place.Kind == PlaceKind.Locality).GroupBy(place => place.Name)
            .First(group => group.Count() > 20 && Repository.Atlas.Resolver.Resolve(group.Key).Status == ResolutionStatus.Ambiguous).Key;
        var row = (await ReadAsync(Table(Plain.With(("place", name), ("place_context", ""))), Plan)).Single(row => row.Incident is not null);
        Assert.True(row.Waits);
        Assert.Contains("may be", row.Incident!.Notes, StringComparison.Ordinal);
        Assert.Contains(Repository.Atlas.Resolver.Resolve(name).Candidates[0].Place.Id, row.Incident.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_reads_foreign_columns_words_and_dates()
    {
        var mapping = new ColumnMapping
        {
            Columns = new Dictionary<string, string> { ["source_key"] = "No", ["kind"] = "What", ["date_start"] = "When" },
            Constants = new Dictionary<string, string> { ["cross_border"] = "yes" },
            Values = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["kind"] = new Dictionary<string, string> { ["Air raid"] = "airstrike" } },
            Dates = ["dd/MM/yyyy"],
            KeyPrefix = "mine:",
        };
        var incident = await IncidentAsync("No,What,When,Weather\n7,Air raid,11/10/2025,sunny\n", Plan with { Mapping = mapping, As = IncidentStatus.Published });
        Assert.Equal(("mine:7", "airstrike", new DateOnly(2025, 10, 11), true, IncidentStatus.Published),
            (incident.SourceKeys[0], incident.Kind, incident.Date.Start!.Value, incident.CrossBorder, incident.Status));
    }

    [Theory]
    [InlineData("title,kind\nA,other\n", "missing-column")]
    [InlineData("source_key,kind,kind\nt,other,other\n", "repeated-column")]
    [InlineData("source_key,kind,colour\nt,other,red\n", "unknown-column")]
    [InlineData("source_key,kind\nt,other,x\n", "cell-count")]
    public async Task A_table_that_does_not_fit_says_so(string text, string code) => Assert.Contains(await ProblemsAsync(text, Plan), problem => problem.Code == code);

    [Fact]
    public async Task The_example_can_be_imported_as_it_stands()
    {
        var rows = await ReadAsync(TemplateExample.Text(), Plan);
        Assert.Empty(rows.Select(row => row.Problem).OfType<Problem>());
        var incidents = rows.Select(row => row.Incident).OfType<Incident>().ToList();
        Assert.Equal(TemplateExample.Incidents.Select(incident => incident.Title), incidents.Select(incident => incident.Title));
        var context = new ValidationContext(rows.Select(row => row.Actor?.Id).OfType<string>().ToHashSet(), rows.Select(row => row.Source?.Id).OfType<string>().ToHashSet(), new HashSet<string>(), Repository.Atlas);
        Assert.All(incidents, incident => Assert.Empty(Validation.Check(incident, context)));
    }

    [Fact]
    public void Every_column_says_what_it_is_and_what_it_may_hold()
    {
        Assert.All(ImportFields.All, column => Assert.NotEmpty(column.About));
        Assert.Equal(ImportFields.All.Count, ImportFields.All.Select(column => column.Name).Distinct().Count());
        Assert.Contains("drone_strike", ImportFields.Find("kind")!.Allowed);
        Assert.All(TemplateRows.Fields.Values, field => Assert.NotNull(ImportFields.Find(field)));
        Assert.Equal(ImportFields.All.Count + 1, TemplateWriter.Dictionary().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void An_incident_written_as_rows_is_read_back() => Prop.ForAll(Incidents().ToArbitrary(), incident =>
    {
        var text = TemplateWriter.Header + TemplateWriter.Rows(incident, TemplateExample.Sources);
        var read = IncidentAsync(text, Plan).GetAwaiter().GetResult();
        return (read.Title, read.Kind, read.CrossBorder, read.Status) == (incident.Title, incident.Kind, incident.CrossBorder, incident.Status)
            && read.Date == incident.Date
            && read.Claims.Select(claim => (claim.Killed, claim.Injured, claim.Group, claim.Claimant, claim.Stance)).ToHashSet()
                .SetEquals(incident.Claims.Select(claim => (claim.Killed, claim.Injured, claim.Group, claim.Claimant, claim.Stance)))
            && read.Places.Select(place => (place.Lon, place.Lat, place.Precision, place.RadiusM)).SequenceEqual(incident.Places.Select(place => (place.Lon, place.Lat, place.Precision, place.RadiusM)));
    }).QuickCheckThrowOnFailure();

    private static Gen<Incident> Incidents() =>
        from title in Gen.Elements("Shells, many", "=2+2", "\"Quoted\"", "line", "-dash", "ګولۍ")
        from kind in Gen.Elements(Kinds.All.Select(kind => kind.Kind).ToArray())
        from crosses in Gen.Elements(true, false)
        from day in Gen.Choose(0, 9000)
        from days in Gen.Choose(0, 5)
        from claims in Claims().ListOf()
        from place in Gen.Elements(0.0, 1.5)
        select new Incident
        {
            Title = title,
            Kind = kind,
            CrossBorder = crosses,
            Date = new() { Start = new DateOnly(2000, 1, 1).AddDays(day), End = new DateOnly(2000, 1, 1).AddDays(day + days), Precision = days == 0 ? DatePrecision.Day : DatePrecision.Range },
            Places = [new() { Words = "A spot", Lon = 66.5 + place, Lat = 31.25, Precision = PlacePrecision.Near, RadiusM = 1200, Source = "s-aaaaaaaaaa" }],
            Claims = [.. claims.Distinct()],
            Sources = [new("s-aaaaaaaaaa"), new("s-bbbbbbbbbb")],
            SourceKeys = ["t:1"],
        };

    private static Gen<Claim> Claims() =>
        from low in Gen.Choose(0, 40)
        from more in Gen.Elements<int?>(0, 5, null)
        from source in Gen.Elements("s-aaaaaaaaaa", "s-bbbbbbbbbb")
        from claimant in Gen.Elements("ttp", "pak-state", null)
        from stance in Gen.Elements(Stance.Asserts, Stance.Denies)
        select new Claim { Claimant = claimant, Stance = stance, Group = new("AF", "civilians"), Killed = new(low, low + more), Source = source };
}
