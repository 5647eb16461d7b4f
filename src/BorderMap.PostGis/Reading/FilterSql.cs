using BorderMap.Incidents;
using BorderMap.Incidents.Cql2;
using NpgsqlTypes;

namespace BorderMap.PostGis.Reading;

/// <summary>A filter as SQL over <c>public_incident</c>: the one place where the filter grammar becomes SQL.</summary>
/// <param name="Where">The condition, without the word; values stand as <c>@name</c>, or as <see cref="AsSetting"/> has them.</param>
/// <param name="Parameters">The values.</param>
internal sealed record FilterSql(string Where, IReadOnlyList<FilterParameter> Parameters)
{
    /// <summary>A box without an area is a point or a line: as a polygon it would meet nothing.</summary>
    private const string Box = "ST_Envelope(ST_SetSRID(ST_MakeLine(ST_MakePoint(@minlon, @minlat), ST_MakePoint(@maxlon, @maxlat)), 4326))";
    private const string Area = "ST_GeomFromText(@within, 4326)";

    /// <param name="filter">What is meant.</param>
    /// <param name="reference">How a value is written in the text; null: <c>@name</c>.</param>
    public static FilterSql Build(IncidentFilter filter, Func<FilterParameter, string>? reference = null)
    {
        var (conditions, parameters) = (new List<string>(), new List<FilterParameter>());
        Add(true, Version(filter), ("asof", filter.AsOf, NpgsqlDbType.Bigint));
        Add(filter.Ids.Count > 0, "id = any (@ids)", ("ids", filter.Ids, Texts));
        Add(filter.Bbox is not null, Place(filter.PlaceMatch, Box), ("minlon", filter.Bbox?.MinLon, NpgsqlDbType.Double), ("minlat", filter.Bbox?.MinLat, NpgsqlDbType.Double),
            ("maxlon", filter.Bbox?.MaxLon, NpgsqlDbType.Double), ("maxlat", filter.Bbox?.MaxLat, NpgsqlDbType.Double));
        Add(filter.Within is not null, Place(filter.PlaceMatch, Area), ("within", filter.Within?.Wkt, NpgsqlDbType.Text));
        AddTime();
        Add(filter.Kind.Count > 0, "kind = any (@kind)", ("kind", filter.Kind.Count > 0 ? filter.KindSet : [], Texts));
        Add(filter.Actor.Count > 0, "actor_ids && @actor", ("actor", filter.Actor, Texts));
        Add(filter.Place.Count > 0, "place_ids && @place", ("place", filter.Place, Texts));
        Add(filter.Side.Count > 0, "side = any (@side)", ("side", Words(filter.Side), Texts));
        Add(filter.LineKm?.From is not null, "line_km >= @linefrom", ("linefrom", filter.LineKm?.From, NpgsqlDbType.Double));
        Add(filter.LineKm?.To is not null, "line_km <= @lineto", ("lineto", filter.LineKm?.To, NpgsqlDbType.Double));
        Add(filter.Episode.Count > 0, "episode = any (@episode)", ("episode", filter.Episode, Texts));
        Add(filter.KilledMin is not null, "killed_low >= @killed", ("killed", filter.KilledMin, NpgsqlDbType.Integer));
        Add(filter.Grade.Count > 0, "grade = any (@grade)", ("grade", Words(filter.Grade), Texts));
        Add(filter.Precision.Count > 0, "precision = any (@precision)", ("precision", Words(filter.Precision), Texts));
        Add(filter.Publisher.Count > 0, $"source_ids && array(select id from public_source where publisher = any (@publisher) and {Version(filter)})", ("publisher", filter.Publisher, Texts));
        Add(filter.CrossBorder is not null, "cross_border = @crossborder", ("crossborder", filter.CrossBorder, NpgsqlDbType.Boolean));
        foreach (var (word, i) in SearchWords(filter.Q).Select((word, i) => (word, i)))
            Add(true, $"search like @q{i}", ($"q{i}", word, NpgsqlDbType.Text));
        if (filter.Condition is { } condition)
            AddCondition(Cql2Sql.Build(condition, Columns));
        var where = string.Join("\n    and ", conditions);
        // Longer names first: @q1 also begins @q10.
        if (reference is not null)
            foreach (var parameter in parameters.OrderByDescending(parameter => parameter.Name.Length))
                where = where.Replace("@" + parameter.Name, reference(parameter), StringComparison.Ordinal);
        return new FilterSql(where, parameters);

        void AddTime()
        {
            var (from, to) = filter.TimeMatch == TimeMatch.Possible ? (filter.Datetime?.From, filter.Datetime?.To) : (filter.Datetime?.CertainFrom, filter.Datetime?.CertainTo);
            var isPossible = filter.TimeMatch == TimeMatch.Possible;
            Add(to is not null, isPossible ? "(date_start is null or date_start <= @until)" : "date_end <= @until", ("until", to, NpgsqlDbType.Date));
            Add(from is not null, isPossible ? "(date_end is null or date_end >= @from)" : "date_start >= @from", ("from", from, NpgsqlDbType.Date));
        }

        void AddCondition(FilterSql condition)
        {
            conditions.Add(condition.Where);
            parameters.AddRange(condition.Parameters);
        }

        void Add(bool isAsked, string condition, params (string Name, object? Value, NpgsqlDbType Type)[] values)
        {
            if (!isAsked)
                return;
            conditions.Add(condition);
            parameters.AddRange(values.Where(value => value.Value is not null).Select(value => new FilterParameter(value.Name, Plain(value.Value!), value.Type)));
        }
    }

