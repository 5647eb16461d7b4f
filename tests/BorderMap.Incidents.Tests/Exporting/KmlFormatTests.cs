using System.Buffers;
using System.Text.Json;
using System.Xml.Linq;
using BorderMap.Incidents.Exporting;

namespace BorderMap.Incidents.Tests.Exporting;

public class KmlFormatTests
{
    private static readonly XNamespace Kml = "http://www.opengis.net/kml/2.2";

    [Fact]
    public void Texts_are_escaped_and_what_xml_forbids_is_replaced()
    {
        var mark = Mark("""{"id":"i-a","title":"<b>A & \"B\"</b> \u0001\n","kind":"shelling","place":"Khyber & <Torkham>","precision":"exact","radius_m":100,"grade":"weak"}""", "[71,34]");

        Assert.Equal("<b>A & \"B\"</b> \uFFFD\n", (string?)mark.Element(Kml + "name"));
        Assert.Contains("Khyber & <Torkham>", (string?)mark.Element(Kml + "description"), StringComparison.Ordinal);
        Assert.Contains("kind=air&side=AF", (string?)mark.Document!.Root!.Element(Kml + "Document")!.Element(Kml + "description"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-10-11", "2025-10-12", "<begin>2025-10-11</begin><end>2025-10-12</end>")]
    [InlineData("2025-10-11", null, "<begin>2025-10-11</begin>")]
    [InlineData(null, "2025-10-12", "<end>2025-10-12</end>")]
    [InlineData(null, null, "")]
    public void Dates_are_a_time_span_with_open_ends_left_out(string? start, string? end, string expected)
    {
        var mark = Mark($$"""{"id":"i-a","title":"A","kind":"shelling","date_start":{{JsonSerializer.Serialize(start)}},"date_end":{{JsonSerializer.Serialize(end)}},"precision":"exact","radius_m":100,"grade":"weak"}""", "[71,34]");
        var span = mark.Element(Kml + "TimeSpan");

        Assert.Equal(expected, string.Concat(span?.Elements().Select(bound => $"<{bound.Name.LocalName}>{bound.Value}</{bound.Name.LocalName}>") ?? []));
        Assert.Equal(expected.Length == 0, span is null);
    }

    [Theory]
    [InlineData("exact", 100, "Point")]
    [InlineData("locality", 5_000, "Point")]
    [InlineData("near", 5_001, "Polygon")]
    [InlineData("district", 4_000, "Polygon")]
    [InlineData("province", 90_000, "Polygon")]
    public void What_is_not_known_to_a_spot_is_its_circle(string precision, int radius, string geometry)
    {
        var mark = Mark($$"""{"id":"i-a","title":"A","kind":"shelling","precision":"{{precision}}","radius_m":{{radius}},"grade":"weak"}""", "[71.5,34.25]");
        var corners = mark.Descendants(Kml + "coordinates").Single().Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(corner => corner.Split(',').Select(double.Parse).ToArray()).ToList();

        Assert.NotNull(mark.Element(Kml + geometry));
        Assert.Equal(geometry == "Point" ? 1 : 37, corners.Count);
        Assert.Equal((71.5, 34.25), (Math.Round((corners.Min(corner => corner[0]) + corners.Max(corner => corner[0])) / 2, 4), Math.Round((corners.Min(corner => corner[1]) + corners.Max(corner => corner[1])) / 2, 4)));
        Assert.Equal(corners[0], corners[^1]);
        Assert.Equal(geometry == "Point" ? 0 : radius, (corners.Max(corner => corner[1]) - 34.25) * 111_195, radius * 0.01);
    }

    [Fact]
    public void Columns_are_data_typed_by_the_schema_and_an_empty_one_is_left_out()
    {
        var mark = Mark("""{"id":"i-a","title":"A","kind":"shelling","killed_low":3,"killed_high":null,"precision":"exact","radius_m":100,"grade":"weak","cross_border":true}""", "[71,34]");
        var data = mark.Descendants(Kml + "SimpleData").ToDictionary(value => (string)value.Attribute("name")!, value => value.Value);
        var types = mark.Document!.Descendants(Kml + "SimpleField").ToDictionary(field => (string)field.Attribute("name")!, field => (string)field.Attribute("type")!);

        Assert.Equal(("3", "1", false), (data["killed_low"], data["cross_border"], data.ContainsKey("killed_high")));
        Assert.Equal(("int", "bool", "double", "string"), (types["killed_low"], types["cross_border"], types["line_km"], types["date_start"]));
        Assert.All(data.Keys, name => Assert.Contains(name, types.Keys));
    }

    private static XElement Mark(string properties, string coordinates)
    {
        var format = new KmlFormat(new ExportHead("kind=air&side=AF", 7, 1, null));
        var output = new ArrayBufferWriter<byte>();
        foreach (var piece in format.Begin())
            output.Write(piece.Span);
        format.Write(System.Text.Encoding.UTF8.GetBytes($$$"""{"type":"Feature","geometry":{"type":"Point","coordinates":{{{coordinates}}}},"properties":{{{properties}}}}"""), output);
        ((IFeatureFormat)format).End(output);
        return XDocument.Load(new MemoryStream(output.WrittenSpan.ToArray())).Descendants(Kml + "Placemark").Single();
    }
}
