using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

/// <summary>What <c>data/incidents/starter.json</c> promises.</summary>
public sealed class StarterFileTests
{
    private static readonly string Root = FindRoot();
    private static readonly string FilePath = Path.Combine(Root, "data", "incidents", "starter.json");
    private static readonly string[] PlaceTables = ["admin.tsv", "localities-af.tsv", "localities-pk.tsv"];
    private static readonly ClaimAbout[] WhatIsDenied = [ClaimAbout.Occurrence, ClaimAbout.Author, ClaimAbout.Target];
    private static readonly BorderMapFile Starter = JsonSerializer.Deserialize<BorderMapFile>(File.ReadAllBytes(FilePath), IncidentJson.Options)!;
    private static readonly IReadOnlyDictionary<string, string> PlaceKinds = ReadPlaceKinds();

    [Fact]
    public void Holds_every_record_of_its_origins_once()
    {
        var keys = Starter.Incidents.SelectMany(i => i.SourceKeys).ToList();

        Assert.Equal("bordermap/1", Starter.Format);
        Assert.Equal(241, Starter.Incidents.Count);
        Assert.Equal(16, Starter.Episodes.Count);
        Assert.Equal(181, keys.Count(k => k.StartsWith("facts:", StringComparison.Ordinal)));
        Assert.Equal(73, keys.Count(k => k.StartsWith("ucdp-candidate-2026:", StringComparison.Ordinal)));
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(73, Starter.Incidents.Sum(i => i.Estimates.Count));
        Assert.Equal(13, Starter.Incidents.Count(i => i.SourceKeys.Count == 2));
        Assert.All(Starter.Incidents, i => Assert.Equal(IncidentStatus.Published, i.Status));
    }