    /// <summary>A parameter as a setting of the transaction: COPY takes no parameters.</summary>
    public static string AsSetting(FilterParameter parameter) => $"current_setting('{SettingName(parameter)}')::{SqlType(parameter.Type)}";

    public static string SettingName(FilterParameter parameter) => $"bordermap.{parameter.Name}";

    // Every property is a column of its own name.
    private static readonly Dictionary<string, string> Columns = IncidentQueryables.All.ToDictionary(queryable => queryable.Name, queryable => queryable.Type == Cql2Type.Geometry ? "geom" : queryable.Name);

    private static NpgsqlDbType Texts => NpgsqlDbType.Array | NpgsqlDbType.Text;

    private static string Version(IncidentFilter filter) =>
        filter.AsOf is null ? "to_pub is null" : "from_pub <= @asof and (to_pub is null or to_pub > @asof)";

    private static string Place(PlaceMatch match, string area) => match switch
    {
        PlaceMatch.Point => $"ST_Intersects(geom, {area})",
        PlaceMatch.Possible => $"ST_Intersects(extent, {area})",
        PlaceMatch.Certain => $"ST_CoveredBy(extent, {area})",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "unknown"),
    };

    /// <summary>Every word has to occur, wherever; the search text is lower case.</summary>
    private static IEnumerable<string> SearchWords(string? text) => (text ?? "").ToLowerInvariant()
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%");

    private static List<string> Words<T>(IReadOnlyList<T> values) where T : struct, Enum => [.. values.Select(EnumWords<T>.Of)];

    private static object Plain(object value) => value is IEnumerable<string> texts ? texts.ToArray() : value;

    private static string SqlType(NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Array | NpgsqlDbType.Text => "text[]",
        NpgsqlDbType.Text => "text",
        NpgsqlDbType.Bigint => "bigint",
        NpgsqlDbType.Integer => "integer",
        NpgsqlDbType.Double => "double precision",
        NpgsqlDbType.Date => "date",
        NpgsqlDbType.Boolean => "boolean",
        NpgsqlDbType.TimestampTz => "timestamptz",
        NpgsqlDbType.Geometry => "geometry",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no filter has this type"),
    };
}
