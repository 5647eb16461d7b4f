using BorderMap.PostGis.Schema;
using Npgsql;

namespace BorderMap.PostGis.Tests;

public class ConnectionSettingsTests
{
    [Theory]
    [InlineData("Host=db", 0)]
    [InlineData("Host=db;Command Timeout=9", 9)]
    public void A_merge_may_take_minutes_unless_the_operator_says_otherwise(string given, int seconds) =>
        Assert.Equal(seconds, new NpgsqlConnectionStringBuilder(ConnectionSettings.Editor(given, "public")).CommandTimeout);
}
