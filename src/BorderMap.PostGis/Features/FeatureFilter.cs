using BorderMap.Incidents.Cql2;
using BorderMap.PostGis.Reading;

namespace BorderMap.PostGis.Features;

/// <summary>Filters in CQL2 over the features of a collection.</summary>
public static class FeatureFilter
{
    /// <summary>What filters of a collection may name.</summary>
    public static IReadOnlyList<QueryableProperty> Queryables(FeatureSet collection) =>
        [.. collection.Properties.Where(property => property.IsQueryable).Select(property => new QueryableProperty(property.Name, TypeOf(property.Type))), new(IncidentQueryables.Geometry, Cql2Type.Geometry)];

    /// <summary>The condition that a filter over <see cref="Queryables"/> puts to the rows.</summary>
    public static FeatureCondition Condition(FeatureSet collection, Expression filter)
    {
        var columns = collection.Properties.Where(property => property.IsQueryable).ToDictionary(property => property.Name, property => property.Sql);
        columns.Add(IncidentQueryables.Geometry, collection.Geometry);
        var sql = Cql2Sql.Build(filter, columns);
        return new FeatureCondition(sql.Where, sql.Parameters);
    }

    private static Cql2Type TypeOf(PropertyType type) => type switch
    {
        PropertyType.Text => Cql2Type.Text,
        PropertyType.Integer => Cql2Type.Integer,
        PropertyType.Number => Cql2Type.Number,
        PropertyType.Boolean => Cql2Type.Boolean,
        PropertyType.Date => Cql2Type.Date,
        PropertyType.Instant => Cql2Type.Instant,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type"),
    };
}
