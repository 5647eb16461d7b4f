using BorderMap.Incidents;
using BorderMap.PostGis.Reading;

namespace BorderMap.PostGis.Tests.Reading;

public sealed class FilterSqlTests
{
    [Fact]
    public void No_filter_means_what_is_current()
    {
        var sql = FilterSql.Build(IncidentFilter.All);
        Assert.Equal("to_pub is null", sql.Where);
        Assert.Empty(sql.Parameters);
    }

    [Fact]
    public void Values_are_parameters_and_never_stand_in_the_text()
    {
        var sql = FilterSql.Build(IncidentFilter.All with { Q = "it's 'quoted'", Actor = ["a'; drop table document; --"], AsOf = 7 });
        Assert.DoesNotContain("'", sql.Where, StringComparison.Ordinal);
        Assert.Equal(["asof", "actor", "q0", "q1"], sql.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Many_words_get_a_condition_each_also_as_settings()
    {
        var words = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"w{i}"));
        var sql = FilterSql.Build(IncidentFilter.All with { Q = words }, FilterSql.AsSetting);
        Assert.DoesNotContain("@", sql.Where, StringComparison.Ordinal);
        Assert.Contains("search like current_setting('bordermap.q11')::text", sql.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Wildcards_in_words_are_letters()
    {
        var sql = FilterSql.Build(IncidentFilter.All with { Q = @"50%_\" });
        Assert.Equal(@"%50\%\_\\%", sql.Parameters.Single().Value);
    }
}
