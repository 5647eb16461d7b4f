using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using BorderMap.Incidents;
using NpgsqlTypes;

namespace BorderMap.PostGis.Features;

/// <summary>Where a page of features ended: opaque to clients, bound to collection, filter and order.</summary>
/// <param name="Pub">The state that all pages of this walk show.</param>
/// <param name="NumberMatched">As counted on the first page.</param>
/// <param name="Query">Of collection, filter and order, so that a cursor is not used with another.</param>
/// <param name="Keys">The values of the last feature in the order; null: it has none.</param>
/// <param name="Id">The last feature's id.</param>
public sealed record FeatureCursor(long Pub, long NumberMatched, string Query, IReadOnlyList<string?> Keys, string Id)
{
    /// <summary>Reads a cursor that a page gave out.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static Problem? Read(string text, out FeatureCursor? cursor)
    {
        cursor = Decode(text);
        return cursor is null ? Refused("bad-cursor", text, "This is no cursor of ours.") : null;
    }

    /// <summary>Why a query does not take its cursor; null when it does.</summary>
    public static Problem? Check(FeatureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Cursor is not { } cursor || (cursor.Query == FeatureSql.Fingerprint(query) && cursor.IsReadable(query))
            ? null
            : Refused("cursor-of-another-filter", cursor.Query, "The cursor belongs to another filter or order.");
    }

    internal string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object?[] { Pub, NumberMatched, Query, Id, Keys }));

    /// <summary>A key as text, which <see cref="Parse"/> reads back as it was.</summary>
    internal static string? Text(object? value) => value switch
    {
        null or DBNull => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    internal static object Parse(string text, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Integer => int.Parse(text, CultureInfo.InvariantCulture),
        NpgsqlDbType.Double => double.Parse(text, CultureInfo.InvariantCulture),
        NpgsqlDbType.Boolean => bool.Parse(text),
        NpgsqlDbType.Date => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        NpgsqlDbType.TimestampTz => DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        _ => text,
    };

    private bool IsReadable(FeatureQuery query)
    {
        var keys = FeatureSql.Keys(query);
        try
        {
            return keys.Count == Keys.Count && keys.Zip(Keys).All(pair => pair.Second is null || Parse(pair.Second, pair.First.Type) is not null);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static FeatureCursor? Decode(string text)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(text));
            return parts is not { Length: 5 } ? null : new FeatureCursor(parts[0].GetInt64(), parts[1].GetInt64(), parts[2].GetString() ?? "",
                [.. parts[4].EnumerateArray().Select(key => key.GetString())], parts[3].GetString() ?? throw new FormatException("no id"));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Problem Refused(string code, string text, string message) =>
        new(code, "cursor", text.Length > 40 ? text[..40] + "…" : text, message, "Follow the link 'next' of a page, or ask for the first page without a cursor.");
}
