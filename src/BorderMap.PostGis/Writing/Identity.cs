using System.Security.Cryptography;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>Random ids: a letter, a dash and ten base32 letters, which say nothing of date, place or order.</summary>
internal static class Identity
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public static string New(char prefix) => $"{prefix}-{RandomNumberGenerator.GetString(Letters, 10)}";

    /// <summary>The incident with an id, and its claims with theirs.</summary>
    public static Incident Complete(Incident incident) => incident with
    {
        Id = incident.Id.Length > 0 ? incident.Id : New('i'),
        Claims = [.. incident.Claims.Select(claim => claim.Id.Length > 0 ? claim : claim with { Id = New('c') })],
    };
}
