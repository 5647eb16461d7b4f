using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Reading;

namespace BorderMap.Gazetteer.Tests.Build;

public sealed class WhosOnFirstReaderTests
{
    private const string Torkham = """
        {"type":"Feature","properties":{"geom:latitude":34.1,"geom:longitude":71.1,"mz:is_current":-1,"wof:concordances":{"gn:id":1,"wd:id":"Q1"},"wof:country":"AF",
        "wof:id":7,"wof:name":"Towr Kham","wof:placetype":"locality","wof:superseded_by":[],"wof:hierarchy":[{"country_id":85632229,"county_id":-1,"region_id":3}],
        "name:eng_x_preferred":["Torkham"],"name:eng_x_unknown":["TK"],"name:pus_x_variant":["تورخم‎","|"]},"geometry":{"type":"Point","coordinates":[71.082,34.13]}}
        """;

    [Fact]
    public void Reads_point_parents_concordances_and_names()
    {
        var entry = Parse(Torkham)!;
        Assert.Equal((7, "Towr Kham", "AF", 71.082, 34.13), (entry.Id, entry.Name, entry.Country, entry.Lon, entry.Lat));
        Assert.Equal((1L, "Q1"), (entry.GeoNamesId, entry.WikidataId));
        Assert.Equal([new Parentage(85632229, 3, null)], entry.Parents);
        Assert.False(entry.IsDead);
        // Codes and names without a letter are no names; direction marks go.
        Assert.Equal([Given.Name("eng*Torkham"), Given.Name("pus+تورخم")], entry.Names);
    }

    [Theory]
    [InlineData("\"superseded\"", "wof:superseded_by\":[]", "wof:superseded_by\":[9]")]
    [InlineData("\"deprecated\"", "\"mz:is_current\":-1", "\"mz:is_current\":-1,\"edtf:deprecated\":\"2017-01-23\"")]
    [InlineData("\"ceased\"", "\"mz:is_current\":-1", "\"mz:is_current\":0")]
    public void Knows_dead_entries(string why, string said, string says)
    {
        Assert.NotEmpty(why);
        Assert.True(Parse(Torkham.Replace(said, says))!.IsDead);
    }

    [Theory]
    [InlineData("\"wof:id\":7", "\"wof:id\":\"seven\"", "")]
    [InlineData("\"wof:id\":7,", "", "")]
    [InlineData("\"locality\"", "\"borough\"", "wof:placetype is 'borough'")]
    [InlineData("\"wof:country\":\"AF\"", "\"wof:country\":\"IR\"", "wof:country is 'IR': AF or PK is right")]
    [InlineData("[71.082,34.13]", "[34.13,171.082]", "no longitude and latitude")]
    [InlineData("\"Point\"", "\"Circle\"", "geometry type 'Circle'")]
    [InlineData("}}", "", "")]
    public void Stops_at_a_broken_line_with_file_line_and_reason(string said, string says, string reason)
    {
        var fault = Assert.Throws<GazetteerFormatException>(() => Parse(Torkham.Replace(said, says)));
        Assert.Equal(("wof-test.geojsonl.gz", 42), (fault.File, fault.Line));
        Assert.Contains(reason, fault.Message);
    }

    [Fact]
    public void Leaves_out_placetypes_that_the_gazetteer_does_not_hold() => Assert.Null(Parse(Torkham.Replace("\"locality\"", "\"localadmin\"")));

    [Theory]
    [InlineData("Chaman H\u0327oz", "Chaman Ḩoz")]
    [InlineData("پنجاب\u202c", "پنجاب")]
    [InlineData("Zanda  Jan", "Zanda Jan")]
    [InlineData("a\tb|c\nd", "a b c d")]
    [InlineData("اسلام\u200cآباد", "اسلام\u200cآباد")]
    public void Cleans_names(string raw, string clean) => Assert.Equal(clean, WhosOnFirstNames.Clean(raw));

    private static Entry? Parse(string text) => WhosOnFirstReader.ParseLine("wof-test.geojsonl.gz", 42, text.ReplaceLineEndings(""));
}
