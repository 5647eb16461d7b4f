using BorderMap.Gazetteer;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>The gazetteer's places as a table, for joins and GIS clients.</summary>
internal static class PlaceTable
{
    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    /// <summary>Loads the places unless the table already holds this version of them.</summary>
    public static async Task LoadAsync(NpgsqlConnection connection, Atlas atlas, IProgress<string>? progress, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("lock table place in share row exclusive mode", [], cancellation);
        if ((string?)await connection.ScalarAsync("select value from setting where name = 'gazetteer'", [], cancellation) == atlas.Version)
            return;
        progress?.Report($"loading {atlas.Places.All.Count} places");
        await connection.ExecuteAsync("delete from place", [], cancellation);
        await CopyAsync(connection, atlas.Places, cancellation);
        await connection.ExecuteAsync("insert into setting (name, value) values ('gazetteer', @version) on conflict (name) do update set value = excluded.value",
            [new("version", atlas.Version)], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, Places places, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy place (id, kind, name, country, province, district, radius_m, names, geom, boundary) from stdin (format binary)", cancellation);
        foreach (var place in places.All)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var text in (string?[])[place.Id, EnumWords<PlaceKind>.Of(place.Kind), place.Name, place.Country, place.ProvinceId, place.DistrictId])
                await WriteAsync(copy, text, cancellation);
            await copy.WriteAsync(place.RadiusM, cancellation);
            await copy.WriteAsync(place.Names.Select(name => name.Text).Distinct().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(Wgs84.CreatePoint(new Coordinate(place.Lon, place.Lat)), cancellation);
            await WriteAsync(copy, places.Boundary(place.Id) is { } boundary ? Wgs84.CreateGeometry(boundary) : null, cancellation);
        }
        await copy.CompleteAsync(cancellation);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, CancellationToken cancellation) where T : class =>
        value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, cancellation);
}
