using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.PostGis.Reading;
using NpgsqlTypes;

namespace BorderMap.PostGis.Features;

/// <summary>One key of an order in SQL; <c>null</c> is the last value of each.</summary>
internal sealed record SortKey(string Sql, NpgsqlDbType Type, bool IsDescending);

/// <summary>A query as SQL: the one place where features are selected, pure.</summary>
/// <param name="Text">The statement; values stand as <c>@name</c>.</param>
/// <param name="Parameters">The values.</param>
internal sealed partial record FeatureSql(string Text, IReadOnlyList<FilterParameter> Parameters)
{
    /// <summary>One page and a row more: the id, the keys of the order, the feature and, for another reference system than the stored one, the geometry.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="asOf">A public sequence; null: now.</param>
    public static FeatureSql Page(FeatureQuery query, long? asOf)
    {
        var (collection, keys) = (query.Collection, Keys(query));
        var inStretches = IsByCell(query) && asOf is null;
        var (where, parameters) = Where(query, asOf, inStretches);
        var columns = string.Concat(keys.Select(key => $", {key.Sql}"));
        var geometry = IsStored(query) ? "" : $", {collection.Geometry}";
        if (query.Cursor is { } cursor)
        {
            where += $"\n    and {After(keys, collection.Key.Sql, cursor, IsByCell(query))}";
            parameters.AddRange(keys.Zip(cursor.Keys).Select((pair, i) => pair.Second is null ? null : new FilterParameter($"k{i}", FeatureCursor.Parse(pair.Second, pair.First.Type), pair.First.Type)).OfType<FilterParameter>());
            parameters.Add(new("kid", cursor.Id, NpgsqlDbType.Text));
        }
        parameters.Add(new("limit", query.Limit + 1, NpgsqlDbType.Integer));
        var order = string.Concat(keys.Select(key => $"{key.Sql}{(key.IsDescending ? " desc" : "")} nulls last, ")) + collection.Key.Sql;
        var selected = $"select {Pub}, {collection.Key.Sql}{columns}, {Feature(collection, IsStored(query))}{geometry} from {collection.From} where {where}";
        if (!inStretches)
            return Finish($"{selected} order by {order} limit @limit", parameters, asOf);
        var stretches = Stretches(query);
        parameters.Add(new("firsts", stretches.Select(stretch => stretch.First).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        parameters.Add(new("lasts", stretches.Select(stretch => stretch.Last).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        // One stretch of the index after another, until the page is full; no sort of all that lies in the area.
        return Finish($"""
            select f.* from unnest(@firsts, @lasts) as s(first, last)
            cross join lateral ({selected} and {keys[0].Sql} between s.first and s.last order by {keys[0].Sql}, {collection.Key.Sql} limit @limit) f
            limit @limit
            """, parameters, null);
    }

    /// <summary>The public sequence that a statement sees.</summary>
    private const string Pub = "(select pub from public_state)";

    public static FeatureSql Count(FeatureQuery query, long? asOf)
    {
        var (where, parameters) = Where(query, asOf);
        return Finish($"select count(*) from {query.Collection.From} where {where}", parameters, asOf);
    }

    /// <summary>How many there are, the box around them (west, south, east, north in degrees) and their first and last day; null where there is none.</summary>
    public static FeatureSql Extent(FeatureSet collection)
    {
        var time = collection.Time is var (start, end) ? $", min({start.Sql}), max({end.Sql})" : ", null::date, null::date";
        return Finish($"""
            select count(*), ST_XMin(ST_Extent({collection.Geometry})), ST_YMin(ST_Extent({collection.Geometry})), ST_XMax(ST_Extent({collection.Geometry})), ST_YMax(ST_Extent({collection.Geometry})){time}
            from {collection.From} where {collection.Where}
            """, [], null);
    }

    /// <summary>Of collection, filter and order; whatever the moment, the page and the reference system.</summary>
    public static string Fingerprint(FeatureQuery query) => Hash(string.Join('\n', Keys(query).Select(key => $"{key.Sql}{key.IsDescending}").Prepend(Selection(query))))[..16];

    /// <summary>Of collection and filter, for what is kept of them.</summary>
    public static string Selection(FeatureQuery query)
    {
        var (where, parameters) = Where(query, null);
        var text = new StringBuilder(query.Collection.Id).Append('\n').Append(where);
        foreach (var parameter in parameters)
            text.Append('\n').Append(parameter.Name).Append('=').Append(parameter.Value is string[] texts ? string.Join('\0', texts) : FeatureCursor.Text(parameter.Value));
        return Hash(text.ToString());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The order in SQL, without the id that ends it.</summary>
    public static IReadOnlyList<SortKey> Keys(FeatureQuery query) => IsByCell(query) ? [new SortKey(Cells.Sql(query.Collection.Geometry), NpgsqlDbType.Text, false)] : [.. query.Sort.Select(sort => sort.IsDescending && sort.Property.DescendingSql is { } descending
        ? new SortKey(descending, NpgsqlDbType.Integer, false)
        : new SortKey(sort.Property.Sql, TypeOf(sort.Property.Type), sort.IsDescending))];

    public static NpgsqlDbType TypeOf(PropertyType type) => type switch
    {
        PropertyType.Text => NpgsqlDbType.Text,
        PropertyType.Integer => NpgsqlDbType.Integer,
        PropertyType.Number => NpgsqlDbType.Double,
        PropertyType.Boolean => NpgsqlDbType.Boolean,
        PropertyType.Date => NpgsqlDbType.Date,
        PropertyType.Instant => NpgsqlDbType.TimestampTz,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type"),
    };

    /// <summary>Whether the page is read in the order of cells.</summary>
    public static bool IsByCell(FeatureQuery query) => query.Collection.HasCells && query.Area is not null && query.Sort.Count == 0 && query.PlaceMatch is null or PlaceMatch.Point;

    private static List<(string First, string Last)> Stretches(FeatureQuery query)
    {
        var stretches = Cells.Cover([.. Enumerable.Range(0, query.Area!.NumGeometries).Select(i => query.Area.GetGeometryN(i).EnvelopeInternal)]).ToList();
        if (query.PlaceMatch is null)
            stretches.Add((Cells.None, Cells.None));
        return query.Cursor is not { Keys: [{ } at] } ? stretches : [.. stretches.Where(stretch => string.CompareOrdinal(stretch.Last, at) >= 0)];
    }

    private static bool IsStored(FeatureQuery query) => query.Crs == ReferenceSystem.Crs84;

    private static (string Where, List<FilterParameter> Parameters) Where(FeatureQuery query, long? asOf, bool inStretches = false)
    {
        var collection = query.Collection;
        var (conditions, parameters) = (new List<string> { collection.Where }, new List<FilterParameter>());
        if (collection.TakesIncidentFilter && query.Filter != IncidentFilter.All)
        {
            var filter = FilterSql.Build(query.Filter with { AsOf = asOf });
            conditions.Add(filter.Where);
            parameters.AddRange(filter.Parameters.Where(parameter => parameter.Name != "asof"));
        }
        if (query.Area is { } area)
        {
            // In stretches of cells the index of cells serves, and the one of geometries must not: it would mean to sort all that lies in the area.
            conditions.Add(Meets(inStretches ? $"ST_Force2D({collection.Geometry})" : collection.Geometry, query.PlaceMatch));
            parameters.Add(new("area", area, NpgsqlDbType.Geometry));
        }
        if (query.Time is { } time && collection.Time is var (start, end))
            AddTime(time, start.Sql, end.Sql);
        foreach (var condition in query.Conditions)
        {
            conditions.Add($"({condition.Sql})");
            parameters.AddRange(condition.Parameters);
        }
        return (string.Join("\n    and ", conditions), parameters);

        void AddTime(DateWindow window, string first, string last)
        {
            if (window.To is { } to)
            {
                conditions.Add($"({first} is null or {first} <= @until)");
                parameters.Add(new("until", to, NpgsqlDbType.Date));
            }
            if (window.From is { } from)
            {
                conditions.Add($"({last} is null or {last} >= @from)");
                parameters.Add(new("from", from, NpgsqlDbType.Date));
            }
        }
    }

    private static string Meets(string geometry, PlaceMatch? match) => match switch
    {
        null => $"({geometry} is null or ST_Intersects({geometry}, @area))",
        PlaceMatch.Point => $"ST_Intersects({geometry}, @area)",
        PlaceMatch.Possible => "ST_Intersects(extent, @area)",
        PlaceMatch.Certain => "ST_CoveredBy(extent, @area)",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, "unknown"),
    };

    /// <summary>What comes after the cursor: a greater first key, or the same one and a greater next key ..., a greater id at last.</summary>
    private static string After(IReadOnlyList<SortKey> keys, string id, FeatureCursor cursor, bool isByCell)
    {
        if (isByCell)
            return $"({keys[0].Sql}, {id}) > (@k0, @kid)";
        var after = $"{id} > @kid";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var key = keys[i];
            after = cursor.Keys[i] is null
                ? $"({key.Sql} is null and {after})"
                : $"({key.Sql} is null or {key.Sql} {(key.IsDescending ? '<' : '>')} @k{i} or ({key.Sql} = @k{i} and {after}))";
        }
        return after;
    }

    /// <summary>The finished feature; made ones have no geometry where it is put in afterwards.</summary>
    private static string Feature(FeatureSet collection, bool withGeometry)
    {
        if (collection.Finished is { } finished)
            return finished;
        var properties = string.Join(", ", collection.Properties.Select(property => $"'{property.Name}', {Value(property)}"));
        var geometry = withGeometry ? $"ST_AsGeoJSON({collection.Geometry}, 5)::json" : "null";
        return $"json_build_object('type', 'Feature', 'id', {collection.Key.Sql}, 'geometry', {geometry}, 'properties', json_build_object({properties}))::text";
    }

    private static string Value(FeatureProperty property) =>
        property.Type == PropertyType.Instant ? $"""to_char({property.Sql} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')""" : property.Sql;

    private static FeatureSql Finish(string text, List<FilterParameter> parameters, long? asOf)
    {
        var finished = ShownAlias().Replace(text, match => asOf is null
            ? $"{match.Groups[1].Value}.to_pub is null"
            : $"{match.Groups[1].Value}.from_pub <= @asof and ({match.Groups[1].Value}.to_pub is null or {match.Groups[1].Value}.to_pub > @asof)");
        return new FeatureSql(finished, finished.Contains("@asof", StringComparison.Ordinal) ? [.. parameters, new("asof", asOf!.Value, NpgsqlDbType.Bigint)] : parameters);
    }

    [GeneratedRegex(@"\{shown (\w+)\}")]
    private static partial Regex ShownAlias();
}
