using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Exporting;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

public class ProjectionTests
{
    private const string Barmal = "1108561863";
    private const string Paktika = "85667567";
    private const string Afghanistan = "85632229";
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly PublicStamp Stamp = new(3, new(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(5)));

    private static readonly Episode Escalation = new() { Id = "e-aaaaaaaaaa", Title = "Escalation of October" };

    private static readonly Dictionary<string, Source> Sources = new[]
    {
        Given.Source("s-aaaaaaaaaa", "Dawn"), Given.Source("s-bbbbbbbbbb", "BBC"),
        Given.Source("s-cccccccccc", "Closed Data") with { Licence = new() { Redistribute = false } },
    }.ToDictionary(s => s.Id);

    private static readonly Incident Strike = new()
    {
        Id = "i-aaaaaaaaaa",
        Version = 9,
        Status = IncidentStatus.Published,
        Title = "Strike on a house in Khanadar",
        Kind = "airstrike",
        CrossBorder = true,
        Date = new() { Start = new(2025, 10, 17), End = new(2025, 10, 17), Precision = DatePrecision.Day, Time = "21:00+04:30", Words = "on Friday night" },
        Places = [new() { Place = Barmal, Words = "Khanadar village", Precision = PlacePrecision.District, Span = new("in Khanadar") }],
        Actors = [Given.Takes("pak-military", ActorRole.Initiator) with { Words = "jets from Khanadar" }],
        Episode = Escalation.Id,
        Claims =
        [
            Given.Killed("afg-government", Given.AfCivilians with { Words = "people of Khanadar" }, Given.Exactly(10), "c-aaaaaaaaaa") with
            {
                Source = "s-aaaaaaaaaa", Speaker = "Khanadar elder", Words = "struck Khanadar", Injured = new(12, null, "dozens in Khanadar"),
                Objects = [new("houses in Khanadar", ObjectEffect.Destroyed, 3, 3)], Span = new("ten died in Khanadar"), Places = [Barmal],
            },
            new() { Id = "c-bbbbbbbbbb", About = ClaimAbout.Author, Stance = Stance.Denies, Claimant = "ispr", Words = "no strike on Khanadar" },
        ],
        Estimates = [new() { By = "UCDP", Release = "26.0.1", Low = 8, Best = 10, High = 10, BySide = new Dictionary<string, int> { ["civilians"] = 10 } }],
        Sources = [new("s-aaaaaaaaaa", new("a house in Khanadar")), new("s-bbbbbbbbbb")],
        Notes = "secret note",
        SourceKeys = ["secret:key"],
        Merged = [new("i-mmmmmmmmmm", 2)],
    };

    [Fact]
    public void The_columns_say_what_the_document_says()
    {
        var row = Project(Strike)!;
        Assert.Equal(("i-aaaaaaaaaa", "airstrike", "air", true), (row.Id, row.Kind, row.Family, row.CrossBorder));
        Assert.Equal((new DateOnly(2025, 10, 17), new DateOnly(2025, 10, 17), DatePrecision.Day), (row.DateStart, row.DateEnd, row.DatePrecision));
        Assert.Equal([Barmal, Paktika, Afghanistan], row.PlaceIds);
        Assert.Equal(["pak-military", "pak-state"], row.ActorIds);
        Assert.Equal(["afg-government", "ispr"], row.ClaimantIds);
        Assert.Equal(Escalation.Id, row.EpisodeId);
        Assert.Equal((PlacePrecision.District, BorderSide.AF), (row.Precision!.Value, row.Side!.Value));
        Assert.Equal((10, 10, 12, null), (row.KilledLow, row.KilledHigh, row.InjuredLow, row.InjuredHigh));
        Assert.Equal(Grade.Fair, row.Grade);
        Assert.Equal(["s-aaaaaaaaaa", "s-bbbbbbbbbb"], row.SourceIds);
        Assert.True(row.LineKm > 0 && row.LineDistanceKm > 0);
        Assert.True(row.Extent is { } box && box.MinLon < row.Lon && row.Lon < box.MaxLon && box.MinLat < row.Lat && row.Lat < box.MaxLat);
        foreach (var words in new[] { "khanadar", "barmal", "paktika", "pakistan military", "escalation of october" })
            Assert.Contains(words, row.SearchText);
    }

