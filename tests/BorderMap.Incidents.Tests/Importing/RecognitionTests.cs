using BorderMap.Incidents.Importing;
using static BorderMap.Incidents.Tests.Importing.Files;

namespace BorderMap.Incidents.Tests.Importing;

public class RecognitionTests
{
    [Theory]
    [InlineData("{\"format\":\"bordermap/1\",\"actors\":[]}", ImportFormat.Bordermap)]
    [InlineData("\uFEFF  {\"type\":\"FeatureCollection\",\"features\":[]}", ImportFormat.Geojson)]
    [InlineData("id,relid,type_of_violence,side_a,side_b,where_prec,date_prec,best,high,low\n", ImportFormat.Ucdp)]
    [InlineData("event_id_cnty;event_date;sub_event_type;actor1;geo_precision;fatalities\n", ImportFormat.Acled)]
    [InlineData("source_key,kind,title\n", ImportFormat.Csv)]
    [InlineData("Date,Place,Dead\n", ImportFormat.Csv)]
    public void A_file_is_recognised_by_how_it_begins(string text, ImportFormat format) => Assert.Equal(format, Recognise(text).Format);

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("PK\u0003\u0004\0\0", "not-text")]
    [InlineData("id,title,kind,family,grade,line_distance_km,version,url\n", "projection")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"id\":\"i\",\"title\":\"t\",\"kind\":\"other\",\"grade\":\"weak\",\"line_distance_km\":1,\"version\":1,\"url\":\"/\"}}]}", "projection")]
    public void What_cannot_be_imported_says_why(string text, string code) => Assert.Equal(code, Recognise(text).Problem?.Code);

    [Theory]
    [InlineData("GEDEvent_v22_1.csv", "22.1", "ged")]
    [InlineData("ged231.csv", "23.1", "ged")]
    [InlineData("GEDEvent_v26_0_4.csv", "26.0.4", "candidate-2026")]
    [InlineData("ucdp-dev.csv", null, null)]
    public void The_name_of_a_file_may_tell_the_release(string name, string? release, string? family)
    {
        var found = UcdpRelease.InName(name);
        Assert.Equal((release, family), (found?.Name, found?.Family));
    }

    [Fact]
    public void Ucdp_without_a_release_is_refused_and_with_one_planned()
    {
        var file = Recognise("id,type_of_violence,side_a,side_b,where_prec,date_prec,best,high,low\n");
        Assert.Equal("no-release", new PlanRequest().Plan(file).Problem?.Code);
        Assert.Equal("bad-release", new PlanRequest { Release = "latest" }.Plan(file).Problem?.Code);
        Assert.Equal("22.1", new PlanRequest { Release = "22.1" }.Plan(file).Plan?.Release);
    }

    [Fact]
    public void Foreign_columns_need_a_mapping_which_a_dry_run_suggests()
    {
        var file = Recognise("Event ID,Headline,Incident type,Date of event,Longitude,Latitude,Deaths,Link,Weather\n1,a,b,c,d,e,f,g,h\n");
        var refused = new PlanRequest().Plan(file);
        Assert.Equal(("needs-mapping", null), (refused.Problem?.Code, refused.Plan));
        var planned = new PlanRequest { IsDryRun = true }.Plan(file);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["source_key"] = "Event ID",
                ["title"] = "Headline",
                ["kind"] = "Incident type",
                ["date_start"] = "Date of event",
                ["lon"] = "Longitude",
                ["lat"] = "Latitude",
                ["killed"] = "Deaths",
                ["source_url"] = "Link",
            }, planned.Plan!.Mapping!.Columns);
    }

    [Fact]
    public void A_mapping_is_written_as_it_is_read_and_knows_its_fields()
    {
        var mapping = new ColumnMapping { Columns = new Dictionary<string, string> { ["title"] = "Headline" }, KeyPrefix = "mine:", Dates = ["dd/MM/yyyy"] };
        var (again, problem) = ColumnMapping.Read(System.Text.Encoding.UTF8.GetBytes(mapping.Write()));
        Assert.Null(problem);
        Assert.Equal(mapping.Write(), again!.Write());
        Assert.Equal("unknown-field", ColumnMapping.Read("{\"columns\":{\"headline\":\"x\"}}"u8).Problem?.Code);
        Assert.NotNull(ColumnMapping.Read("{\"columns\":"u8).Problem);
    }
}
