using BorderMap.Incidents.Model;
using BorderMap.PostGis.Desk;

namespace BorderMap.PostGis.Importing;

/// <summary>
/// Joins what a file now says of a source, episode or actor with what an editor has made of what it said before.
/// What a source's licence and editors withhold stays withheld: a file can only make it stricter.
/// </summary>
internal static class RelatedJoin
{
    /// <param name="before">As the last import brought it; null: none did, then the file's is taken but for what it would show.</param>
    /// <param name="stored">As it is.</param>
    /// <param name="incoming">As the file has it now.</param>
    public static RelatedDocument Join(RelatedDocument? before, RelatedDocument stored, RelatedDocument incoming) => (before ?? stored, stored, incoming) switch
    {
        (RelatedDocument.OfSource was, RelatedDocument.OfSource now, RelatedDocument.OfSource next) =>
            new RelatedDocument.OfSource(NeverLooser(before is null ? next.Source with { Notes = next.Source.Notes ?? now.Source.Notes } : Join(was.Source, now.Source, next.Source), now.Source)),
        (RelatedDocument.OfEpisode was, RelatedDocument.OfEpisode now, RelatedDocument.OfEpisode next) =>
            before is null ? next : new RelatedDocument.OfEpisode(Join(was.Episode, now.Episode, next.Episode)),
        (RelatedDocument.OfActor was, RelatedDocument.OfActor now, RelatedDocument.OfActor next) =>
            before is null ? next : new RelatedDocument.OfActor(Join(was.Actor, now.Actor, next.Actor)),
        _ => throw new ArgumentException($"{stored.Kind} {stored.Id} and {incoming.Kind} {incoming.Id} are not of one kind", nameof(incoming)),
    };

    private static Source Join(Source before, Source stored, Source incoming)
    {
        var join = new FieldJoin<Source>(before, stored, incoming);
        return stored with
        {
            Publisher = join.One("publisher", s => s.Publisher),
            Origin = join.One("origin", s => s.Origin),
            Title = join.One("title", s => s.Title),
            Url = join.One("url", s => s.Url),
            Published = join.One("published", s => s.Published),
            Retrieved = join.One("retrieved", s => s.Retrieved),
            Sha256 = join.One("sha256", s => s.Sha256),
            Archive = join.One("archive", s => s.Archive),
            Notes = join.One("notes", s => s.Notes),
            Withdrawn = join.One("withdrawn", s => s.Withdrawn),
            Discounted = join.One("discounted", s => s.Discounted),
            OwnReporting = join.One("own_reporting", s => s.OwnReporting),
            Licence = join.Strict(s => s.Licence, Stricter) with { Name = join.One("licence", s => s.Licence.Name) },
            Sensitivity = join.Strict(s => s.Sensitivity, Stricter),
        };
    }

    private static Source NeverLooser(Source joint, Source stored) => joint with
    {
        Licence = Stricter(stored.Licence, joint.Licence) with { Name = joint.Licence.Name },
        Sensitivity = Stricter(stored.Sensitivity, joint.Sensitivity),
    };

    private static SourceLicence Stricter(SourceLicence a, SourceLicence b) => a with
    {
        Display = a.Display && b.Display,
        Derive = a.Derive && b.Derive,
        Redistribute = a.Redistribute && b.Redistribute,
    };

    private static SourceSensitivity Stricter(SourceSensitivity a, SourceSensitivity b) => new()
    {
        ShowAs = a.ShowAs > b.ShowAs ? a.ShowAs : b.ShowAs,
        PublicFrom = a.PublicFrom is null || b.PublicFrom > a.PublicFrom ? b.PublicFrom : a.PublicFrom,
    };

    private static Episode Join(Episode before, Episode stored, Episode incoming)
    {
        var join = new FieldJoin<Episode>(before, stored, incoming);
        return stored with
        {
            Title = join.One("title", e => e.Title),
            Start = join.One("start", e => e.Start),
            End = join.One("end", e => e.End),
            Summary = join.One("summary", e => e.Summary),
            Claims = join.Many("claims", e => e.Claims, claim => claim.Id.Length > 0 ? claim.Id : claim.ToString()),
            Sources = join.Many("sources", e => e.Sources, use => use.Source),
            SourceKeys = [.. stored.SourceKeys.Union(incoming.SourceKeys)],
        };
    }

    private static Actor Join(Actor before, Actor stored, Actor incoming)
    {
        var join = new FieldJoin<Actor>(before, stored, incoming);
        return stored with
        {
            Name = join.One("name", a => a.Name),
            Kind = join.One("kind", a => a.Kind),
            Country = join.One("country", a => a.Country),
            PartOf = join.One("part_of", a => a.PartOf),
            Aliases = join.Many("aliases", a => a.Aliases, alias => alias),
        };
    }
}
