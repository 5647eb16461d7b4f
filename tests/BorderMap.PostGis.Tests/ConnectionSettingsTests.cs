using BorderMap.PostGis.Schema;
using Npgsql;

namespace BorderMap.PostGis.Tests;

public class ConnectionSettingsTests
{
    [Theory]
    [InlineData("Host=db", 0, 30)]
    [InlineData("Host=db;Command Timeout=9", 9, 9)]
    public void A_merge_of_many_rows_may_take_minutes_and_an_edit_may_not_unless_the_operator_says_otherwise(string given, int many, int one) =>
        Assert.Equal((many, one), (new NpgsqlConnectionStringBuilder(ConnectionSettings.Bulk(given, "public")).CommandTimeout, new NpgsqlConnectionStringBuilder(ConnectionSettings.Editor(given, "public")).CommandTimeout));

    [Theory]
    [InlineData("Host=db", "db:5432")]
    [InlineData("Host=a,b:5433;Port=5440", "a:5440 b:5433")]
    [InlineData("Host=/run/one,/run/two", "/run/one:5432 /run/two:5432")]
    [InlineData("Host=::1,[::1]:5433", "::1:5432 ::1:5433")]
    public void Each_host_has_its_own_port_or_that_of_all(string given, string hosts) =>
        Assert.Equal(hosts, string.Join(' ', ConnectionSettings.Hosts(new NpgsqlConnectionStringBuilder(given)).Select(one => $"{one.Host}:{one.Port}")));

    [Theory]
    [InlineData("Host=a,b", 4, 2)]
    [InlineData("Host=a,b;Timeout=9;Host Recheck Seconds=7;Target Session Attributes=any", 9, 7)]
    [InlineData("Host=a", 15, 10)]
    public void Of_several_hosts_one_that_is_gone_is_passed_over_soon_and_the_program_says_which_is_meant(string given, int patience, int recheck)
    {
        foreach (var made in (string[])[ConnectionSettings.Editor(given, "public"), ConnectionSettings.Bulk(given, "public"), ConnectionSettings.Public(given, "public")])
        {
            var settings = new NpgsqlConnectionStringBuilder(made);
            Assert.Equal((patience, recheck, null), (settings.Timeout, settings.HostRecheckSeconds, settings.TargetSessionAttributes));
        }
    }
}
