namespace BorderMap.Gazetteer.Tests.Loading;

public class AtlasLoadTests
{
    [Fact]
    public void Reads_places_names_and_hierarchy()
    {
        using var small = new SmallGazetteer();
        var atlas = small.Load();
        Assert.Equal(["1", "2", "3", "4", "x-ford", "x-far-north-district", "x-old-west-area", "x-glen-area", "x-cave-area"], atlas.Places.All.Select(p => p.Id));
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
    [InlineData("aliases.csv", "eng+Upper", "eng Upper", 2, "three letters")]
    [InlineData("dated-names.csv", "1999-05-31", "31 May 1999", 2, "until is \"31 May 1999\", it must be a day")]
    [InlineData("dated-names.csv", "1990,", "2000,", 2, "until is \"1999-05-31\", before from")]
    [InlineData("lifespans.csv", "x-old-west-area", "x-none", 2, "id x-none is no place")]
    [InlineData("lifespans.csv", ",2 x", ",33 x", 2, "today 33 is no place")]
    [InlineData("lifespans.csv", ",2001,", ",,", 2, "until is empty")]
    [InlineData("lifespans.csv", "a law\n", "a law\nx-old-west-area,,2001,2,a law\n", 3, "the lifespan of x-old-west-area stands twice")]
    [InlineData("former-parents.csv", "2001-06", "", 2, "until is empty")]
    [InlineData("former-parents.csv", ",x-old", ",y-old", 2, "parent y-old-west-area is no place")]
    [InlineData("new-districts.csv", "North,3,", "North,2,", 2, "x-far-north-district lies in 2, which is no district")]
    [InlineData("new-districts.csv", "4 4", "", 2, "seats is empty")]
    [InlineData("new-districts.csv", "4 4", "5", 2, "seats 5 is no place")]
    [InlineData("areas.csv", "AF,,", "AF,69,", 2, "an area has either")]
    [InlineData("areas.csv", ",,3,,", ",,4,,", 2, "members 4 is a locality")]
    [InlineData("areas.csv", ",,3,,", ",,,,", 2, "members and within are empty")]
    [InlineData("areas.csv", "69.62", "", 3, "lon is \"\"")]
    [InlineData("areas.csv", "eng*Glen", "eng*Glyn", 3, "the name \"Glen\" must be among the names")]
    [InlineData("areas.csv", "x-glen", "glen", 3, "it must begin with x-")]
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
    public void Reads_what_held_for_a_time()
    {
        using var small = new SmallGazetteer();
        var places = small.Load().Places;
        var (north, area) = (places.Find("3")!, places.Find("x-old-west-area")!);
        Assert.Equal((new DateOnly(1990, 1, 1), new DateOnly(1999, 5, 31)), north.Names.Where(n => n.Text == "Old North").Select(n => (n.From!.Value, n.Until!.Value)).Single());
        Assert.Equal(["North West", "Upper West"], north.Names.Where(n => n.Until is null).Select(n => n.Text));
        Assert.Equal(new DateOnly(1999, 5, 31), north.Names.Single(n => n.Text == "شمال غرب").Until);
        Assert.Equal([new FormerParent("x-old-west-area", null, new DateOnly(2001, 6, 30))], north.FormerParents);
        Assert.Equal((new DateOnly(1980, 1, 1), new DateOnly(2001, 12, 31)), (area.From!.Value, area.Until!.Value));
        Assert.Equal(["2", "x-far-north-district"], places.TodayOf(area).Select(p => p.Id));
        Assert.Null(north.Until);
    }

    [Fact]
    public void Places_areas_and_new_districts_by_what_they_are_made_of()
    {
        using var small = new SmallGazetteer();
        var places = small.Load().Places;
        var (area, glen, district) = (places.Find("x-old-west-area")!, places.Find("x-glen-area")!, places.Find("x-far-north-district")!);
        Assert.Equal((69.5, 33.5, "2", "3"), (area.Lon, area.Lat, area.ProvinceId, area.DistrictId));
        Assert.InRange(area.RadiusM, 72_000, 73_000);
        Assert.Equal(1, places.Boundary(area.Id)!.Area, 6);
        Assert.Equal(("2", "3"), (glen.ProvinceId, glen.DistrictId));
        Assert.Null(places.Boundary(glen.Id));
        Assert.Equal((69.5, 33.5, area.RadiusM), places.Find("x-cave-area") is { } cave ? (cave.Lon, cave.Lat, cave.RadiusM) : default);
        Assert.Equal((69.6, 33.6, "AF", "2", "3"), (district.Lon, district.Lat, district.Country, district.ProvinceId, district.DistrictId));
    }

    [Theory]
    [InlineData("4", "x-glen-area", true)]
    [InlineData("4", "x-old-west-area", true)]
    [InlineData("4", "x-far-north-district", true)]
    [InlineData("4", "3", true)]
    [InlineData("x-glen-area", "x-old-west-area", true)]
    [InlineData("x-glen-area", "1", true)]
    [InlineData("x-glen-area", "2", true)]
    [InlineData("x-glen-area", "3", true)]
    [InlineData("x-cave-area", "3", true)]
    [InlineData("4", "x-cave-area", true)]
    [InlineData("3", "x-cave-area", false)]
    [InlineData("x-ford", "x-glen-area", false)]
    [InlineData("x-ford", "x-far-north-district", false)]
    [InlineData("3", "x-far-north-district", false)]
    [InlineData("3", "x-glen-area", false)]
    [InlineData("2", "x-old-west-area", false)]
    [InlineData("3", "4", false)]
    public void Knows_what_lies_in_what(string place, string region, bool isIn)
    {
        using var small = new SmallGazetteer();
        var places = small.Load().Places;
        Assert.Equal(isIn, places.IsIn(places.Find(place)!, places.Find(region)!));
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
