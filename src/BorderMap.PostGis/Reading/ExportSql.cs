using NpgsqlTypes;

namespace BorderMap.PostGis.Reading;

/// <summary>The queries of a download, their values as settings of the transaction.</summary>
/// <param name="Where">The condition of the incidents that it holds.</param>
/// <param name="GoneRows">From which and where: those that changed since and are not among them.</param>
/// <param name="Parameters">The values.</param>
internal sealed record ExportSql(string Where, string GoneRows, IReadOnlyList<FilterParameter> Parameters)
{
    private const string Since = "since";

    public static ExportSql Build(ExportQuery query)
    {
        var shown = FilterSql.Build(query.Filter, FilterSql.AsSetting);
        if (query.Since is not { } known)
            return new(shown.Where, "", shown.Parameters);
        var since = new FilterParameter(Since, known, NpgsqlDbType.Bigint);
        var goneRows = SqlFiles.Read("export_gone").Replace("{shown}", shown.Where, StringComparison.Ordinal)
            .Replace("{since}", FilterSql.AsSetting(since), StringComparison.Ordinal);
        return new($"{shown.Where}\n    and from_pub > {FilterSql.AsSetting(since)}", goneRows, [.. shown.Parameters, since]);
    }

    /// <summary>From which and where.</summary>
    public string Rows(bool isLocated) => $"from public_incident where {Where}{(isLocated ? "\n    and geom is not null" : "")}";

    /// <summary>Finished features: by id, or located ones as neighbours in space (geometries are ordered along a Hilbert curve).</summary>
    public string Features(bool isSpatial) => $"select feature {Rows(isSpatial)} order by {(isSpatial ? "geom, id" : "id")}";

    /// <summary>Finished JSON objects, by id.</summary>
    public string Gone => $"""
        select json_strip_nulls(json_build_object('id', c.id, 'pub', c.pub, 'how', coalesce(g.how, 'outside'), 'at', g.at, 'reason', g.reason, 'successor', g.successor))::text
        {GoneRows}
        order by c.id
        """;
}
