using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;
using static BorderMap.Incidents.Tests.Importing.Files;

namespace BorderMap.Incidents.Tests.Importing;

public class GeoJsonReaderTests
{
    private static readonly ReadingPlan Plan = new(ImportFormat.Geojson);

    [Fact]
    public async Task A_point_with_the_templates_properties_is_an_incident()
    {
        var incident = await IncidentAsync(Collection("""{"type":"Feature","geometry":{"type":"Point","coordinates":[71.09,34.12]},"properties":{"source_key":"g:1","kind":"shelling","precision":"near","killed":4,"party":["TTP","pak-state"],"cross_border":true}}"""), Plan);
        var place = Assert.Single(incident.Places);
        Assert.Equal((71.09, 34.12, 25_000), (place.Lon!.Value, place.Lat!.Value, place.RadiusM!.Value));
        Assert.Equal((new Figure(4, 4), 2, true), (incident.Claims[0].Killed, incident.Actors.Count, incident.CrossBorder));
    }

    [Fact]
    public async Task A_feature_without_geometry_goes_through_the_gazetteer() =>
        Assert.NotNull(Assert.Single((await IncidentAsync(Collection("""{"type":"Feature","geometry":null,"properties":{"source_key":"g:1","kind":"shelling","place":"Spin Boldak","place_context":"Kandahar"}}"""), Plan)).Places).Place);

    [Theory]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{}}""", "not-a-point")]
    [InlineData("""{"type":"Feature"}""", "not-a-feature")]
    [InlineData("7", "not-a-feature")]
    public async Task A_feature_that_is_none_is_named_and_reading_goes_on(string feature, string code)
    {
        var rows = await ReadAsync(Collection(feature, """{"type":"Feature","geometry":null,"properties":{"source_key":"g:2","kind":"other"}}"""), Plan);
        Assert.Equal((code, 1L), (rows[0].Problem?.Code, rows[0].Line));
        Assert.NotNull(rows[1].Incident);
    }

    [Theory]
    [InlineData("{\"type\":\"FeatureCollection\"}", "no-features")]
    [InlineData("[1]", "not-a-file")]
    [InlineData("{\"features\":[{\"type\":", "broken-json")]
    [InlineData("{\"features\":{}}", "not-an-array")]
    public async Task A_file_that_is_none_says_so(string text, string code) => Assert.Contains(await ProblemsAsync(text, Plan), problem => problem.Code == code);

    [Fact]
    public async Task Features_larger_than_the_buffer_are_read_whole()
    {
        var notes = new string('x', 19_000);
        var features = Enumerable.Range(0, 40).Select(i => $"{{\"type\":\"Feature\",\"geometry\":null,\"properties\":{{\"source_key\":\"g:{i}\",\"kind\":\"other\",\"notes\":\"{notes}\"}}}}").ToArray();
        Assert.Equal(40, (await ReadAsync(Collection(features), Plan)).Count(row => row.Incident?.Notes == notes));
    }

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","name":"x","features":[{{string.Join(',', features)}}],"crs":null}""";
}
