using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>What the public may see: one pure function from documents to rows.</summary>
public static class Projection
{
    /// <summary>Goes up whenever the same input gives another row; the store then projects everything anew.</summary>
    public const int Version = 3;

    /// <summary>The public row of an incident; null when the public may see nothing of it: a draft, retracted, embargoed, withheld,
    /// or resting only on sources that may not be shown or redistributed.</summary>
    public static PublicRow? Project(ProjectionInput input)
    {
        var incident = input.Incident;
        if (!IsPublic(incident, input.Now))
            return null;
        if (Redistribution.Apply(incident, input.Sources, input.Now) is not { } allowed)
            return null;
        // The grade rests on what may be redistributed, but says nothing of the place: it outlives generalising.
        var grade = Grading.Of(allowed, input.Sources, input.Actors);
        var isGeneral = allowed.Sensitivity.ShowAs != ShowAs.Full;
        var shown = isGeneral ? Generalisation.Apply(allowed, input.Atlas) : allowed;
        var view = new PublicView
        {
            Incident = shown,
            Places = [.. shown.Places.Select(p => ShownPlace.Of(p, input.Atlas))],
            Sources = ShownSource.Of(allowed, shown, input.Sources),
            Actors = input.Actors,
            Episode = shown.Episode is null ? null : input.Episode,
            Grade = grade,
            Atlas = input.Atlas,
        };
        return PublicRowMaker.Make(view);
    }

    /// <summary>Whether an incident of that state is public at that instant, sources apart.</summary>
    public static bool IsPublic(Incident incident, DateTimeOffset now) =>
        incident.Status == IncidentStatus.Published
        && incident.Sensitivity.ShowAs != ShowAs.Withheld
        && !(incident.Sensitivity.PublicFrom > now);

    /// <summary>Whether a source takes anything from what the public sees of the incidents that use it.</summary>
    public static bool IsRestricted(Source source, DateTimeOffset now) => !Redistribution.MayShowExactly(source, now);

    /// <summary>What the rules make of a document, for its editors: nothing is generalised or left out.</summary>
    public static Derived Derive(Incident incident, IReadOnlyDictionary<string, Source> sources, IReadOnlyDictionary<string, Actor> actors, Atlas atlas) =>
        Derivation.Of(incident.Claims, Grading.Of(incident, sources, actors), incident.Places.Count == 0 ? null : ShownPlace.Of(incident.Places[0], atlas), atlas);

    /// <summary>The public record of an episode: null without a public member; dates and members are those of the public members.</summary>
    public static PublicRecord? ProjectEpisode(Episode episode, IReadOnlyList<PublicMember> members, IReadOnlyDictionary<string, Source> sources,
        IReadOnlyDictionary<string, Actor> actors, Atlas atlas, DateTimeOffset now) =>
        members.Count == 0 ? null : PublicRecords.Of(episode, members, sources, actors, atlas, now);

    /// <summary>The public record of a source that a public incident shows (<see cref="PublicRow.SourceIds"/>) or a public episode quotes; null when it may not be shown.</summary>
    public static PublicRecord? ProjectSource(Source source, DateTimeOffset now) => Redistribution.MayShow(source, now) ? PublicRecords.Of(source) : null;

    /// <summary>The public record of an actor that a public incident names.</summary>
    public static PublicRecord ProjectActor(Actor actor) => PublicRecords.Of(actor);
}