    [Fact]
    public void Ids_are_well_formed_and_used_once()
    {
        var claims = Starter.Incidents.SelectMany(i => i.Claims).Concat(Starter.Episodes.SelectMany(e => e.Claims)).Select(c => c.Id);
        var ids = Starter.Incidents.Select(i => i.Id).Concat(Starter.Episodes.Select(e => e.Id)).Concat(Starter.Sources.Select(s => s.Id)).Concat(claims).ToList();

        Assert.All(ids, id => Assert.Matches(new Regex("^[iesc]-[a-z2-7]{10}$"), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Everything_it_refers_to_is_in_it_or_in_the_gazetteer()
    {
        var actors = Starter.Actors.Select(a => a.Id).ToHashSet();
        var sources = Starter.Sources.Select(s => s.Id).ToHashSet();
        var episodes = Starter.Episodes.Select(e => e.Id).ToHashSet();

        Assert.All(Starter.Actors, a => Assert.True(a.PartOf is null || actors.Contains(a.PartOf), a.Id));
        foreach (var incident in Starter.Incidents)
        {
            Assert.True(incident.Episode is null || episodes.Contains(incident.Episode), incident.Id);
            Assert.All(incident.Actors, a => Assert.Contains(a.Actor, actors));
            Assert.All(incident.Sources, s => Assert.Contains(s.Source, sources));
            Assert.All(incident.Places, p => Assert.Contains(p.Place!, PlaceKinds.Keys));
            CheckClaims(incident.Claims, actors);
        }
        foreach (var episode in Starter.Episodes)
        {
            Assert.All(episode.Sources, s => Assert.Contains(s.Source, sources));
            CheckClaims(episode.Claims, actors);
        }
    }

    [Fact]
    public void A_place_known_only_to_its_district_or_province_says_so()
    {
        foreach (var place in Starter.Incidents.SelectMany(i => i.Places).Where(p => p.Lon is null))
        {
            PlacePrecision? coarse = PlaceKinds[place.Place!] switch
            {
                "district" => PlacePrecision.District,
                "province" => PlacePrecision.Province,
                "country" => PlacePrecision.Country,
                _ => null,
            };
            if (coarse is not null)
                Assert.Equal(coarse, place.Precision);
            if (coarse is PlacePrecision.District or PlacePrecision.Province)
                Assert.True(place.RadiusM >= 10_000, $"{place.Words}: {place.RadiusM} m");
        }
    }

    [Fact]
    public void No_claim_is_doubled_and_no_denial_carries_a_number()
    {
        foreach (var claims in Starter.Incidents.Select(i => i.Claims).Concat(Starter.Episodes.Select(e => e.Claims)))
        {
            var texts = claims.Select(c => JsonSerializer.Serialize(c with { Id = "" }, IncidentJson.Options)).ToList();
            Assert.Equal(texts.Count, texts.Distinct().Count());
        }
        var denials = AllClaims().Where(c => c.Stance == Stance.Denies).ToList();
        Assert.Equal(23, denials.Count);
        Assert.All(denials, c =>
        {
            Assert.Contains(c.About, WhatIsDenied);
            Assert.True(c is { Killed: null, Injured: null, Missing: null, Captured: null, Casualties: null });
            Assert.False(string.IsNullOrWhiteSpace(c.Words));
        });
    }

    [Fact]
    public void Every_claim_says_something() => Assert.All(AllClaims(), c => Assert.True(
        c is not { Killed: null, Injured: null, Missing: null, Captured: null, Casualties: null, Words: null } || c.Objects.Count > 0, c.Id));

    [Fact]
    public void Is_sorted_by_date_with_one_object_a_line()
    {
        var starts = Starter.Incidents.Select(i => i.Date.Start!.Value).ToList();
        Assert.Equal(starts.Order(), starts);

        var objects = Starter.Actors.Count + Starter.Sources.Count + Starter.Episodes.Count + Starter.Incidents.Count;
        Assert.Equal(objects, File.ReadLines(FilePath).Count(l => l.StartsWith("{\"id\":", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_clashes_in_Jaji_Aryub_are_one_incident_with_three_approximate_places()
    {
        var incident = Find("facts:aryub-zazi-2025-10-11");

        Assert.Equal(["Spina Shaga", "Giwi", "Mani Jabha"], incident.Places.Select(p => p.Words));
        Assert.All(incident.Places, p => Assert.Equal(("1108561789", PlacePrecision.District), (p.Place, p.Precision)));
    }

    [Fact]
    public void The_October_episode_holds_what_one_side_claims_beside_what_the_other_admits()
    {
        var night = Starter.Episodes.Single(e => e.SourceKeys.Contains("facts:october-2025-clashes")).Claims
            .Where(c => c is { About: ClaimAbout.Toll, Group: { Side: "PK", Category: "soldiers" }, Period: { Start: { } start } } && start == new DateOnly(2025, 10, 11)).ToList();

        Assert.Contains(night, c => c is { Claimant: "afg-taliban-government", Killed: { Min: 58, Max: 58 }, Injured: { Min: 30, Max: 30 } });
        Assert.Contains(night, c => c is { Claimant: "pak-military", Killed: { Min: 23, Max: 23 }, Injured: { Min: 29, Max: 29 } });
    }

    [Theory]
    [InlineData("kunar-2025-10-11", "afg-defence-ministry", "post", ObjectEffect.Destroyed, 1)]
    [InlineData("bahram-chah-2025-10-11", "afg-defence-ministry", "post", ObjectEffect.Destroyed, 1)]
    [InlineData("quadcopters-shot-down-2025-10-11", "pak-state", "drone", ObjectEffect.Destroyed, 3)]
    public void Material_in_the_reports_is_claimed(string slug, string claimant, string item, ObjectEffect effect, int number) =>
        Assert.Contains(Find("facts:" + slug).Claims, c => c.Claimant == claimant && c.Objects.Contains(new ClaimedObject(item, effect, number, number)));

    [Theory]
    [InlineData("kabul-explosions-2025-10-09", "airstrike")]
    [InlineData("nangarhar-2025-10-11", "ground_attack")]
    [InlineData("khost-2025-10-11", "armed_clash")]
    [InlineData("paktika-2025-10-11", "armed_clash")]
    [InlineData("pause-2025-10-12", "ceasefire")]
    [InlineData("dewagar-cross-border-fire-2022-04-23", "cross_border_fire")]
    [InlineData("spera-airstrikes-2022-04-16", "airstrike")]
    [InlineData("sheltan-strikes-2022-04-16", "airstrike")]
    [InlineData("kabul-airport-abbey-gate-2021-08-26", "suicide_attack")]
    public void Incidents_of_the_reports_are_there(string slug, string kind) => Assert.Equal(kind, Find("facts:" + slug).Kind);

    [Fact]
    public void A_contested_toll_keeps_every_claimant_and_the_estimate_apart()
    {
        var incident = Find("facts:kabul-omid-hospital-2026-03-16");

        var killed = incident.Claims.Where(c => c.Killed is not null).Select(c => (c.Claimant, c.Killed!.Min, c.Killed.Max)).ToList();
        Assert.Equal(5, killed.Count);
        Assert.Contains(("un", 143, (int?)null), killed.Select(k => (k.Claimant!, k.Min!.Value, k.Max)));
        Assert.Contains(("afg-interior-ministry", 408, (int?)408), killed.Select(k => (k.Claimant!, k.Min!.Value, k.Max)));
        var estimate = Assert.Single(incident.Estimates);
        Assert.Equal(("UCDP", 95, 269, 411), (estimate.By, estimate.Low, estimate.Best, estimate.High));
    }

    private static void CheckClaims(IReadOnlyList<Claim> claims, HashSet<string> actors)
    {
        foreach (var claim in claims)
        {
            Assert.True(claim.Claimant is null || actors.Contains(claim.Claimant), claim.Claimant);
            Assert.All(claim.Places, p => Assert.Contains(p, PlaceKinds.Keys));
            if (claim.Supersedes is { } earlier)
                Assert.Equal(claim.Claimant, Assert.Single(claims, c => c.Id == earlier).Claimant);
        }
    }

    private static IEnumerable<Claim> AllClaims() => Starter.Incidents.SelectMany(i => i.Claims).Concat(Starter.Episodes.SelectMany(e => e.Claims));

    private static Incident Find(string key) => Starter.Incidents.Single(i => i.SourceKeys.Contains(key));

    private static Dictionary<string, string> ReadPlaceKinds()
    {
        var folder = Path.Combine(Root, "data", "gazetteer");
        var kinds = PlaceTables
            .SelectMany(f => File.ReadLines(Path.Combine(folder, f)).Skip(1)).Select(l => l.Split('\t', 3)).ToDictionary(c => c[0], c => c[1]);
        foreach (var line in File.ReadLines(Path.Combine(folder, "crossings.csv")).Skip(1))
            kinds[line.Split(',', 2)[0]] = "crossing";
        return kinds;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "BorderMap.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("BorderMap.sln is above none of the test's folders.");
    }
}
