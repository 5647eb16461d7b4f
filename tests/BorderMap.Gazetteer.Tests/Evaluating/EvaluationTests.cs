using BorderMap.Gazetteer.Evaluating;

namespace BorderMap.Gazetteer.Tests.Evaluating;

public sealed class EvaluationTests : IDisposable
{
    private const string ListHeader = "query\tids\trecorded\tedits\tcontext\tcontext_ids\tstratum\tscript\n";
    private const string EventHeader = "id,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude\n";
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Counts_misspelt_names_by_stratum_and_script_without_and_with_the_context()
    {
        var lines = Lines(ListHeader
            + "Torkhum\tx-torkham-crossing\tTorkham\ta>u\tNangarhar\tx-torkham-crossing\tbelt-af\tLatn\n"
            + "Xyzzyqwv\t1108561789\tJaji Aryub\tmany\t\t\tdistrict\tLatn\n"
            + "خوست\t85667563\tخوست\t\t\t\tdistrict\tArab\n");
        Assert.Equal("Alone", lines[0]);
        Assert.Equal(["belt-af 1 100.0", "district 2 50.0", "Arab 1 100.0", "Latn 2 50.0", "all 3 66.7"], lines[2..7].Select(line => string.Join(' ', Cells(line)[..3])));
        Assert.Equal(["belt-af", "1", "100.0"], Cells(lines[Array.IndexOf(lines, "With the context") + 2])[..3]);
    }

    [Fact]
    public void Counts_a_superseded_id_as_its_successor() =>
        Assert.Contains("100.0 %", Lines(ListHeader + "Khyber Pakhtunkhwa\t85675763\tNWFP\t\t\t\tfar\tLatn\n")[2], StringComparison.Ordinal);

    [Fact]
    public void Measures_events_of_precision_1_to_3_and_Kashmir_apart()
    {
        var lines = Lines(EventHeader
            + "1,1,\"Wana, \nthe town\",Federally Administered Tribal Areas,South Waziristan,32.30,69.57\n"
            + "2,2,Xyzzyqwv,,,32,70\n"
            + "3,3,Kohat district,Khyber Pakhtunkwa province,Kohat district,25,60\n"
            + "4,6,Pakistan,,,30,70\n"
            + "5,1,Kel village,Azad Jammu & Kashmir,Neelam district,34.82,74.36\n");
        Assert.Equal(["1", "1", "1", "3", "1"], lines[2..7].Select(line => Cells(line.Replace("precision ", "p", StringComparison.Ordinal).Replace(", ", "", StringComparison.Ordinal))[1]));
        Assert.Contains("100.0 %", lines[4], StringComparison.Ordinal); // one resolved, and more than 50 km off
    }

    [Theory]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("name,lon,lat\nKabul,69,34\n", "line 1: the header is of no known list")]
    [InlineData("# A title\n\nSome, words\n", "line 1: the header is of no known list")]
    [InlineData(ListHeader + "Torkham\tx\n", "line 2: the row has 2 columns, the header 8")]
    [InlineData(ListHeader + "\n\tx\tT\t\t\t\tfar\tLatn\n", "line 3: column query: \"\" must not be empty")]
    [InlineData(ListHeader + "T\tx\tT\t\tPaktia\t\tfar\tLatn\n", "line 2: column context_ids: \"\" must not be empty where a context is given")]
    [InlineData(EventHeader + "1,1,\"Wana\n\",a,b,32,69\n2,1,Wana,a,b,north,69\n", "line 4: column latitude: \"north\" must be a number from -90 to 90")]
    [InlineData(EventHeader + "1,8,Wana,a,b,32,69\n", "line 2: column where_prec: \"8\" must be a number from 1 to 7")]
    [InlineData(EventHeader + "1,1.5,Wana,a,b,32,69\n", "line 2: column where_prec: \"1.5\" must be a whole number")]
    [InlineData(EventHeader + "1,1,\"Wana,a,b,32,69\n", "line 2: a quote is opened and never closed")]
    public void Names_line_and_column_of_what_is_broken(string text, string message)
    {
        File.WriteAllText(file, text);
        var error = Assert.Throws<GazetteerFormatException>(() => Evaluation.Run(CommittedAtlas.Value, file, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_what_is_no_text()
    {
        File.WriteAllBytes(file, [0xFF, 0xFE, 0x00, 0xC3]);
        Assert.Throws<GazetteerFormatException>(() => Evaluation.Run(CommittedAtlas.Value, file, TextWriter.Null, TestContext.Current.CancellationToken));
    }

    private string[] Lines(string text)
    {
        File.WriteAllText(file, text);
        using var output = new StringWriter();
        Evaluation.Run(CommittedAtlas.Value, file, output, TestContext.Current.CancellationToken);
        return output.ToString().Split('\n');
    }

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
