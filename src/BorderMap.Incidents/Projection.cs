using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>What the public may see: one pure function from documents to rows.</summary>
public static class Projection
{
    /// <summary>Goes up whenever the same input gives another row; the store then projects everything anew.</summary>
    public const int Version = 1;

    /// <summary>The public row of an incident; null when the public may see nothing of it: a draft, retracted, embargoed, withheld,
    /// or resting only on sources that may not be redistributed.</summary>
    public static PublicRow? Project(ProjectionInput input) => throw new NotImplementedException();

    /// <summary>The public record of an episode: null without a public member; dates and members are those of the public members.</summary>
    public static PublicRecord? ProjectEpisode(Episode episode, IReadOnlyList<PublicMember> members, IReadOnlyDictionary<string, Source> sources,
        IReadOnlyDictionary<string, Actor> actors, Atlas atlas) => throw new NotImplementedException();

    /// <summary>The public record of a source that a public incident shows (<see cref="PublicRow.SourceIds"/>) or a public episode quotes; null when it may not be redistributed.</summary>
    public static PublicRecord? ProjectSource(Source source) => throw new NotImplementedException();

    /// <summary>The public record of an actor that a public incident names.</summary>
    public static PublicRecord ProjectActor(Actor actor) => throw new NotImplementedException();
}

/// <summary>Everything a public row is made of.</summary>
/// <param name="Incident">The document.</param>
/// <param name="Sources">At least the sources it uses, by id.</param>
/// <param name="Actors">At least the actors it names and the organisations they belong to, by id.</param>
/// <param name="Episode">The episode it belongs to, if any.</param>
/// <param name="Atlas">The gazetteer and the line.</param>
/// <param name="Now">The instant that ends embargoes (UTC).</param>
public sealed record ProjectionInput(Incident Incident, IReadOnlyDictionary<string, Source> Sources, IReadOnlyDictionary<string, Actor> Actors,
    Episode? Episode, Atlas Atlas, DateTimeOffset Now);

/// <summary>A public incident as a member of its episode.</summary>
public sealed record PublicMember(string Id, DateOnly? DateStart, DateOnly? DateEnd);
