using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.Incidents.Reviewing;

namespace BorderMap.PostGis.Importing;

/// <summary>Joins what a file now says of an incident with what an editor has made of what it said before. It never shows more than before.</summary>
internal static class ThreeWay
{
    /// <param name="before">As the last import wrote it.</param>
    /// <param name="stored">As it is.</param>
    /// <param name="incoming">As the file has it now.</param>
    /// <returns>The joint document, and the fields where both differ and the editor's stays.</returns>
    public static (Incident Joint, IReadOnlyList<string> Kept) Join(Incident before, Incident stored, Incident incoming)
    {
        var join = new FieldJoin<Incident>(before, stored, incoming);
        var joint = stored with
        {
            Status = join.One("status", i => i.Status),
            Title = join.One("title", i => i.Title),
            Kind = join.One("kind", i => i.Kind),
            CrossBorder = join.One("cross_border", i => i.CrossBorder),
            Date = join.One("date", i => i.Date),
            Places = join.One("places", i => i.Places),
            Episode = join.One("episode", i => i.Episode),
            Notes = join.One("notes", i => i.Notes),
            Sensitivity = join.Strict(i => i.Sensitivity, Redaction.Stricter),
            Actors = join.Many("actors", i => i.Actors, actor => $"{actor.Actor} {actor.Role}"),
            Claims = join.Many("claims", i => i.Claims, claim => claim.Id),
            Estimates = join.Many("estimates", i => i.Estimates, estimate => estimate.By),
            Sources = join.Many("sources", i => i.Sources, use => use.Source),
            SourceKeys = [.. stored.SourceKeys.Union(incoming.SourceKeys)],
        };
        return (joint, join.Kept);
    }

    /// <summary>The fields of the document that differ, by their names in JSON.</summary>
    public static IReadOnlyList<string> Differing(Incident one, Incident other) =>
        [.. DocumentDifference.Between(one, other).Select(difference => difference.Path.Split('.', '[')[0]).Distinct()];
}
