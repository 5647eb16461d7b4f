using System.Text;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Tests;

/// <summary>Documents to write, over the repository's own gazetteer.</summary>
internal static class Samples
{
    public const string Torkham = "x-torkham-crossing";
    public const string SpinBoldak = "1108562519";
    public const string Kandahar = "85667549";

    public static string RepoRoot { get; } = FindRoot(AppContext.BaseDirectory);

    private static readonly Lazy<Atlas> Loaded = new(() => Gazetteer.Atlas.Load(Path.Combine(RepoRoot, "data")));

    public static Atlas Atlas => Loaded.Value;

    public static Actor Army { get; } = new() { Id = "test-army", Name = "Test Army", Kind = ActorKind.StateForce, Country = "PK" };
    public static Actor Fighters { get; } = new() { Id = "test-fighters", Name = "Test Fighters", Kind = ActorKind.NonState };
    public static Source Paper { get; } = new() { Id = "s-aaaaaaaaaa", Publisher = "Paper", Title = "A clash at the gate", Url = "https://example.org/paper" };
    public static Source Radio { get; } = new() { Id = "s-bbbbbbbbbb", Publisher = "Radio", Title = "Fire heard at night", Url = "https://example.org/radio" };
    public static Episode Escalation { get; } = new() { Id = "e-aaaaaaaaaa", Title = "The spring escalation", Start = new(2025, 3, 1), End = new(2025, 3, 31) };

    /// <summary>A published clash with a toll claim, at a place.</summary>
    public static Incident Clash(string title = "Clash at the gate", string place = Torkham, DateOnly? day = null, string id = "") => new()
    {
        Id = id,
        Status = IncidentStatus.Published,
        Title = title,
        Kind = "armed_clash",
        CrossBorder = true,
        Date = new() { Start = day ?? new(2025, 3, 4), End = day ?? new(2025, 3, 4), Precision = DatePrecision.Day },
        Places = [new() { Place = place, Words = "the gate", Precision = place == Torkham ? PlacePrecision.Locality : PlacePrecision.District }],
        Actors = [new() { Actor = Army.Id, Role = ActorRole.Party }],
        Episode = Escalation.Id,
        Claims = [Toll(3, Paper.Id)],
        Sources = [new(Paper.Id)],
    };

    public static Claim Toll(int killed, string source, string? id = null) => new()
    {
        Id = id ?? "",
        About = ClaimAbout.Toll,
        Claimant = Fighters.Id,
        Group = new("PK", "soldiers"),
        Killed = new(killed, killed),
        Source = source,
    };

    /// <summary>A file with these incidents and all that they refer to.</summary>
    public static Stream FileOf(params IEnumerable<Incident> incidents) => FileOf([Army, Fighters], [Paper, Radio], [Escalation], incidents);

    public static Stream FileOf(IEnumerable<Actor> actors, IEnumerable<Source> sources, IEnumerable<Episode> episodes, IEnumerable<Incident> incidents) =>
        new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new BorderMapFile { Format = "bordermap/1", Actors = [.. actors], Sources = [.. sources], Episodes = [.. episodes], Incidents = [.. incidents] }, IncidentJson.Options)));

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "BorderMap.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? throw new InvalidOperationException("BorderMap.sln is in no folder above the tests"));
}
