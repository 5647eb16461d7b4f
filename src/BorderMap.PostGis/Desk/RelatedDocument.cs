using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Desk;

/// <summary>An episode, a source or an actor: what incidents refer to.</summary>
public abstract record RelatedDocument
{
    private RelatedDocument() { }

    public abstract string Id { get; }
    public abstract int Version { get; }

    /// <summary>As the API gives it.</summary>
    public abstract string Json { get; }
    /// <summary>Without what is for editors alone.</summary>
    public virtual RelatedDocument WithoutNotes => this;
    internal abstract string Kind { get; }
    internal abstract string StoredText { get; }
    internal virtual string[] References => [];
    internal virtual IReadOnlyList<string> Keys => [];

    internal abstract RelatedDocument At(int version);
    internal abstract void PutInto(Library library);
    internal abstract IReadOnlyList<Problem> Check(ValidationContext context);

    /// <param name="kind">A word of <see cref="DocumentKind"/>.</param>
    /// <param name="json">As it is stored.</param>
    /// <param name="version">Its version.</param>
    internal static RelatedDocument Read(string kind, string json, int version)
    {
        RelatedDocument stored = kind switch
        {
            DocumentKind.Episode => new OfEpisode(StoredJson.Read<Episode>(json)),
            DocumentKind.Source => new OfSource(StoredJson.Read<Source>(json)),
            DocumentKind.Actor => new OfActor(StoredJson.Read<Actor>(json)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no related kind"),
        };
        return stored.At(version);
    }

    public sealed record OfEpisode(Episode Episode) : RelatedDocument
    {
        public override string Id => Episode.Id;
        public override int Version => Episode.Version;
        public override string Json => JsonSerializer.Serialize(Episode, IncidentJson.Options);
        internal override string Kind => DocumentKind.Episode;
        internal override string StoredText => StoredJson.Of(Episode);
        internal override string[] References => Writing.References.Of(Episode);
        internal override IReadOnlyList<string> Keys => Episode.SourceKeys;

        internal override RelatedDocument At(int version) => new OfEpisode(Episode with { Version = version });
        internal override void PutInto(Library library) => library.Put(Episode);
        internal override IReadOnlyList<Problem> Check(ValidationContext context) => Validation.Check(Episode, context);
    }

    public sealed record OfSource(Source Source) : RelatedDocument
    {
        public override string Id => Source.Id;
        public override int Version => Source.Version;
        public override string Json => JsonSerializer.Serialize(Source, IncidentJson.Options);
        public override RelatedDocument WithoutNotes => new OfSource(Source with { Notes = null, Sensitivity = new SourceSensitivity() });
        internal override string Kind => DocumentKind.Source;
        internal override string StoredText => StoredJson.Of(Source);

        internal override RelatedDocument At(int version) => new OfSource(Source with { Version = version });
        internal override void PutInto(Library library) => library.Put(Source);
        internal override IReadOnlyList<Problem> Check(ValidationContext context) => Validation.Check(Source);
    }

    public sealed record OfActor(Actor Actor) : RelatedDocument
    {
        public override string Id => Actor.Id;
        public override int Version => Actor.Version;
        public override string Json => JsonSerializer.Serialize(Actor, IncidentJson.Options);
        internal override string Kind => DocumentKind.Actor;
        internal override string StoredText => StoredJson.Of(Actor);
        internal override string[] References => Writing.References.Of(Actor);

        internal override RelatedDocument At(int version) => new OfActor(Actor with { Version = version });
        internal override void PutInto(Library library) => library.Put(Actor);
        internal override IReadOnlyList<Problem> Check(ValidationContext context) => Validation.Check(Actor, context);
    }
}
