using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

/// <summary>Short ways to write documents in tests.</summary>
internal static class Given
{
    public static readonly HarmedGroup PkSoldiers = new("PK", "soldiers");
    public static readonly HarmedGroup AfSoldiers = new("AF", "soldiers");
    public static readonly HarmedGroup AfCivilians = new("AF", "civilians");

    public static IReadOnlyDictionary<string, Actor> Actors { get; } = new Actor[]
    {
        new() { Id = "pak-state", Name = "Government of Pakistan", Kind = ActorKind.State, Country = "PK" },
        new() { Id = "pak-military", Name = "Pakistan military", Kind = ActorKind.StateForce, Country = "PK", PartOf = "pak-state" },
        new() { Id = "ispr", Name = "ISPR", Kind = ActorKind.StateForce, Country = "PK", PartOf = "pak-military" },
        new() { Id = "afg-government", Name = "Taliban government", Kind = ActorKind.State, Country = "AF" },
        new() { Id = "afg-forces", Name = "Taliban forces", Kind = ActorKind.StateForce, Country = "AF", PartOf = "afg-government" },
        new() { Id = "ttp", Name = "TTP", Kind = ActorKind.NonState, Country = "PK" },
        new() { Id = "un", Name = "United Nations", Kind = ActorKind.International },
        new() { Id = "press", Name = "Press", Kind = ActorKind.International },
    }.ToDictionary(a => a.Id);

    public static Source Source(string id, string publisher, string? origin = null) =>
        new() { Id = id, Publisher = publisher, Origin = origin, Title = $"Title of {id}", Url = $"https://example.org/{id}", Published = new(2025, 10, 12) };

    public static Figure AtLeast(int min) => new(min, null);

    public static Figure Exactly(int number) => new(number, number);

    public static Figure Between(int min, int max) => new(min, max);

    public static Claim Killed(string? claimant, HarmedGroup? group, Figure figure, string id = "", ClaimPart part = ClaimPart.Total) =>
        new() { Id = id, Claimant = claimant, Group = group, Killed = figure, Part = part };

    public static IncidentActor Takes(string actor, ActorRole role) => new() { Actor = actor, Role = role };
}
