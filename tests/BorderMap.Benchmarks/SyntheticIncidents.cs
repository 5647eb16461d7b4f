using System.Collections;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.Benchmarks;

/// <summary>Made-up incidents, each a function of its number alone, so that any count of them is the same in every run and none is kept in memory.</summary>
internal sealed class SyntheticIncidents(Atlas atlas, int count) : IReadOnlyList<Incident>
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Seed = 20261121;

    /// <summary>West of 76 degrees east, where the region ends that coordinates of an incident's own may lie in.</summary>
    private readonly Place[] places = [.. atlas.Places.All.Where(place => place is { Kind: PlaceKind.Locality or PlaceKind.District, Lon: < 76 })];

    public static IReadOnlyList<Actor> Actors { get; } = [.. Enumerable.Range(0, 12).Select(i => new Actor
    {
        Id = $"synthetic-{i}",
        Name = $"Synthetic party {i}",
        Kind = i % 3 == 0 ? ActorKind.NonState : ActorKind.StateForce,
        Country = i % 3 == 0 ? null : i % 2 == 0 ? "AF" : "PK",
    })];

    public static IReadOnlyList<Source> Sources { get; } = [.. Enumerable.Range(0, 200).Select(i => new Source
    {
        Id = Id(Ids.Source, i),
        Publisher = $"Synthetic Paper {i % 40}",
        Title = $"Synthetic report number {i}",
        Url = $"https://example.org/{i}",
        Published = new DateOnly(2025, 1, 1).AddDays(i),
    })];

    public static IReadOnlyList<Episode> Episodes { get; } = [.. Enumerable.Range(0, 20).Select(i => new Episode { Id = Id(Ids.Episode, i), Title = $"Synthetic episode {i}" })];

    public int Count => count;

    public Incident this[int index]
    {
        get
        {
            var random = new Random(Seed + index);
            var place = places[random.Next(places.Length)];
            var day = new DateOnly(2007, 1, 1).AddDays(random.Next(6900));
            var (source, other) = (Sources[random.Next(100)].Id, Sources[100 + random.Next(100)].Id);
            return new Incident
            {
                Id = Id(Ids.Incident, index),
                Status = IncidentStatus.Published,
                Title = $"Synthetic incident {index} reported at {place.Name}",
                Kind = Kinds.All[random.Next(Kinds.All.Count)].Kind,
                CrossBorder = random.Next(2) == 0,
                Date = new() { Start = day, End = day, Precision = DatePrecision.Day },
                Places = [Scene(place, random)],
                Actors = [new() { Actor = Actors[random.Next(6)].Id, Role = ActorRole.Party }, new() { Actor = Actors[6 + random.Next(6)].Id, Role = ActorRole.Party }],
                Episode = random.Next(10) == 0 ? Episodes[random.Next(Episodes.Count)].Id : null,
                Claims = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(i => Toll(index, i, i == 0 ? source : other, random))],
                Sources = [new(source), new(other)],
                SourceKeys = [$"synthetic:{index}"],
            };
        }
    }

    /// <summary>Writes them, with all that they refer to, as a BorderMap file.</summary>
    public async Task WriteAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.Create(file);
        await BorderMapWriter.WriteAsync(stream, new() { Format = BorderMapWriter.Format, Actors = Actors, Sources = Sources, Episodes = Episodes, Incidents = this }, cancellation);
    }

    public IEnumerator<Incident> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IncidentPlace Scene(Place place, Random random) => (place.Kind, random.Next(3)) switch
    {
        (PlaceKind.District, _) => new() { Place = place.Id, Words = place.Name, Precision = PlacePrecision.District },
        (_, 0) => new() { Place = place.Id, Lon = place.Lon, Lat = place.Lat, RadiusM = 500, Precision = PlacePrecision.Exact },
        _ => new() { Place = place.Id, Words = place.Name, Precision = PlacePrecision.Locality },
    };

    private static Claim Toll(int index, int ordinal, string source, Random random) => new()
    {
        Id = Id(Ids.Claim, (index * 2L) + ordinal),
        About = ClaimAbout.Toll,
        Claimant = Actors[random.Next(Actors.Count)].Id,
        Group = new(random.Next(2) == 0 ? "AF" : "PK", random.Next(2) == 0 ? "soldiers" : "civilians"),
        Killed = new(random.Next(20), null),
        Injured = new(random.Next(40), null),
        Source = source,
    };

    /// <summary>An odd factor permutes the 50 bits: ids are scattered as real ones are, and none comes twice.</summary>
    private static string Id(string prefix, long number)
    {
        var bits = (ulong)(number + 1) * 0x9E3779B97F4A7C15 & ((1UL << 50) - 1);
        return prefix + string.Create(10, bits, (text, rest) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Alphabet[(int)(rest >> (5 * i)) & 31];
        });
    }
}
