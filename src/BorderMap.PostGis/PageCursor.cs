using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <summary>Where a page ended: opaque to clients, bound to its filter.</summary>
public sealed record PageCursor
{
    public required PageOrder Order { get; init; }

    /// <summary>The state that all pages of this walk show.</summary>
    public required long Pub { get; init; }
    public required long NumberMatched { get; init; }
    public required int Newest { get; init; }
    public required string Id { get; init; }

    /// <summary>Of the filter, so that a cursor is not used with another.</summary>
    public required string Filter { get; init; }

    /// <summary>Reads a cursor that a page gave out.</summary>
    /// <param name="text">The cursor.</param>
    /// <param name="filter">The filter of the request; a cursor of another filter is refused.</param>
    /// <param name="cursor">The cursor read; null when there is a problem.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static Problem? Read(string text, IncidentFilter filter, out PageCursor? cursor)
    {
        cursor = Decode(text);
        if (cursor is null)
            return Refused("bad-cursor", text, "This is no cursor of ours.");
        if (cursor.Filter == Fingerprint(filter))
            return null;
        cursor = null;
        return Refused("cursor-of-another-filter", text, "The cursor belongs to another filter.");
    }

    internal static string Fingerprint(IncidentFilter filter) => Digest(filter)[..16];

    /// <summary>Tells filters apart, in few bytes.</summary>
    internal static string Digest(IncidentFilter filter) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(filter.ToQuery())));

    internal string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        new object[] { (int)Order, Pub, NumberMatched, Newest, Id, Filter }));

    private static PageCursor? Decode(string text)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(text));
            return parts is not { Length: 6 } ? null : new PageCursor
            {
                Order = parts[0].GetInt32() is var order && Enum.IsDefined((PageOrder)order) ? (PageOrder)order : throw new FormatException("no such order"),
                Pub = parts[1].GetInt64(),
                NumberMatched = parts[2].GetInt64(),
                Newest = parts[3].GetInt32(),
                Id = parts[4].GetString() ?? throw new FormatException("no id"),
                Filter = parts[5].GetString() ?? throw new FormatException("no filter"),
            };
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Problem Refused(string code, string text, string message) =>
        new(code, "cursor", text.Length > 40 ? text[..40] + "…" : text, message, "Follow the link 'next' of a page, or ask for the first page without a cursor.");
}
