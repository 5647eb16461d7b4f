using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Writes the public records of episodes, sources and actors.</summary>
internal static class PublicRecords
{
    public static PublicRecord Of(Episode episode, IReadOnlyList<PublicMember> members, IReadOnlyDictionary<string, Source> sources,
        IReadOnlyDictionary<string, Actor> actors, Atlas atlas, DateTimeOffset now)
    {
        var claims = episode.Claims.Where(c => c.Source is null || Redistribution.MayShowExactly(sources[c.Source], now)).ToList();
        var shown = new List<ShownSource>();
        foreach (var (id, span) in episode.Sources.Select(s => (s.Source, s.Span)).Concat(claims.Where(c => c.Source is not null).Select(c => (c.Source!, (Span?)null))))
            if (Redistribution.MayShowExactly(sources[id], now) && !shown.Exists(s => s.Source.Id == id))
                shown.Add(new(sources[id], span, true));
        var (start, end) = ShownDates(episode, members);
        return new()
        {
            Id = episode.Id,
            DateStart = start,
            DateEnd = end,
            SourceIds = [.. shown.Select(s => s.Source.Id)],
            ActorIds = [.. claims.Where(c => c.Claimant is not null).Select(c => c.Claimant!).Distinct()],
            Text = JsonText.Of(0, (json, _) =>
            {
                json.WriteStartObject();
                json.WriteString("id"u8, episode.Id);
                json.WriteString("title"u8, episode.Title);
                json.Put("start"u8, start);
                json.Put("end"u8, end);
                json.Put("summary"u8, episode.Summary);
                new ClaimsWriter(claims, [], actors, atlas).Write(json);
                SourcesWriter.Write(json, shown);
                json.WriteStartArray("incidents"u8);
                foreach (var member in members.OrderBy(m => m.DateStart ?? DateOnly.MaxValue).ThenBy(m => m.Id, StringComparer.Ordinal))
                    json.WriteStringValue(member.Id);
                json.WriteEndArray();
            }),
        };
    }

    // Never wider than what the public members show; within that, the editors' own dates: a closure that outlasts the fighting does not stretch it.
    private static (DateOnly? Start, DateOnly? End) ShownDates(Episode episode, IReadOnlyList<PublicMember> members)
    {
        var first = members.Any(m => m.DateStart is null) ? null : members.Min(m => m.DateStart);
        var last = members.Any(m => m.DateEnd is null) ? null : members.Max(m => m.DateEnd);
        var start = episode.Start > first ? episode.Start : first;
        var end = episode.End < last ? episode.End : last;
        return start > last || end < first ? (first, last) : (start, end);
    }

    public static PublicRecord Of(Source source) => new()
    {
        Id = source.Id,
        Text = JsonText.Of(source, static (json, source) =>
        {
            json.WriteStartObject();
            json.WriteString("id"u8, source.Id);
            json.WriteString("publisher"u8, source.Publisher);
            json.Put("origin"u8, source.Origin);
            json.Put("title"u8, source.Title);
            json.Put("url"u8, source.Url);
            json.Put("published"u8, source.Published);
            json.Put("retrieved"u8, source.Retrieved);
            json.Put("archive"u8, source.Archive);
            json.Put("sha256"u8, source.Sha256);
            json.Put("licence"u8, source.Licence.Name);
            json.WriteBoolean("withdrawn"u8, source.Withdrawn);
            json.WriteBoolean("discounted"u8, source.Discounted);
            json.WriteBoolean("own_reporting"u8, source.OwnReporting);
        }),
    };

    public static PublicRecord Of(Actor actor) => new()
    {
        Id = actor.Id,
        Text = JsonText.Of(actor, static (json, actor) =>
        {
            json.WriteStartObject();
            json.WriteString("id"u8, actor.Id);
            json.WriteString("name"u8, actor.Name);
            json.WriteString("kind"u8, Words.Of(actor.Kind));
            json.Put("country"u8, actor.Country);
            json.WriteStartArray("aliases"u8);
            foreach (var alias in actor.Aliases)
                json.WriteStringValue(alias);
            json.WriteEndArray();
        }),
    };
}
