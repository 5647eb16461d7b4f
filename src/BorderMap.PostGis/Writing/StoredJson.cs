using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>Documents as they are stored: without what the columns own.</summary>
internal static class StoredJson
{
    /// <summary>Goes up when the shape of stored documents changes.</summary>
    public const int SchemaVersion = 1;

    public static string Of(Incident incident) => Write(incident with { Version = 0, Derived = null });

    public static string Of(Episode episode) => Write(episode with { Version = 0 });

    public static string Of(Source source) => Write(source with { Version = 0 });

    public static string Of(Actor actor) => Write(actor with { Version = 0 });

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, IncidentJson.Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null");

    private static string Write<T>(T document) => JsonSerializer.Serialize(document, IncidentJson.Options);
}
