using BorderMap.Gazetteer;
using BorderMap.Incidents;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads what a still picture draws.</summary>
internal sealed class PublicSpots(PublicConnections source)
{
    public async Task<IReadOnlyList<PictureSpot>> ReadAsync(IncidentFilter filter, bool withPlaces, int most, CancellationToken cancellation)
    {
        return await ShownRows.ReadAsync(source, filter,
            $"select ST_X(geom), ST_Y(geom), family, precision, coalesce(radius_m, 0), killed_low, date_start, date_end, killed_high, line_km, episode{(withPlaces ? ", place_ids" : "")}", "order by newest, id limit @most",
            reader => new PictureSpot(reader.Nullable<double>(0), reader.Nullable<double>(1), reader.GetString(2),
                reader.Text(3) is { } word ? Enum.Parse<PlacePrecision>(word, ignoreCase: true) : null,
                reader.GetInt32(4), reader.Nullable<int>(5), reader.Nullable<DateOnly>(6), reader.Nullable<DateOnly>(7))
            {
                KilledHigh = reader.Nullable<int>(8),
                LineKm = reader.Nullable<double>(9),
                Episode = reader.Text(10),
                Places = withPlaces ? reader.GetFieldValue<string[]>(11) : [],
            }, cancellation, new NpgsqlParameter("most", most));
    }
}
