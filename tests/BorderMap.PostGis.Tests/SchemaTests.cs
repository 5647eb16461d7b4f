using BorderMap.PostGis.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BorderMap.PostGis.Tests;

public sealed class SchemaTests(TestCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_role_reads_public_tables_and_places_and_nothing_else()
    {
        await using var database = await cluster.OpenNewAsync();
        await using var connection = await database.Public.OpenConnectionAsync(Cancellation);
        var readable = await connection.QueryAsync("""
            select c.relname::text from pg_class c
            where c.relnamespace = 'bordermap'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and has_table_privilege(c.oid, 'select')
            order by 1
            """, [], reader => reader.GetString(0), Cancellation);
        Assert.Equal(["durand_line", "place", "public_actor", "public_embed", "public_episode", "public_gone", "public_incident", "public_incident_place", "public_source", "public_state", "public_withheld"], readable);
        await using var editor = await database.Editor.OpenConnectionAsync(Cancellation);
        var tables = await editor.QueryAsync("select relname::text from pg_class where relnamespace = 'bordermap'::regnamespace and relkind in ('r', 'v', 'm', 'p')", [], reader => reader.GetString(0), Cancellation);
        var hidden = tables.Except(readable).ToList();
        Assert.Superset(new HashSet<string> { "document", "change", "source_key", "person", "api_token", "error_report", "embed" }, hidden.ToHashSet());
        foreach (var table in hidden)
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(connection, $"select * from {table}"));
        // Nor by a function that acts as its owner.
        Assert.Empty(await editor.QueryAsync("select proname::text from pg_proc where pronamespace = 'bordermap'::regnamespace and prosecdef", [], reader => reader.GetString(0), Cancellation));
        foreach (var write in (string[])["delete from public_incident", "update public_state set pub = 0", "create table bordermap.mine (n integer)"])
            Assert.Contains(await RefusalAsync(connection, write), (string[])[PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ReadOnlySqlTransaction]);
    }

    [Fact]
    public async Task A_public_connection_keeps_its_role_and_settings_when_it_is_used_again()
    {
        await using var database = await cluster.OpenNewAsync();
        for (var use = 0; use < 3; use++)
        {
            await using var connection = await database.Public.OpenConnectionAsync(Cancellation);
            Assert.Equal("bordermap_public off 0", await connection.ScalarAsync(
                "select current_user || ' ' || current_setting('jit') || ' ' || current_setting('max_parallel_workers_per_gather')", [], Cancellation));
        }
    }

    [Fact]
    public async Task Opening_again_migrates_nothing_and_two_that_open_at_once_agree()
    {
        var connectionString = await cluster.NewDatabaseAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync(connectionString)));
        await using var connection = await opened[0].Editor.OpenConnectionAsync(Cancellation);
        Assert.Equal(SqlFiles.AllMigrations.Select(migration => migration.Version),
            await connection.QueryAsync("select version from migration order by version", [], reader => reader.GetInt32(0), Cancellation));
        foreach (var database in opened)
            await database.DisposeAsync();
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        var connectionString = await cluster.NewDatabaseAsync();
        await using (var database = await OpenAsync(connectionString))
        await using (var connection = await database.Editor.OpenConnectionAsync(Cancellation))
            await connection.ExecuteAsync("insert into migration (version, name, at) values (999, 'later', now())", [], Cancellation);
        var refused = await Assert.ThrowsAsync<DatabaseSetupException>(() => OpenAsync(connectionString));
        Assert.Contains("999", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing()
    {
        await using var connection = new NpgsqlConnection(await cluster.NewDatabaseAsync() + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await connection.ExecuteAsync("create schema s; set search_path = s", [], Cancellation);
        await Assert.ThrowsAsync<PostgresException>(() => Migrator.MigrateAsync(connection,
            [(1, "one", "create table one (n integer)"), (2, "two", "create table two (n integer); select 1/0")], TimeProvider.System, Cancellation));
        Assert.Equal(["migration", "one"], await connection.QueryAsync("select tablename::text from pg_tables where schemaname = 's' order by 1", [], reader => reader.GetString(0), Cancellation));
    }

    [Fact]
    public async Task A_migration_that_is_cut_off_is_undone_and_done_at_the_next_start()
    {
        var address = await cluster.NewDatabaseAsync() + ";Pooling=false";
        await using (var cut = new NpgsqlConnection(address))
        {
            await cut.OpenAsync(Cancellation);
            await cut.ExecuteAsync("create schema s; set search_path = s", [], Cancellation);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => Migrator.MigrateAsync(cut,
                [(1, "one", "create table one (n integer)"), (2, "two", "create table two (n integer); insert into one values (1); select pg_terminate_backend(pg_backend_pid())")], TimeProvider.System, Cancellation));
        }
        await using var next = new NpgsqlConnection(address);
        await next.OpenAsync(Cancellation);
        await next.ExecuteAsync("set search_path = s", [], Cancellation);
        Assert.Equal(["migration", "one"], await next.QueryAsync("select tablename::text from pg_tables where schemaname = 's' order by 1", [], reader => reader.GetString(0), Cancellation));
        await Migrator.MigrateAsync(next, [(1, "one", "create table one (n integer)"), (2, "two", "create table two (n integer)")], TimeProvider.System, Cancellation);
        Assert.Equal([1, 2], await next.QueryAsync("select version from migration order by 1", [], reader => reader.GetInt32(0), Cancellation));
    }

    [Fact]
    public async Task An_operators_role_without_rights_is_told_what_to_run_and_that_is_enough()
    {
        var superuser = cluster.ConnectionString("postgres", "postgres");
        await TestCluster.ExecuteAsync(superuser, "create role operator1 login nocreaterole nocreatedb");
        await TestCluster.ExecuteAsync(superuser, "create database bare template template0");
        var asOperator = cluster.ConnectionString("bare", "bordermap") + ";Options=-c role=operator1";
        await TestCluster.ExecuteAsync(superuser, "grant operator1 to bordermap");
        var told = await Assert.ThrowsAsync<DatabaseSetupException>(() => OpenAsync(asOperator));
        var statements = told.Message.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.Equal(["create extension postgis;", "create extension pg_trgm;", "grant bordermap_public to operator1;", "create schema bordermap authorization operator1;"], statements);
        foreach (var statement in statements)
            await TestCluster.ExecuteAsync(cluster.ConnectionString("bare", "postgres"), statement);
        await using var database = await OpenAsync(asOperator);
        Assert.Equal(0, await new PublicReader(database).PubAsync(Cancellation));
    }

    [Fact]
    public async Task Several_hosts_may_be_given()
    {
        var one = new NpgsqlConnectionStringBuilder(await cluster.NewDatabaseAsync());
        one.Host = $"{one.Host},{one.Host}";
        await using var database = await OpenAsync(one.ConnectionString);
        Assert.Equal(0, await new PublicReader(database).PubAsync(Cancellation));
    }

    private Task<Database> OpenAsync(string connectionString) =>
        Database.OpenAsync(new DatabaseOptions(connectionString, cluster.Home), NullLoggerFactory.Instance, TimeProvider.System, Cancellation);

    private static async Task<string> RefusalAsync(NpgsqlConnection connection, string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql, [], Cancellation))).SqlState;
}
