using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>What a document refers to, as <c>document.refs</c> keeps it: <c>source:s-…</c>, <c>actor:…</c>, <c>episode:e-…</c>.</summary>
internal static class References
{
    public static string[] Of(Incident incident)
    {
        var sources = incident.Sources.Select(use => use.Source).Concat(Quoted(incident.Claims)).Concat(incident.Places.Select(place => place.Source).OfType<string>())
            .Concat(incident.Estimates.Select(estimate => estimate.Source).OfType<string>());
        var actors = incident.Actors.Select(actor => actor.Actor).Concat(Claimants(incident.Claims));
        var episodes = incident.Episode is { } episode ? [episode] : Array.Empty<string>();
        return [.. Named(sources, DocumentKind.Source), .. Named(actors, DocumentKind.Actor), .. Named(episodes, DocumentKind.Episode)];
    }

    public static string[] Of(Episode episode) =>
    [
        .. Named(episode.Sources.Select(use => use.Source).Concat(Quoted(episode.Claims)), DocumentKind.Source),
        .. Named(Claimants(episode.Claims), DocumentKind.Actor),
    ];

    public static string[] Of(Actor actor) => actor.PartOf is { } whole ? [Name(DocumentKind.Actor, whole)] : [];

    public static string Name(string kind, string id) => $"{kind}:{id}";

    /// <summary>The id, where the reference is of that kind; else null.</summary>
    public static string? IdOf(string kind, string reference) =>
        reference.StartsWith(kind, StringComparison.Ordinal) && reference[kind.Length] == ':' ? reference[(kind.Length + 1)..] : null;

    private static IEnumerable<string> Named(IEnumerable<string> ids, string kind) => ids.Distinct().Select(id => Name(kind, id));

    private static IEnumerable<string> Quoted(IEnumerable<Claim> claims) => claims.Select(claim => claim.Source).OfType<string>();

    private static IEnumerable<string> Claimants(IEnumerable<Claim> claims) => claims.Select(claim => claim.Claimant).OfType<string>();
}
