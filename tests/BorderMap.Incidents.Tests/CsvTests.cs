using System.Buffers;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents.Exporting;

namespace BorderMap.Incidents.Tests;

public class CsvTests
{
    [Fact]
    public void The_header_begins_with_the_byte_order_mark_and_names_the_columns()
    {
        Assert.StartsWith("\uFEFFid,title,kind,", Csv.Header);
        Assert.EndsWith(",updated,url,lon,lat\r\n", Csv.Header);
    }

    [Fact]
    public void Values_stand_in_their_columns_and_null_is_empty() =>
        Assert.Equal("i-a,A clash,,,,,,,,,,,250,,,,3,,,,,,,,true,,,,70.5,33.25\r\n",
            Row("""{"type":"Feature","id":"i-a","geometry":{"type":"Point","coordinates":[70.5,33.25]},"properties":{"id":"i-a","title":"A clash","radius_m":250,"killed_low":3,"killed_high":null,"cross_border":true}}"""));

    [Fact]
    public void A_feature_without_a_point_has_empty_coordinates() =>
        Assert.EndsWith(",,\r\n", Row("""{"type":"Feature","geometry":null,"properties":{"id":"i-a"}}"""));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+92", "'+92")]
    [InlineData("-3 killed", "'-3 killed")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a = b", "a = b")]
    [InlineData("says \"no\", twice", "\"says \"\"no\"\", twice\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Texts_are_quoted_and_safe_from_being_read_as_formulas(string title, string expected) =>
        Assert.StartsWith($",{expected},", Row($$$"""{"geometry":null,"properties":{"title":{{{JsonSerializer.Serialize(title)}}}}}"""));

    [Fact]
    public void A_property_that_is_no_column_is_a_bug() =>
        Assert.Throws<JsonException>(() => Row("""{"geometry":null,"properties":{"colour":"red"}}"""));

    private static string Row(string feature)
    {
        var output = new ArrayBufferWriter<byte>();
        new CsvFormat().Write(Encoding.UTF8.GetBytes(feature), output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
