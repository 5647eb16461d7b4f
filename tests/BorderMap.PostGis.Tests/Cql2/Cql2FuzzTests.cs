using System.Globalization;
using BorderMap.Incidents.Cql2;
using BorderMap.Incidents.Tests.Cql2;
using BorderMap.PostGis.Reading;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Tests.Cql2;

/// <summary>Filters at random, as SQL and in memory: one truth for every row, unknown included.</summary>
public class Cql2FuzzTests(TestCluster cluster) : StoreTest(cluster)
{
    private const int Rows = 250;
    private const int Batch = 250;

    /// <summary>How many filters; a night's run sets it to a million.</summary>
    private static readonly int Filters = int.Parse(Environment.GetEnvironmentVariable("BORDERMAP_CQL2_FILTERS") ?? "10000", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("BORDERMAP_CQL2_SEED") ?? "7", CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, (string Sql, NpgsqlDbType Type)> Columns = FilterMaker.Queryables.ToDictionary(
        queryable => queryable.Name,
        queryable => queryable.Type switch
        {
            Cql2Type.Text => ("text", NpgsqlDbType.Text),
            Cql2Type.Number => ("double precision", NpgsqlDbType.Double),
            Cql2Type.Integer => ("integer", NpgsqlDbType.Integer),
            Cql2Type.Boolean => ("boolean", NpgsqlDbType.Boolean),
            Cql2Type.Date => ("date", NpgsqlDbType.Date),
            Cql2Type.Instant => ("timestamptz", NpgsqlDbType.TimestampTz),
            _ => ("geometry(geometry, 4326)", NpgsqlDbType.Geometry),
        });

    private static readonly Dictionary<string, string> SqlOf = FilterMaker.Queryables.ToDictionary(queryable => queryable.Name, queryable => $"\"{queryable.Name}\"");

    [Fact]
    public async Task Every_filter_finds_in_the_database_what_it_says_of_each_row()
    {
        var maker = new FilterMaker(new Random(Seed));
        List<Dictionary<string, object?>> rows = [.. Enumerable.Range(0, Rows).Select(_ => maker.Row())];
        await using var connection = await Database.Editor.OpenConnectionAsync(Cancellation);
        await StoreAsync(connection, rows);
        var truths = new Dictionary<bool, long> { [true] = 0, [false] = 0 };
        for (var done = 0; done < Filters; done += Batch)
        {
            List<Expression> filters = [.. Enumerable.Range(0, Math.Min(Batch, Filters - done)).Select(i => Read(maker.Condition(), i))];
            var found = await AskAsync(connection, filters);
            for (var row = 0; row < rows.Count; row++)
                for (var i = 0; i < filters.Count; i++)
                {
                    var holds = NaiveEvaluator.Holds(filters[i], rows[row]);
                    if (holds != found[row][i])
                        Assert.Fail($"{TextPrinter.Print(filters[i])}\nis {Said(holds)} of row {row}, and {Said(found[row][i])} in the database:\n{string.Join("\n", rows[row])}");
                    if (holds is { } truth)
                        truths[truth]++;
                }
        }
        // The filters are worth asking: many of both answers.
        Assert.All(truths.Values, count => Assert.True(count > 20L * Filters, $"{count}"));
    }

    // Through the encodings in turn, so that the parsers stand in the way as they do for a request.
    private static Expression Read(Expression filter, int i)
    {
        var result = i % 2 == 0
            ? Cql2Filter.Read(TextPrinter.Print(filter), Cql2Language.Text, FilterMaker.Queryables)
            : Cql2Filter.Read(JsonPrinter.Print(filter), Cql2Language.Json, FilterMaker.Queryables);
        Assert.True(result.Problem is null, $"{TextPrinter.Print(filter)}\n{result.Problem}");
        return result.Filter!;
    }

    private static async Task StoreAsync(NpgsqlConnection connection, List<Dictionary<string, object?>> rows)
    {
        await connection.ExecuteAsync($"create temp table fuzz (row integer primary key, {string.Join(", ", Columns.Select(column => $"\"{column.Key}\" {column.Value.Sql}"))})", [], Cancellation);
        for (var i = 0; i < rows.Count; i++)
            await connection.ExecuteAsync($"insert into fuzz values ({i}, {string.Join(", ", Enumerable.Range(0, Columns.Count).Select(n => $"@v{n}"))})",
                [.. Columns.Select((column, n) => new NpgsqlParameter($"v{n}", column.Value.Type) { Value = Stored(column.Value.Type, rows[i][column.Key]) })], Cancellation);
    }

    private static object Stored(NpgsqlDbType type, object? value) => value is null ? DBNull.Value : type == NpgsqlDbType.Integer ? (int)(double)value : value;

    private static async Task<List<bool?[]>> AskAsync(NpgsqlConnection connection, List<Expression> filters)
    {
        var (columns, parameters) = (new List<string>(), new List<NpgsqlParameter>());
        foreach (var (filter, i) in filters.Select((filter, i) => (filter, i)))
        {
            var sql = Cql2Sql.Build(filter, SqlOf);
            var where = sql.Where;
            foreach (var parameter in sql.Parameters.OrderByDescending(parameter => parameter.Name.Length))
            {
                where = where.Replace("@" + parameter.Name, $"@f{i}_{parameter.Name}", StringComparison.Ordinal);
                parameters.Add(new($"f{i}_{parameter.Name}", parameter.Type) { Value = parameter.Value });
            }
            columns.Add(where);
        }
        return await connection.QueryAsync($"select {string.Join(",\n", columns)} from fuzz order by row", [.. parameters],
            reader => Enumerable.Range(0, filters.Count).Select(i => reader.IsDBNull(i) ? (bool?)null : reader.GetBoolean(i)).ToArray(), Cancellation);
    }

    private static string Said(bool? truth) => truth?.ToString() ?? "unknown";
}