    [Fact]
    public void The_feature_has_its_properties_in_the_order_of_the_columns()
    {
        using var feature = JsonDocument.Parse(Project(Strike)!.Feature(Stamp));
        var properties = feature.RootElement.GetProperty("properties");
        Assert.Equal(ExportColumns.Properties.Select(column => column.Name), properties.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["type", "id", "geometry", "properties"], feature.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal((3, "2026-02-02T23:05:06Z", "/incidents/i-aaaaaaaaaa"),
            (properties.GetProperty("version").GetInt32(), properties.GetProperty("updated").GetString(), properties.GetProperty("url").GetString()));
        Assert.Equal(("Khanadar village", "Barmal", "Paktika", "AF", "district"), (Text("place"), Text("district"), Text("province"), Text("country"), Text("precision")));
        Assert.Equal((2, 2), (properties.GetProperty("claims").GetInt32(), properties.GetProperty("sources").GetInt32()));
        Assert.Equal(JsonValueKind.Null, properties.GetProperty("injured_high").ValueKind);

        string? Text(string name) => properties.GetProperty(name).GetString();
    }

    [Fact]
    public void The_public_document_has_names_beside_ids_and_nothing_private()
    {
        var text = Project(Strike)!.Document(Stamp);
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        Assert.Equal(("public", 3, "/incidents/i-aaaaaaaaaa"), (root.GetProperty("representation").GetString(), root.GetProperty("version").GetInt32(), root.GetProperty("url").GetString()));
        Assert.Equal(("Barmal", "Paktika"), (root.GetProperty("places")[0].GetProperty("name").GetString(), root.GetProperty("places")[0].GetProperty("province").GetString()));
        Assert.Equal("Pakistan military", root.GetProperty("actors")[0].GetProperty("name").GetString());
        var claim = root.GetProperty("claims")[0];
        Assert.Equal(("Taliban government", "single", "civilians, Afghan side"), (claim.GetProperty("claimant_name").GetString(), claim.GetProperty("standing").GetString(), claim.GetProperty("group").GetProperty("label").GetString()));
        Assert.Equal(("Dawn", "a house in Khanadar"), (root.GetProperty("sources")[0].GetProperty("publisher").GetString(), root.GetProperty("sources")[0].GetProperty("quote").GetString()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("sources")[1].GetProperty("quote").ValueKind);
        Assert.Equal("Escalation of October", root.GetProperty("episode").GetProperty("title").GetString());
        Assert.Equal("12+", root.GetProperty("derived").GetProperty("injured_range").GetString());
        foreach (var secret in new[] { "secret", "i-mmmmmmmmmm", "notes", "source_keys", "sensitivity", "merged" })
            Assert.DoesNotContain(secret, text);
    }

    public static TheoryData<string, Incident> NotPublic() => new()
    {
        { "draft", Strike with { Status = IncidentStatus.Draft } },
        { "retracted", Strike with { Status = IncidentStatus.Retracted } },
        { "embargoed", Strike with { Sensitivity = new() { PublicFrom = Now.AddSeconds(1) } } },
        { "withheld", Strike with { Sensitivity = new() { ShowAs = ShowAs.Withheld } } },
        { "not to be redistributed", Strike with { Claims = [], Sources = [new("s-cccccccccc")] } },
        { "not to be redistributed, with a claim", Strike with { Claims = [Strike.Claims[0] with { Source = "s-cccccccccc" }], Sources = [new("s-cccccccccc")] } },
    };

    [Theory]
    [MemberData(nameof(NotPublic), DisableDiscoveryEnumeration = true)]
    public void What_may_not_be_public_has_no_row(string why, Incident incident) => Assert.True(Project(incident) is null, why);

    [Fact]
    public void An_embargo_ends_at_its_instant_and_not_before()
    {
        var embargoed = Strike with { Sensitivity = new() { PublicFrom = Now } };
        Assert.Null(Projection.Project(new(embargoed, Sources, Given.Actors, Escalation, Repository.Atlas, Now.AddTicks(-1))));
        Assert.NotNull(Projection.Project(new(embargoed, Sources, Given.Actors, Escalation, Repository.Atlas, Now)));
    }

    [Fact]
    public void What_rests_on_a_closed_source_is_left_out_where_others_carry_the_incident()
    {
        var row = Project(Strike with
        {
            Claims = [.. Strike.Claims, Given.Killed("un", Given.AfCivilians, Given.Exactly(99)) with { Source = "s-cccccccccc" }],
            Sources = [.. Strike.Sources, new("s-cccccccccc", new("closed words"))],
            Places = [.. Strike.Places, new() { Place = "1310458171", Source = "s-cccccccccc" }],
        })!;
        var all = AllText(row);
        Assert.DoesNotContain("Closed Data", all);
        Assert.DoesNotContain("s-cccccccccc", all);
        Assert.DoesNotContain("1310458171", all);
        Assert.Equal(10, row.KilledHigh);
    }

    [Fact]
    public void A_source_that_was_not_given_stops_the_projection() =>
        Assert.Throws<KeyNotFoundException>(() => Project(Strike with { Sources = [new("s-zzzzzzzzzz")] }));

    [Theory]
    [InlineData(ShowAs.District)]
    [InlineData(ShowAs.Province)]
    public void A_generalised_incident_says_its_place_nowhere(ShowAs showAs)
    {
        var exact = Strike with
        {
            Sensitivity = new() { ShowAs = showAs },
            Places = [new() { Lon = 69.31234, Lat = 32.71234, RadiusM = 321, Precision = PlacePrecision.Exact, Words = "Khanadar", Place = Barmal }],
        };
        var row = Project(exact, Escalation with { Title = "Khanadar escalation" })!;
        var all = AllText(row);
        foreach (var secret in new[] { "khanadar", "69.31234", "32.71234", "321", "21:00", "s-aaaaaaaaaa", "s-bbbbbbbbbb", "example.org", "Title of", "e-aaaaaaaaaa", "secret", "show_as", "friday" })
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(row.SourceIds);
        Assert.Null(row.EpisodeId);
        var unit = Repository.Atlas.Places.Find(showAs == ShowAs.District ? Barmal : Paktika)!;
        Assert.Equal((unit.Lon, unit.Lat, (int)Math.Ceiling(unit.RadiusM)), (row.Lon!.Value, row.Lat!.Value, row.RadiusM!.Value));
        Assert.Equal(showAs == ShowAs.District ? PlacePrecision.District : PlacePrecision.Province, row.Precision);
        Assert.Equal(showAs == ShowAs.District ? [Barmal, Paktika, Afghanistan] : [Paktika, Afghanistan], row.PlaceIds);
    }

    [Fact]
    public void A_generalised_incident_keeps_its_figures_publishers_and_grade()
    {
        var row = Project(Strike with { Sensitivity = new() { ShowAs = ShowAs.District } })!;
        Assert.Equal((10, 10, 12, Grade.Fair), (row.KilledLow!.Value, row.KilledHigh!.Value, row.InjuredLow!.Value, row.Grade));
        Assert.Contains("\"title\":\"Airstrike, Barmal district, 2025-10-17\"", row.Feature(Stamp));
        using var document = JsonDocument.Parse(row.Document(Stamp));
        Assert.Equal(["Dawn", "BBC"], document.RootElement.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("publisher").GetString()));
        Assert.All(document.RootElement.GetProperty("sources").EnumerateArray(), s => Assert.Equal(JsonValueKind.Null, s.GetProperty("id").ValueKind));
    }

    [Fact]
    public void Two_generalised_incidents_of_one_district_differ_in_nothing_that_places_them()
    {
        var general = new Sensitivity { ShowAs = ShowAs.District };
        var one = Project(Strike with { Sensitivity = general, Places = [Spot(69.2, 32.6)] })!;
        var two = Project(Strike with { Sensitivity = general, Places = [Spot(69.35, 32.75), Spot(69.3, 32.7)] })!;
        Assert.Equal(one.ContentHash, two.ContentHash);

        static IncidentPlace Spot(double lon, double lat) => new() { Place = Barmal, Lon = lon, Lat = lat, RadiusM = 100, Precision = PlacePrecision.Exact };
    }

    [Fact]
    public void Coordinates_alone_are_generalised_to_the_district_that_holds_them()
    {
        var row = Project(Strike with
        {
            Sensitivity = new() { ShowAs = ShowAs.District },
            Places = [new() { Lon = 69.25979, Lat = 32.68927, RadiusM = 100, Precision = PlacePrecision.Exact }],
        })!;
        Assert.Equal(Barmal, row.PlaceIds[0]);
    }

    [Fact]
    public void What_an_editor_clears_is_shown()
    {
        var row = Project(Strike with { Sensitivity = new() { ShowAs = ShowAs.District, Cleared = ["title", "episode", "source:s-aaaaaaaaaa", "claim:c-bbbbbbbbbb"] } })!;
        var document = row.Document(Stamp);
        foreach (var cleared in new[] { "Strike on a house in Khanadar", "Escalation of October", "https://example.org/s-aaaaaaaaaa", "a house in Khanadar", "no strike on Khanadar" })
            Assert.Contains(cleared, document);
        foreach (var kept in new[] { "s-bbbbbbbbbb", "struck Khanadar", "ten died in Khanadar", "Khanadar elder", "Khanadar village" })
            Assert.DoesNotContain(kept, document);
        Assert.Equal(["s-aaaaaaaaaa"], row.SourceIds);
    }

    [Fact]
    public void An_earlier_version_is_shown_by_the_stricter_rule()
    {
        var later = new Sensitivity { ShowAs = ShowAs.Province, Cleared = ["title"] };
        Assert.Equal((ShowAs.Province, 1), Seen(Redaction.Apply(Strike, later)));
        Assert.Equal((ShowAs.Province, 0), Seen(Redaction.Apply(Strike with { Sensitivity = new() { ShowAs = ShowAs.District } }, later)));
        Assert.Equal((ShowAs.Withheld, 0), Seen(Redaction.Apply(Strike with { Sensitivity = new() { ShowAs = ShowAs.Withheld } }, new())));
        Assert.Equal(Now, Redaction.Stricter(new() { PublicFrom = Now }, new() { PublicFrom = Now.AddDays(-1) }).PublicFrom);
        Assert.Equal(Now, Redaction.Stricter(new(), new() { PublicFrom = Now }).PublicFrom);

        static (ShowAs, int) Seen(Incident incident) => (incident.Sensitivity.ShowAs, incident.Sensitivity.Cleared.Count);
    }

    [Fact]
    public void The_hash_changes_with_what_is_public_and_with_nothing_else()
    {
        var hash = Project(Strike)!.ContentHash;
        Assert.Equal(hash, Project(Strike with { Version = 10, Notes = "other", SourceKeys = [], Merged = [] })!.ContentHash);
        Assert.NotEqual(hash, Project(Strike with { Title = "Other" })!.ContentHash);
        Assert.NotEqual(hash, Project(Strike with { Claims = [Strike.Claims[0]] })!.ContentHash);
    }

    [Fact]
    public void An_open_range_has_no_high_in_the_columns_and_says_so_in_the_document()
    {
        var row = Project(Strike with { Claims = [Given.Killed("un", Given.AfCivilians, Given.Exactly(17)), Given.Killed("press", Given.AfCivilians, Given.AtLeast(9))] })!;
        Assert.Equal((9, null), (row.KilledLow, row.KilledHigh));
        using var document = JsonDocument.Parse(row.Document(Stamp));
        var derived = document.RootElement.GetProperty("derived");
        Assert.Equal((JsonValueKind.Null, true, "9–17+"), (derived.GetProperty("killed_high").ValueKind, derived.GetProperty("killed_open").GetBoolean(), derived.GetProperty("killed_range").GetString()));
    }

    [Fact]
    public void An_incident_of_the_whole_line_has_no_place()
    {
        var row = Project(Strike with { Kind = "ceasefire", Places = [] })!;
        Assert.Equal((null, null, null, null, null), (row.Lon, row.Extent, row.Precision, row.Side, row.LineKm));
        Assert.StartsWith("""{"type":"Feature","id":"i-aaaaaaaaaa","geometry":null,""", row.Feature(Stamp));
    }

    [Fact]
    public void A_district_is_never_given_as_a_spot() =>
        Assert.Equal(PlacePrecision.District, Project(Strike with { Places = [new() { Place = Barmal, Precision = PlacePrecision.Exact }] })!.Precision);

    [Fact]
    public void Several_places_make_one_point_and_one_extent()
    {
        var row = Project(Strike with { Places = [.. Strike.Places, new() { Place = "1310458171" }] })!;
        Assert.Equal(Repository.Atlas.Places.Find(Barmal)!.Lon, row.Lon);
        Assert.True(row.Extent!.Value.MinLon < 66.41);
        Assert.Contains("1310458171", row.PlaceIds);
    }

    [Fact]
    public void Odd_texts_stay_texts()
    {
        using var feature = JsonDocument.Parse(Project(Strike with { Title = "\"</script>\\ \u2028 😀 تورخم" })!.Feature(Stamp));
        Assert.Equal("\"</script>\\ \u2028 😀 تورخم", feature.RootElement.GetProperty("properties").GetProperty("title").GetString());
    }

    [Fact]
    public void An_episode_shows_its_public_members_and_their_dates_alone()
    {
        var episode = Escalation with
        {
            Start = new(2025, 1, 1),
            End = new(2025, 12, 31),
            Summary = "Words.",
            SourceKeys = ["secret"],
            Claims = [Given.Killed("afg-government", new("PK", "soldiers"), Given.Exactly(58), "c-aaaaaaaaaa"), Given.Killed("un", null, Given.Exactly(9)) with { Source = "s-cccccccccc" }],
            Sources = [new("s-aaaaaaaaaa"), new("s-cccccccccc")],
        };
        Assert.Null(Projection.ProjectEpisode(episode, [], Sources, Given.Actors, Repository.Atlas, Now));
        var record = Projection.ProjectEpisode(episode, [new("i-bbbbbbbbbb", new(2025, 10, 12), new(2025, 10, 13)), new("i-aaaaaaaaaa", new(2025, 10, 9), new(2025, 10, 9))], Sources, Given.Actors, Repository.Atlas, Now)!;
        using var json = JsonDocument.Parse(record.Document(Stamp));
        Assert.Equal(["id", "title", "start", "end", "summary", "claims", "sources", "incidents", "version", "updated"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("2025-10-09", "2025-10-13"), (json.RootElement.GetProperty("start").GetString(), json.RootElement.GetProperty("end").GetString()));
        Assert.Equal(["i-aaaaaaaaaa", "i-bbbbbbbbbb"], json.RootElement.GetProperty("incidents").EnumerateArray().Select(i => i.GetString()));
        Assert.Equal(1, json.RootElement.GetProperty("claims").GetArrayLength());
        Assert.Equal(["s-aaaaaaaaaa"], record.SourceIds);
        Assert.Equal(["afg-government"], record.ActorIds);
    }

    [Fact]
    public void A_closed_source_has_no_public_record()
    {
        Assert.Null(Projection.ProjectSource(Sources["s-cccccccccc"], Now));
        Assert.Contains("\"publisher\":\"Dawn\"", Projection.ProjectSource(Sources["s-aaaaaaaaaa"], Now)!.Document(Stamp));
    }

    [Fact]
    public void An_actor_is_written_with_its_aliases() =>
        Assert.Equal("""{"id":"ttp","name":"TTP","kind":"non_state","country":"PK","aliases":["Pakistani Taliban"],"version":3,"updated":"2026-02-02T23:05:06Z"}""",
            Projection.ProjectActor(Given.Actors["ttp"] with { Aliases = ["Pakistani Taliban"] }).Document(Stamp));

    [Theory]
    [InlineData("2025-10-10", "2025-10-19", "2025-10-10", "2025-10-19")]
    [InlineData("2025-01-01", "2027-01-01", "2025-10-09", "2026-02-17")]
    [InlineData("2024-01-01", "2024-02-01", "2025-10-09", "2026-02-17")]
    [InlineData(null, null, "2025-10-09", "2026-02-17")]
    public void An_episode_has_the_editors_dates_but_never_beyond_its_public_members(string? start, string? end, string shownStart, string shownEnd)
    {
        var episode = Escalation with { Start = start is null ? null : DateOnly.Parse(start), End = end is null ? null : DateOnly.Parse(end) };
        var record = Projection.ProjectEpisode(episode, [new("i-aaaaaaaaaa", new(2025, 10, 9), new(2025, 10, 9)), new("i-bbbbbbbbbb", new(2025, 10, 12), new(2026, 2, 17))], Sources, Given.Actors, Repository.Atlas, Now)!;

        Assert.Equal((DateOnly.Parse(shownStart), DateOnly.Parse(shownEnd)), (record.DateStart!.Value, record.DateEnd!.Value));
    }

    private static PublicRow? Project(Incident incident, Episode? episode = null) =>
        Projection.Project(new(incident, Sources, Given.Actors, episode ?? Escalation, Repository.Atlas, Now));

    private static string AllText(PublicRow row) => row.Feature(Stamp) + row.Document(Stamp) + row.ToString()
        + string.Join(' ', row.PlaceIds) + string.Join(' ', row.ActorIds) + string.Join(' ', row.SourceIds) + row.SearchText;
}
