using BorderMap.Incidents;
using BorderMap.PostGis.Features;
using BorderMap.PostGis.Reading;
using Npgsql;

namespace BorderMap.PostGis.Tests.Cql2;

public class Cql2SqlTests(TestCluster cluster) : StoreTest(cluster)
{
    [Fact]
    public void Nothing_of_a_filters_own_words_stands_in_the_SQL()
    {
        var sql = FilterSql.Build(Of("title = 'x''; drop table incident; --' AND title LIKE '%@cql0%' AND S_INTERSECTS(geometry,POINT(71 34)) AND title IN ('a','b')"));
        Assert.Equal("to_pub is null\n    and ((title collate \"C\" = @cql0) and (title collate \"C\" like @cql1) and ST_Intersects(geom, @cql2) and (title collate \"C\" = any (@cql3)))", sql.Where);
    }

    [Fact]
    public async Task Where_there_is_an_index_it_is_used()
    {
        (string Filter, string Index)[] expected =
        [
            ("S_INTERSECTS(geometry,BBOX(70,33,72,35))", "by_geom"), ("S_WITHIN(geometry,POLYGON((70 33,72 33,72 35,70 33)))", "by_geom"), ("S_EQUALS(POINT(71 34),geometry)", "by_geom"),
            ("S_DWITHIN(geometry,POINT(71 34),25,'km') AND killed_low > 0", "by_geom"), ("id = 'i-aaaaaaaaaa' AND killed_low > 0", "by_id"), ("id LIKE 'i-a%'", "by_id"),
        ];
        await using var connection = await Database.Editor.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await connection.ExecuteAsync("""
            create temp table public_incident (id text collate "C", killed_low integer, geom geometry(Point, 4326), to_pub bigint) on commit drop;
            create index by_geom on public_incident using gist (geom);
            create index by_id on public_incident (id);
            set local enable_seqscan = off
            """, [], Cancellation);
        foreach (var (filter, index) in expected)
        {
            var sql = FilterSql.Build(Of(filter));
            var plan = string.Join('\n', await connection.QueryAsync($"explain (costs off) select id from public_incident where {sql.Where}", PublicIncidents.Bound(sql), reader => reader.GetString(0), Cancellation));
            Assert.True(plan.Contains(index, StringComparison.Ordinal) && plan.Contains("Index Cond: ", StringComparison.Ordinal), $"{filter}\n{plan}");
        }
    }

    [Fact]
    public async Task The_deepest_filter_within_the_limits_is_answered_and_the_costliest_given_up()
    {
        // Sums within sums, as deep as brackets and terms allow, up to the limit of nodes.
        var sum = "killed_low";
        for (var level = 0; level < 28; level++)
            sum = $"({sum}{string.Concat(Enumerable.Repeat(" + 1", 33))})";
        Assert.Equal(0, (await PageAsync(Of($"{sum} < 0"))).NumberMatched);
        var conditions = Of(string.Join(" OR ", Enumerable.Repeat("killed_low = -1", 499)));
        Assert.Equal(0, (await PageAsync(conditions)).NumberMatched);
        await AssertGivenUpAsync();
    }

    [Fact]
    public void A_page_belongs_to_the_filter_with_all_its_values()
    {
        string[] filters = ["killed_low IN (1,2)", "killed_low IN (1,3)", "title IN ('a','b')", "title IN ('a','c')", "S_INTERSECTS(geometry,POINT(71 34))", "S_INTERSECTS(geometry,POINT(71 34.00000000001))", "updated > TIMESTAMP('2025-01-01T00:00:00.000001Z')", "updated > TIMESTAMP('2025-01-01T00:00:00.000002Z')"];
        var fingerprints = filters.Select(filter => FeatureSql.Fingerprint(new FeatureQuery(FeatureSets.Incidents) { Conditions = [FeatureFilter.Condition(FeatureSets.Incidents, Of(filter).Condition!)] }));
        Assert.Equal(filters.Length, fingerprints.Distinct().Count());
    }

    private async Task AssertGivenUpAsync()
    {
        await using var connection = await Database.Public.OpenConnectionAsync(Cancellation);
        Assert.Equal("10s", await connection.ScalarAsync("show statement_timeout", [], Cancellation));
        await using (await connection.BeginTransactionAsync(Cancellation))
        {
            await connection.ExecuteAsync("set local statement_timeout = 1", [], Cancellation);
            var error = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("select pg_sleep(10)", [], Cancellation));
            Assert.True(CostLimit.IsReached(error));
        }
        await using (await connection.BeginTransactionAsync(Cancellation))
        {
            await CostLimit.LiftAsync(connection, Cancellation);
            Assert.Equal("0", await connection.ScalarAsync("show statement_timeout", [], Cancellation));
        }
        Assert.Equal("10s", await connection.ScalarAsync("show statement_timeout", [], Cancellation));
    }

    private static IncidentFilter Of(string filter)
    {
        var (read, problems) = IncidentFilter.Parse([new(FilterNames.Filter, filter)]);
        Assert.Empty(problems);
        return read!;
    }
}
