using BorderMap.Incidents;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>A public version on its way into a table: a row, and when it holds.</summary>
internal sealed record StampedRow(PublicRow Row, PublicStamp Stamp, long FromPub, long? ToPub = null, long? WithheldSince = null);

/// <summary>Writes public rows by binary COPY, into the stage or into the public table itself.</summary>
internal static class PublicIncidentCopy
{
    private const string Columns = """
        id, version, from_pub, to_pub, kind, family, date_start, date_end, date_precision, cross_border, place_ids, actor_ids, claimant_ids, source_ids, episode, side,
        line_km, line_distance_km, precision, radius_m, killed_low, killed_high, injured_low, injured_high, grade, geom, extent, search, content_hash, updated,
        withheld_since, feature, document, title, place, district, province, country, claims, sources
        """;

    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    /// <param name="connection">Inside the write's transaction.</param>
    /// <param name="isStage">Into the stage; else into the public tables themselves.</param>
    /// <param name="rows">What to write.</param>
    /// <param name="cancellation">Stops between rows; nothing is then written.</param>
    public static async Task WriteAsync(NpgsqlConnection connection, bool isStage, IReadOnlyCollection<StampedRow> rows, CancellationToken cancellation)
    {
        await WriteRowsAsync(connection, isStage ? "stage_incident" : "public_incident", rows, cancellation);
        await WritePlacesAsync(connection, isStage ? "stage_place" : "public_incident_place", rows, cancellation);
    }

    private static async Task WritePlacesAsync(NpgsqlConnection connection, string table, IReadOnlyCollection<StampedRow> rows, CancellationToken cancellation)
    {
        if (!rows.Any(stamped => stamped.Row.Places.Count > 0))
            return;
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {table} (id, version, from_pub, to_pub, ordinal, place, role, precision, radius_m, geom, key, name, district, province, country) from stdin (format binary)", cancellation);
        foreach (var stamped in rows)
            for (var i = 0; i < stamped.Row.Places.Count; i++)
                await WritePlaceAsync(copy, stamped, i, cancellation);
        await copy.CompleteAsync(cancellation);
    }

    private static async Task WritePlaceAsync(NpgsqlBinaryImporter copy, StampedRow stamped, int ordinal, CancellationToken cancellation)
    {
        var place = stamped.Row.Places[ordinal];
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(stamped.Row.Id, cancellation);
        await copy.WriteAsync(stamped.Stamp.Version, cancellation);
        await copy.WriteAsync(stamped.FromPub, cancellation);
        await WriteAsync(copy, stamped.ToPub, cancellation);
        await copy.WriteAsync(ordinal, cancellation);
        await WriteAsync(copy, place.Place, cancellation);
        await copy.WriteAsync(Word(place.Role), cancellation);
        await copy.WriteAsync(Word(place.Precision), cancellation);
        await copy.WriteAsync(place.RadiusM, cancellation);
        await copy.WriteAsync(Wgs84.CreatePoint(new Coordinate(place.Lon, place.Lat)), cancellation);
        await copy.WriteAsync(place.Key, cancellation);
        await WriteNamesAsync(copy, place.Name, place.Unit, cancellation);
    }

    private static async Task WriteNamesAsync(NpgsqlBinaryImporter copy, string? name, PublicUnit unit, CancellationToken cancellation)
    {
        foreach (var text in (string?[])[name, unit.District, unit.Province, unit.Country])
            await WriteAsync(copy, text, cancellation);
    }

    private static async Task WriteRowsAsync(NpgsqlConnection connection, string table, IReadOnlyCollection<StampedRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} ({Columns}) from stdin (format binary)", cancellation);
        foreach (var row in rows)
            await WriteAsync(copy, row, cancellation);
        await copy.CompleteAsync(cancellation);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, StampedRow stamped, CancellationToken cancellation)
    {
        var row = stamped.Row;
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(row.Id, cancellation);
        await copy.WriteAsync(stamped.Stamp.Version, cancellation);
        await copy.WriteAsync(stamped.FromPub, cancellation);
        await WriteAsync(copy, stamped.ToPub, cancellation);
        await WriteFilterColumnsAsync(copy, row, cancellation);
        await WriteAsync(copy, row.Lon is { } lon && row.Lat is { } lat ? Wgs84.CreatePoint(new Coordinate(lon, lat)) : null, cancellation);
        await WriteAsync(copy, row.Extent is { } box ? Wgs84.ToGeometry(new Envelope(box.MinLon, box.MaxLon, box.MinLat, box.MaxLat)) : null, cancellation);
        await copy.WriteAsync(row.SearchText, cancellation);
        await copy.WriteAsync(row.ContentHash, cancellation);
        await copy.WriteAsync(stamped.Stamp.Updated.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
        await WriteAsync(copy, stamped.WithheldSince, cancellation);
        await copy.WriteAsync(row.Feature(stamped.Stamp), cancellation);
        await copy.WriteAsync(row.Document(stamped.Stamp), cancellation);
        await copy.WriteAsync(row.Title, cancellation);
        await WriteNamesAsync(copy, row.PlaceName, row.Unit, cancellation);
        await copy.WriteAsync(row.ClaimCount, cancellation);
        await copy.WriteAsync(row.SourceCount, cancellation);
    }

    private static async Task WriteFilterColumnsAsync(NpgsqlBinaryImporter copy, PublicRow row, CancellationToken cancellation)
    {
        await copy.WriteAsync(row.Kind, cancellation);
        await copy.WriteAsync(row.Family, cancellation);
        await WriteAsync(copy, row.DateStart, cancellation);
        await WriteAsync(copy, row.DateEnd, cancellation);
        await copy.WriteAsync(Word(row.DatePrecision), cancellation);
        await copy.WriteAsync(row.CrossBorder, cancellation);
        foreach (var ids in (IReadOnlyList<string>[])[row.PlaceIds, row.ActorIds, row.ClaimantIds, row.SourceIds])
            await copy.WriteAsync(ids.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
        await WriteAsync(copy, row.EpisodeId, cancellation);
        await WriteAsync(copy, row.Side is { } side ? Word(side) : null, cancellation);
        await WriteAsync(copy, row.LineKm, cancellation);
        await WriteAsync(copy, row.LineDistanceKm, cancellation);
        await WriteAsync(copy, row.Precision is { } precision ? Word(precision) : null, cancellation);
        foreach (var number in (int?[])[row.RadiusM, row.KilledLow, row.KilledHigh, row.InjuredLow, row.InjuredHigh])
            await WriteAsync(copy, number, cancellation);
        await copy.WriteAsync(Word(row.Grade), cancellation);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, CancellationToken cancellation) where T : struct =>
        value is { } given ? copy.WriteAsync(given, cancellation) : copy.WriteNullAsync(cancellation);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, CancellationToken cancellation) where T : class =>
        value is { } given ? copy.WriteAsync(given, cancellation) : copy.WriteNullAsync(cancellation);

    /// <summary>An enum's word, as the JSON writes it.</summary>
    private static string Word<T>(T value) where T : struct, Enum => EnumWords<T>.Of(value);
}
