using BorderMap.Gazetteer;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>The gazetteer's places and the Durand Line as tables, for joins and GIS clients.</summary>
internal static class PlaceTable
{
    private const string LineStatus = "Pakistan regards it as the international border; Afghanistan has not recognised it.";

    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);
    private static readonly NameLanguage[] Written = [.. ((string[])["ps", "prs", "ur"]).Select(tag => NameLanguage.Find(tag)!)];

    /// <summary>Loads the places unless the table already holds this version of them.</summary>
    public static async Task LoadAsync(NpgsqlConnection connection, Atlas atlas, IProgress<string>? progress, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("lock table place in share row exclusive mode", [], cancellation);
        if ((string?)await connection.ScalarAsync("select value from setting where name = 'gazetteer'", [], cancellation) == atlas.Version)
            return;
        progress?.Report($"loading {atlas.Places.All.Count} places");
        foreach (var table in (string[])["place", "durand_line"])
            await connection.ExecuteAsync($"delete from {table}", [], cancellation);
        await CopyAsync(connection, atlas, cancellation);
        await LoadLineAsync(connection, atlas.Line, cancellation);
        await connection.ExecuteAsync("insert into setting (name, value) values ('gazetteer', @version) on conflict (name) do update set value = excluded.value",
            [new("version", atlas.Version)], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task LoadLineAsync(NpgsqlConnection connection, DurandLine line, CancellationToken cancellation) =>
        await connection.ExecuteAsync("insert into durand_line (id, name, status, length_km, uncertainty_m, geom) values ('durand-line', 'Durand Line', @status, @length, @uncertainty, @geom)",
            [
                new("status", LineStatus), new("length", Math.Round(line.LengthKm, 1)), new("uncertainty", (int)DurandLine.UncertaintyM),
                new("geom", NpgsqlDbType.Geometry) { Value = line.Detailed },
            ], cancellation);

    private static async Task CopyAsync(NpgsqlConnection connection, Atlas atlas, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            copy place (id, kind, name, country, province, district, radius_m, names, geom, boundary, name_ps, name_prs, name_ur, valid_from, valid_until, side, line_km, line_distance_km)
            from stdin (format binary)
            """, cancellation);
        foreach (var place in atlas.Places.All)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var text in (string?[])[place.Id, EnumWords<PlaceKind>.Of(place.Kind), place.Name, place.Country, place.ProvinceId, place.DistrictId])
                await WriteAsync(copy, text, cancellation);
            await copy.WriteAsync(place.RadiusM, cancellation);
            await copy.WriteAsync(place.Names.Select(name => name.Text).Distinct().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(Wgs84.CreatePoint(new Coordinate(place.Lon, place.Lat)), cancellation);
            await WriteAsync(copy, atlas.Places.Boundary(place.Id) is { } boundary ? Wgs84.CreateGeometry(boundary) : null, cancellation);
            foreach (var language in Written)
                await WriteAsync(copy, language.NameOf(place) is var (name, found) && found == language ? name : null, cancellation);
            await WriteAsync(copy, place.From, cancellation);
            await WriteAsync(copy, place.Until, cancellation);
            await WriteLineAsync(copy, place, atlas.Line, cancellation);
        }
        await copy.CompleteAsync(cancellation);
    }

    /// <summary>Of units and crossings alone: for 168,000 localities it would take too long at the first start, and each is found by its district.</summary>
    private static async Task WriteLineAsync(NpgsqlBinaryImporter copy, Place place, DurandLine line, CancellationToken cancellation)
    {
        var isSpot = place.Kind == PlaceKind.Crossing;
        LinePlacement? at = place.Kind is PlaceKind.Locality or PlaceKind.Country ? null : line.Locate(place.Lon, place.Lat, place.RadiusM, isSpot ? null : place.Country);
        await WriteAsync(copy, at?.Side is { } side ? EnumWords<BorderSide>.Of(side) : null, cancellation);
        await WriteAsync(copy, at?.PositionKm is { } km ? Math.Round(km, 1) : null as double?, cancellation);
        await WriteAsync(copy, at is { } found ? Math.Round(found.DistanceKm, 1) : null as double?, cancellation);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, CancellationToken cancellation) where T : struct =>
        value is { } given ? copy.WriteAsync(given, cancellation) : copy.WriteNullAsync(cancellation);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, CancellationToken cancellation) where T : class =>
        value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, cancellation);
}
