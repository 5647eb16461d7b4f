using System.Buffers.Text;
using System.Text.Json;
using BorderMap.Incidents;

namespace BorderMap.PostGis.Desk;

/// <summary>Where a page of drafts ended. Opaque to clients.</summary>
/// <param name="Updated">When the last draft of the page was saved last.</param>
/// <param name="Id">Its id.</param>
public sealed record DraftCursor(DateTimeOffset Updated, string Id)
{
    /// <summary>Null where the text is no cursor of ours.</summary>
    public static DraftCursor? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<object[]>(Base64Url.DecodeFromChars(text)) is [JsonElement ticks, JsonElement id]
                && ticks.TryGetInt64(out var at) && at >= 0 && at <= DateTimeOffset.MaxValue.UtcTicks && id.GetString() is { } last && Ids.Is(Ids.Incident, last)
                ? new DraftCursor(new DateTimeOffset(at, TimeSpan.Zero), last)
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object[] { Updated.UtcTicks, Id }));
}
