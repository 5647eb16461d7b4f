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
}
