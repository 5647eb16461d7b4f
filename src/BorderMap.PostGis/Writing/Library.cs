using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Writing;

/// <summary>The sources, actors and episodes that incidents refer to, read as they are needed and kept for the transaction.</summary>
internal sealed class Library(NpgsqlConnection connection, Atlas atlas)
{
    private readonly HashSet<string> asked = [];
    private readonly HashSet<string> sourceIds = [];
    private readonly HashSet<string> actorIds = [];
    private readonly HashSet<string> episodeIds = [];
    private readonly Dictionary<string, Source> sources = [];
    private readonly Dictionary<string, Actor> actors = [];
    private readonly Dictionary<string, Episode> episodes = [];
    private bool hasActors;

    public Atlas Atlas => atlas;
    public IReadOnlyDictionary<string, Source> Sources => sources;
    public IReadOnlyDictionary<string, Actor> Actors => actors;
    public IReadOnlyDictionary<string, Episode> Episodes => episodes;

    /// <summary>What documents may refer to, as far as it was loaded.</summary>
    public ValidationContext Context => new(actorIds, sourceIds, episodeIds, atlas);

    /// <summary>Reads what is referred to and not here yet; what an episode quotes comes with it, and actors come all at once.</summary>
    public async Task LoadAsync(IEnumerable<string> references, CancellationToken cancellation)
    {
        await LoadActorsAsync(cancellation);
        var wanted = references.Where(asked.Add).ToList();
        while (wanted.Count > 0)
        {
            var loaded = await ReadAsync<Episode>(DocumentKind.Episode, wanted, Put, cancellation);
            await ReadAsync<Source>(DocumentKind.Source, wanted, Put, cancellation);
            wanted = [.. loaded.SelectMany(References.Of).Where(asked.Add)];
        }
    }

    /// <summary>Takes a document that is being written, in place of the stored one.</summary>
    public void Put(Source source)
    {
        asked.Add(References.Name(DocumentKind.Source, source.Id));
        sources[source.Id] = source;
        sourceIds.Add(source.Id);
    }

    public void Put(Actor actor)
    {
        actors[actor.Id] = actor;
        actorIds.Add(actor.Id);
    }

    public void Put(Episode episode)
    {
        asked.Add(References.Name(DocumentKind.Episode, episode.Id));
        episodes[episode.Id] = episode;
        episodeIds.Add(episode.Id);
    }

    public ProjectionInput InputFor(Incident incident, DateTimeOffset now) =>
        new(incident, sources, actors, incident.Episode is { } id ? episodes.GetValueOrDefault(id) : null, atlas, now);

    private async Task LoadActorsAsync(CancellationToken cancellation)
    {
        if (hasActors)
            return;
        hasActors = true;
        var stored = await connection.QueryAsync("select doc::text from document where kind = 'actor' and doc is not null", [], Document<Actor>, cancellation);
        foreach (var actor in stored.Where(actor => !actors.ContainsKey(actor.Id)))
            Put(actor);
    }

    private async Task<List<T>> ReadAsync<T>(string kind, IEnumerable<string> wanted, Action<T> add, CancellationToken cancellation)
    {
        var ids = wanted.Select(reference => References.IdOf(kind, reference)).OfType<string>().ToArray();
        if (ids.Length == 0)
            return [];
        var found = await connection.QueryAsync("select doc::text from document where kind = @kind and id = any(@ids) and doc is not null",
            [new("kind", kind), new("ids", ids)], Document<T>, cancellation);
        found.ForEach(add);
        return found;
    }

    private static T Document<T>(NpgsqlDataReader reader) => StoredJson.Read<T>(reader.GetString(0));
}
