using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Columns;

/// <summary>What the map filters, counts and draws. The numbers for none are those that the map calculates with.</summary>
internal sealed class MapColumns(int rows) : IColumnSet
{
    private const int OpenStart = -int.MaxValue;
    private const int OpenEnd = int.MaxValue;
    private const int NoFigure = -1;

    private readonly IdColumns ids = new(rows);
    private readonly int[] starts = new int[rows];
    private readonly int[] ends = new int[rows];
    private readonly WordColumn datePrecisions = new(WordsOf<DatePrecision>(), rows);
    private readonly WordColumn kinds = new([.. Kinds.All.Select(kind => kind.Kind)], rows);
    private readonly WordColumn sides = new(WordsOf<BorderSide>(), rows);
    private readonly WordColumn precisions = new(WordsOf<PlacePrecision>(), rows);
    private readonly WordColumn grades = new(WordsOf<Grade>(), rows);
    private readonly byte[] crossBorder = new byte[rows];
    private readonly int[] killedLow = new int[rows];
    private readonly int[] killedHigh = new int[rows];
    private readonly double[] lon = new double[rows];
    private readonly double[] lat = new double[rows];
    private readonly double[] lineKm = new double[rows];
    private readonly int[] radius = new int[rows];
    private readonly TextColumn episodes = new(rows);
    private readonly TextColumn placeIds = new(rows);

    public string Selected => "id, date_start - date '1970-01-01', date_end - date '1970-01-01', date_precision, kind, side, precision, grade, cross_border, "
        + $"killed_low, killed_high, ST_X(geom), ST_Y(geom), line_km, radius_m, episode, {PlacesWherePointsSayTooLittle}";

    /// <summary>All places, with what holds them, of incidents at several, and of what closes or opens crossings: of most others the point says the same in less.</summary>
    private const string PlacesWherePointsSayTooLittle =
        "case when kind in ('crossing_closure', 'crossing_reopening') or (id, version) in (select p.id, p.version from public_incident_place p where p.ordinal > 0) "
        + "then nullif(array_to_string(place_ids, ' '), '') end";

    public void Take(NpgsqlDataReader reader, int row)
    {
        ids.Set(row, reader.GetString(0));
        starts[row] = Integer(reader, 1, OpenStart);
        ends[row] = Integer(reader, 2, OpenEnd);
        datePrecisions.Set(row, reader.GetString(3));
        kinds.Set(row, reader.GetString(4));
        sides.Set(row, reader.Text(5));
        precisions.Set(row, reader.Text(6));
        grades.Set(row, reader.GetString(7));
        crossBorder[row] = reader.GetBoolean(8) ? (byte)1 : (byte)0;
        killedLow[row] = Integer(reader, 9, NoFigure);
        killedHigh[row] = Integer(reader, 10, NoFigure);
        lon[row] = Number(reader, 11);
        lat[row] = Number(reader, 12);
        lineKm[row] = Number(reader, 13);
        radius[row] = Integer(reader, 14, 0);
        episodes.Set(row, reader.Text(15));
        placeIds.Set(row, reader.Text(16));
    }

    public void Write(ColumnFileWriter file)
    {
        ids.Write(file);
        file.Integers("start", starts, OpenStart);
        file.Integers("end", ends, OpenEnd);
        foreach (var (name, column) in new[] { ("date_precision", datePrecisions), ("kind", kinds), ("side", sides), ("precision", precisions), ("grade", grades) })
            file.Words(name, column.Indexes, column.Words);
        file.Bytes("cross_border", crossBorder);
        file.Integers("killed_low", killedLow, NoFigure);
        file.Integers("killed_high", killedHigh, NoFigure);
        file.Decimals("lon", lon);
        file.Decimals("lat", lat);
        file.Decimals("line_km", lineKm);
        file.Integers("radius_m", radius, 0);
        file.Dictionary("episode", episodes);
        file.Dictionary("place_ids", placeIds);
    }

    private static int Integer(NpgsqlDataReader reader, int column, int none) => reader.IsDBNull(column) ? none : reader.GetInt32(column);

    private static double Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);

    private static List<string> WordsOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(EnumWords<T>.Of)];
}
