namespace BorderMap.Gazetteer.Tests.Loading;

public class AtlasLoadTests
{
    [Fact]
    public void Reads_places_names_and_hierarchy()
    {
        using var small = new SmallGazetteer();
        var atlas = small.Load();
        Assert.Equal(["1", "2", "3", "4", "x-ford"], atlas.Places.All.Select(p => p.Id));
        Assert.Equal([new("Mill", "eng", NameRank.Preferred), new PlaceName("The Mill", "und", NameRank.Colloquial)], atlas.Places.Find("4")!.Names);
        Assert.Equal(["4", "3", "2", "1"], atlas.Places.SelfAndAncestors(atlas.Places.Find("4")!).Select(p => p.Id));
        Assert.Equal("3", atlas.Places.Find("9")!.Id);
        Assert.Equal("3", atlas.Places.Find("x-ford")!.DistrictId);
        Assert.Equal("3", atlas.Resolver.Resolve("upper west").Candidates[0].Place.Id);
    }

    [Theory]
    [InlineData("admin.tsv", "69.5\t33.5\t20000", "69.5\t133.5\t20000", 4, "lat is \"133.5\"")]
    [InlineData("admin.tsv", "20000", "far", 4, "radius_m is \"far\"")]
    [InlineData("admin.tsv", "district\tNorth", "county\tNorth", 4, "kind is \"county\"")]
    [InlineData("admin.tsv", "Afghanistan\tAF", "Afghanistan\tAFG", 2, "country is \"AFG\"")]
    [InlineData("admin.tsv", "3\tdistrict", "2\tdistrict", 4, "the id 2 stands twice")]
    [InlineData("admin.tsv", "AF\t2\t\t", "AF\t7\t\t", 4, "lies in 7, which is no province")]
    [InlineData("admin.tsv", "prs+", "persian+", 4, "three letters")]
    [InlineData("admin.tsv", "\teng*West", "\teng*East", 3, "the name \"West\" must be among the names")]
    [InlineData("admin.tsv", "\teng*West", "", 3, "the row has 9 columns, it must have 10")]
    [InlineData("admin.tsv", "id\tkind", "id\ttype", 1, "the header must be")]
    [InlineData("localities-af.tsv", "AF\t2\t3", "AF\t2\t2", 2, "lies in 2, which is no district")]
    [InlineData("localities-af.tsv", "4\tlocality", "\tlocality", 2, "id is empty")]
    [InlineData("crossings.csv", "x-ford", "ford", 2, "it must begin with x-")]
    [InlineData("crossings.csv", "69.9", "east", 2, "lon is \"east\"")]
    [InlineData("crossings.csv", "500,AF", "AF", 2, "the row has 7 columns")]
    [InlineData("aliases.csv", "3,eng", "33,eng", 2, "33 is no place")]
    [InlineData("successors.tsv", "9\t3", "9\t33", 2, "new_id 33 is no place")]
    [InlineData("boundaries.tsv", "Polygon", "LineString", 2, "the geometry of 3")]
    [InlineData("boundaries.tsv", "]]]}", "]]", 2, "the geometry of 3")]
    [InlineData("durand-line.tsv", "70.1\t33", "70.1\tnorth", 3, "lat is \"north\"")]
    [InlineData("durand-spine.tsv", "35\t330", "35\t-1", 3, "km is \"-1\"")]
    [InlineData("rules/costs.tsv", "transpose", "swap", 0, "edit is \"swap\"")]
    [InlineData("rules/characters.tsv", "00E0", "zzzz", 0, "code is \"zzzz\"")]
    public void Stops_at_a_broken_row_and_says_where(string file, string part, string by, int line, string reason)
    {
        using var small = new SmallGazetteer();
        small.Replace(file, part, by);
        var fault = Assert.Throws<GazetteerFormatException>(small.Load);
        Assert.Equal(file, fault.File);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{file}, line {fault.Line}: ", fault.Message, StringComparison.Ordinal);
        if (!file.StartsWith("rules/", StringComparison.Ordinal))
        {
            Assert.Equal(line, fault.Line);
        }
    }

    [Fact]
    public void Changes_its_version_with_any_file()
    {
        using var small = new SmallGazetteer();
        var version = small.Load().Version;
        Assert.Equal(version, small.Load().Version);
        Assert.Matches("^[0-9a-f]{16}$", version);
        small.Replace("successors.tsv", "superseded", "deprecated");
        Assert.NotEqual(version, small.Load().Version);
    }

    [Fact]
    public void Stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => Atlas.Load(Build.Checkout.Data, cancelled.Token));
    }

    [Fact]
    public void Holds_every_locality_of_the_committed_files()
    {
        var localities = CommittedAtlas.Value.Places.All.Count(p => p.Kind is PlaceKind.Locality);
        Assert.Equal(Build.Checkout.Rows("localities-af.tsv").Count() + Build.Checkout.Rows("localities-pk.tsv").Count(), localities);
    }
}
