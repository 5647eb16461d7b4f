using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.DoNoHarm;

/// <summary>What is hidden, in two versions: as it is, and as it might as well be. Public incidents stand around it, the same in both.</summary>
public sealed class Secrets
{
    private const string Khyber = "1108692255";

    private readonly Place district;
    private readonly Place country;
    private readonly (double Lon, double Lat)[] spots;
    private readonly Place[] localities;

    public Secrets(Atlas atlas)
    {
        district = atlas.Places.Find(Khyber)!;
        country = atlas.Places.All.First(place => place.Kind == PlaceKind.Country && place.Country == "PK");
        localities = [.. atlas.Places.All.Where(place => place.Kind == PlaceKind.Locality && place.DistrictId == Khyber).OrderBy(place => place.Id, StringComparer.Ordinal).Take(400)];
        var random = new Random(7);
        spots = [.. Enumerable.Range(0, 10_000).Select(_ => (Lon: Round(district.Lon + (random.NextDouble() - 0.5) * 0.6), Lat: Round(district.Lat + (random.NextDouble() - 0.5) * 0.4)))
            .Where(spot => atlas.Places.DistrictAt(spot.Lon, spot.Lat)?.Id == Khyber).Take(2)];
    }

    /// <summary>When the embargo of <see cref="Embargoed"/> ends.</summary>
    public static DateTimeOffset EmbargoEnd { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static string Embargoed { get; } = Name("i-", 904);

    public static string OnDelayedSource { get; } = Name("i-", 914);

    /// <summary>The episode, source and actor that nothing but <see cref="Embargoed"/> shows.</summary>
    public static string EmbargoedEpisode { get; } = Name("e-", 7);
    public static string EmbargoedSource { get; } = Name("s-", 3);
    public const string EmbargoedActor = "hidden-commander";

    /// <summary>Everything that could be asked for by somebody who has a guess.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(900, 23).Select(n => Name("i-", n))];
    public IReadOnlyList<string> Places => [Khyber, district.ProvinceId!, country.Id, localities[0].Id, localities[^1].Id, "1108562285", "x-torkham-crossing"];
    public IReadOnlyList<(double Lon, double Lat)> Spots => [.. spots, (district.Lon, district.Lat), (localities[0].Lon, localities[0].Lat), (localities[^1].Lon, localities[^1].Lat)];
    public static IReadOnlyList<string> Actors { get; } = ["army", "fighters", "hidden-actor", "hidden-twin", EmbargoedActor];
    public static IReadOnlyList<string> Episodes { get; } = [Name("e-", 1), Name("e-", 9), Name("e-", 8), EmbargoedEpisode];
    public static IReadOnlyList<string> SourceIds { get; } = [Name("s-", 1), Name("s-", 9), Name("s-", 8), Name("s-", 7), Name("s-", 6), Name("s-", 5), Name("s-", 4), EmbargoedSource];
    public static IReadOnlyList<string> Texts { get; } = ["secret", "hamlet", "Khyber", "shelling", "hidden", "Public clash 1", "elsewhere", "district", "2025-10-1"];

    /// <summary>What stands in hidden titles, sources, words and names of places.</summary>
    public IReadOnlyList<string> HiddenTexts => ["Shelling of the secret hamlet", "Secret source", "A secret episode", "https://secret.example/1", "A secret witness", "secret:904", localities[0].Name, localities[^1].Name];

    /// <summary>Ids of the model's shape that are the same in every run.</summary>
    public static string Name(string prefix, int number)
    {
        const string letters = "abcdefghijklmnopqrstuvwxyz234567";
        return prefix + string.Concat(Enumerable.Range(0, 10).Select(i => letters[(number >> (5 * (9 - i) % 32) & 31)]).Select((c, i) => i < 6 ? 'a' : c));
    }

    public async Task WriteAsync(Site site, bool isThere)
    {
        await ImportAsync(site, isThere);
        foreach (var incident in Enumerable.Range(1, 30).Select(Public))
        {
            await SaveAsync(site, incident);
        }
        foreach (var hidden in Hidden(isThere))
        {
            await SaveAsync(site, hidden);
        }
        // Public first, and hidden by what is done to it afterwards.
        var exact = await SaveAsync(site, Secret(909, isThere) with { Title = "Shown once", Sensitivity = new() });
        await SaveAsync(site, exact with { Sensitivity = new() { ShowAs = ShowAs.District } });
        await SaveAsync(site, Secret(910, isThere) with { Sensitivity = new() });
        await DoneAsync(site.Store.RetractAsync(Name("i-", 910), null, RetractFor.Harm, isThere ? "a secret reason" : "another", "test", CancellationToken.None));
        await SaveAsync(site, Secret(911, isThere) with { Sensitivity = new() });
        await DoneAsync(site.Store.RedactAsync(Name("i-", 911), isThere ? "a secret reason" : "another", "test", CancellationToken.None));
        await MergeAsync(site, isThere);
        foreach (var incident in Enumerable.Range(31, 10).Select(Public))
        {
            await SaveAsync(site, incident);
        }
        site.LooksForEmbargoes();
    }

    /// <summary>Records of one happening, told exactly before they were merged into what is hidden; and a draft merged into what is public.</summary>
    private async Task MergeAsync(Site site, bool isThere)
    {
        // Into what is generalised by then; generalised only afterwards, by way of another; into what is withheld.
        foreach (var (loser, winner, shown) in new[] { (916, 900, ShowAs.District), (917, 918, ShowAs.Full), (918, 919, ShowAs.District), (920, 921, ShowAs.Withheld) })
        {
            foreach (var number in new[] { winner, loser })
                if (await site.Store.FindAsync(Name("i-", number), CancellationToken.None) is null)
                    await SaveAsync(site, Secret(number, isThere) with { Claims = [], Sensitivity = new() });
            await DoneAsync(site.Store.MergeAsync(Name("i-", loser), Name("i-", winner), "test", "one happening", CancellationToken.None));
            var joint = (await site.Store.FindAsync(Name("i-", winner), CancellationToken.None))!;
            if (joint.Sensitivity.ShowAs != shown)
                await SaveAsync(site, joint with { Sensitivity = new() { ShowAs = shown } });
        }
        if (isThere)
        {
            await SaveAsync(site, Secret(915, true) with { Status = IncidentStatus.Draft, Claims = [], Sources = [], Places = [] });
            await DoneAsync(site.Store.MergeAsync(Name("i-", 915), Name("i-", 2), "test", "the same", CancellationToken.None));
        }
    }

    private IEnumerable<Incident> Hidden(bool isThere)
    {
        yield return Secret(900, isThere) with { Sensitivity = new() { ShowAs = ShowAs.District } };
        yield return Secret(901, isThere) with { Sensitivity = new() { ShowAs = ShowAs.Province } };
        var several = Secret(902, isThere);
        yield return several with { Places = isThere ? [several.Places[0], Spot(localities[0]), Spot(localities[^1])] : several.Places, Sensitivity = new() { ShowAs = ShowAs.District } };
        yield return Secret(903, isThere) with { Places = [Spot(isThere ? localities[0] : localities[^1])], Sensitivity = new() { ShowAs = ShowAs.District, Cleared = ["title"] }, Title = "A cleared title" };
        yield return Secret(912, isThere) with { Sources = [new(Name("s-", 4)), new(Name("s-", isThere ? 9 : 8))] };
        // What rests on the dataset stays away; what a paper told of the same happening does not.
        var told = Public(3) with { Id = Name("i-", 922), Claims = [Public(3).Claims[0] with { Id = Name("c-", 922) }] };
        yield return !isThere ? told : told with { Sources = [.. told.Sources, new(Name("s-", 7), new("secret"))], Claims = [.. told.Claims, Secret(923, true).Claims[0] with { Source = Name("s-", 7), Killed = new(90, 95) }] };
        if (!isThere)
        {
            yield break;
        }
        yield return Secret(913, true) with { Sources = [new(Name("s-", 5))], Claims = [], Places = [Spot(localities[0])] };
        yield return Secret(914, true) with { Sources = [new(Name("s-", 6))], Claims = [], Places = [Spot(localities[0])] };
        yield return Secret(904, true) with { Sensitivity = new() { PublicFrom = EmbargoEnd }, Episode = EmbargoedEpisode, Sources = [new(EmbargoedSource)], Actors = [new() { Actor = EmbargoedActor, Role = ActorRole.Initiator }] };
        yield return Secret(905, true) with { Status = IncidentStatus.Draft };
        yield return Secret(906, true) with { Sources = [new(Name("s-", 7))], Claims = [] };
        yield return Secret(907, true) with { Sensitivity = new() { ShowAs = ShowAs.Withheld } };
        yield return Secret(908, true) with { Status = IncidentStatus.Draft, Sensitivity = new() { PublicFrom = EmbargoEnd } };
    }

    /// <summary>An incident whose place, words, title and sources nobody may know; date, kind, figures and publishers are the same in both.</summary>
    private Incident Secret(int number, bool isThere)
    {
        var (lon, lat) = spots[isThere ? 0 : 1];
        var words = isThere ? "the secret hamlet" : "elsewhere";
        var source = Name("s-", isThere ? 9 : 8);
        return new()
        {
            Id = Name("i-", number),
            Status = IncidentStatus.Published,
            Title = $"Shelling of {words}",
            Kind = "shelling",
            Date = new() { Start = new(2025, 10, 1 + number % 20), End = new(2025, 10, 1 + number % 20), Precision = DatePrecision.Day, Words = words, Time = isThere ? "03:10+05:00" : null },
            Places = [new() { Place = Khyber, Words = words, Lon = lon, Lat = lat, Precision = PlacePrecision.Exact, RadiusM = isThere ? 50 : 400, Source = source, Span = new(words) }],
            Actors = [new() { Actor = "army", Role = ActorRole.Initiator, Words = words }],
            Episode = Name("e-", isThere ? 9 : 8),
            Claims =
            [
                new()
                {
                    Id = Name("c-", number),
                    Claimant = "fighters",
                    Speaker = words,
                    Group = new("PK", "civilians", words),
                    Killed = new(4, 6, words),
                    Objects = isThere ? [new(words, ObjectEffect.Destroyed, 1, 1)] : [],
                    Words = words,
                    Source = source,
                    Span = new(words),
                },
            ],
            Sources = [new(source, new(words))],
            Notes = words,
            SourceKeys = [$"{(isThere ? "secret" : "other")}:{number}"],
        };
    }

    private static IncidentPlace Spot(Place locality) => new() { Place = locality.Id, Precision = PlacePrecision.Locality };

    private static Incident Public(int number)
    {
        var random = new Random(number);
        var day = new DateOnly(2025, 9, 20).AddDays(random.Next(40));
        return new()
        {
            Id = Name("i-", number),
            Status = IncidentStatus.Published,
            Title = $"Public clash {number}",
            Kind = random.Next(3) switch { 0 => "armed_clash", 1 => "shelling", _ => "airstrike" },
            CrossBorder = random.Next(2) == 0,
            Date = new() { Start = day, End = day, Precision = DatePrecision.Day },
            Places = [new() { Place = random.Next(2) == 0 ? Khyber : "1108562285", Lon = Round(71.0 + random.NextDouble() * 0.3), Lat = Round(33.9 + random.NextDouble() * 0.2), Precision = PlacePrecision.Near, RadiusM = 3000 }],
            Actors = [new() { Actor = "army", Role = ActorRole.Party }],
            Episode = random.Next(3) == 0 ? Name("e-", 1) : null,
            Claims = [new() { Id = Name("c-", number), Claimant = "army", Group = new("PK", "soldiers"), Killed = new(random.Next(10), null), Source = Name("s-", 1) }],
            Sources = [new(Name("s-", 1))],
            Sensitivity = number % 7 == 0 ? new() { ShowAs = ShowAs.District } : new(),
        };
    }

    private static async Task ImportAsync(Site site, bool isThere)
    {
        var file = new BorderMapFile
        {
            Format = "bordermap/1",
            Actors = [new() { Id = "army", Name = "The Army", Kind = ActorKind.StateForce, Country = "PK" }, new() { Id = "fighters", Name = "Fighters" }, new() { Id = isThere ? "hidden-actor" : "hidden-twin", Name = "Hidden" }, .. isThere ? [new Actor { Id = EmbargoedActor, Name = "The secret commander" }] : Array.Empty<Actor>()],
            Sources =
            [
                new() { Id = Name("s-", 1), Publisher = "Paper", Title = "Read by all" },
                new() { Id = Name("s-", isThere ? 9 : 8), Publisher = "Radio", Title = isThere ? "Secret source" : "Other source", Url = isThere ? "https://secret.example/1" : null, Published = new(2025, 10, isThere ? 2 : 9) },
                new() { Id = Name("s-", 4), Publisher = "Careful", Title = "Shown by district", Sensitivity = new() { ShowAs = ShowAs.District }, Notes = isThere ? "a secret note" : null },
                new() { Id = Name("s-", 5), Publisher = "Witness", Title = "A secret witness", Sensitivity = new() { ShowAs = ShowAs.Withheld } },
                new() { Id = Name("s-", 6), Publisher = "Delayed", Title = "A secret until then", Sensitivity = new() { PublicFrom = EmbargoEnd } },
                new() { Id = Name("s-", 7), Publisher = "Dataset", Licence = new() { Redistribute = false } },
                .. isThere ? [new Source { Id = EmbargoedSource, Publisher = "Herald", Title = "A secret report" }] : Array.Empty<Source>(),
            ],
            Episodes = [new() { Id = Name("e-", 1), Title = "An autumn" }, new() { Id = Name("e-", isThere ? 9 : 8), Title = isThere ? "A secret episode" : "Another", Summary = "hidden" }, .. isThere ? [new Episode { Id = EmbargoedEpisode, Title = "A secret night" }] : Array.Empty<Episode>()],
        };
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(file, IncidentJson.Options));
        Assert.Empty((await site.Store.ImportAsync(json, new ImportOptions("test", "twins"), null, CancellationToken.None)).Problems);
    }

    private static async Task<Incident> SaveAsync(Site site, Incident incident)
    {
        var saved = incident.Version == 0 ? await CreateAsync(site, incident) : await site.Store.SaveAsync(incident, incident.Version, "test", "twins", CancellationToken.None);
        return Assert.IsType<SaveResult.Saved>(saved).Incident;
    }

    // A new incident gets its id from the store, and both twins need the same: so they come by file.
    private static async Task<SaveResult> CreateAsync(Site site, Incident incident)
    {
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new BorderMapFile { Format = "bordermap/1", Incidents = [incident] }, IncidentJson.Options));
        var result = await site.Store.ImportAsync(json, new ImportOptions("test", "twins"), null, CancellationToken.None);
        Assert.Empty(result.Problems);
        return new SaveResult.Saved((await site.Store.FindAsync(incident.Id, CancellationToken.None))!, result.Pub);
    }

    private static double Round(double degrees) => Math.Round(degrees, 5);

    private static async Task DoneAsync(Task<SaveResult> write) => Assert.IsType<SaveResult.Saved>(await write);
}
