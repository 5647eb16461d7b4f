using BorderMap.PostGis;

namespace BorderMap.Web.Pictures;

/// <summary>Finished pictures, kept as long as nothing public changes: previews and pages ask for the same few again and again, each from another client.</summary>
public sealed class KeptPictures
{
    /// <summary>Bytes kept.</summary>
    private const long Most = 32 * 1024 * 1024;

    private readonly LastUsed<string, string> kept = new(Most, (query, picture) => 2 * (query.Length + picture.Length));

    /// <param name="pub">The public sequence when the request came: what is drawn shows it, or a later one.</param>
    /// <param name="key">All that the picture is made of.</param>
    /// <param name="draw">Draws it.</param>
    public async Task<string> GetAsync(long pub, string key, Func<Task<string>> draw) => kept.Find(key, pub) ?? kept.Keep(key, pub, await draw());
}
