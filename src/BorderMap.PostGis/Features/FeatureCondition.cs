using BorderMap.PostGis.Reading;

namespace BorderMap.PostGis.Features;

/// <summary>A condition on the rows of a collection in SQL, over <see cref="FeatureSet.From"/>.</summary>
/// <param name="Sql">Without the word; values stand as <c>@name</c> and are never part of the text.</param>
/// <param name="Parameters">The values; names are unique within a query, those that end in a digit after one letter (<c>@p0</c>, <c>@k0</c>) are the builder's own.</param>
public sealed record FeatureCondition(string Sql, IReadOnlyList<FilterParameter> Parameters)
{
    public FeatureCondition(string sql, params FilterParameter[] parameters)
        : this(sql, (IReadOnlyList<FilterParameter>)parameters)
    {
    }
}
