using System.Collections.Concurrent;

namespace BorderMap.Web.Pictures;

/// <summary>Finished pictures, kept as long as nothing public changes: previews and pages ask for the same few again and again, each from another client.</summary>
public sealed class KeptPictures
{
    /// <summary>Characters kept; beyond that all are forgotten together.</summary>
    private const long Most = 16 * 1024 * 1024;

    private sealed class Kept(long pub)
    {
        private long characters;

        public long Pub { get; } = pub;
        public ConcurrentDictionary<string, string> Pictures { get; } = new();
        public bool IsFull => Interlocked.Read(ref characters) > Most;

        public void Add(string key, string picture)
        {
            if (Pictures.TryAdd(key, picture))
            {
                Interlocked.Add(ref characters, picture.Length);
            }
        }
    }

    private volatile Kept kept = new(-1);

    /// <param name="pub">The public sequence when the request came: what is drawn shows it, or a later one.</param>
    /// <param name="key">All that the picture is made of.</param>
    /// <param name="draw">Draws it.</param>
    public async Task<string> GetAsync(long pub, string key, Func<Task<string>> draw)
    {
        var now = kept;
        if (now.Pub != pub || now.IsFull)
        {
            kept = now = new(pub);
        }
        if (now.Pictures.TryGetValue(key, out var found))
        {
            return found;
        }
        var made = await draw();
        now.Add(key, made);
        return made;
    }
}
