using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Hierarchy;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Tests.Build;

public sealed class HierarchyTests
{
    /// <summary>A line straight north-east; Afghanistan lies north-west of it.</summary>
    private static readonly LineString Line = new([new(69, 32), new(71, 34)]);

    [Fact]
    public void A_district_below_a_dead_province_hangs_below_its_successor()
    {
        var state = Given.State(Given.Province(1360701001, "Khyber Pakhtunkhwa", "PK"), District(5, "PK", named: 85675749));
        state.Successors[85675749] = new Successor(1360701001, "superseded");
        ParentDistricts.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(1360701001, state.Entries[5].ProvinceId);
    }

    [Fact]
    public void A_district_below_a_foreign_province_hangs_below_the_one_that_holds_it()
    {
        var own = Given.Province(2, "Nangarhar", "AF");
        own.Shape = Given.Box(69, 32, 71, 34);
        var state = Given.State(Given.Province(1, "Khyber Pakhtunkhwa", "PK"), own, District(5, "AF", named: 1));
        ParentDistricts.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(2, state.Entries[5].ProvinceId);
    }

    [Fact]
    public void A_district_without_any_province_stops_the_build()
    {
        var fault = Assert.Throws<GazetteerFormatException>(() => ParentDistricts.Do(Given.State(District(5, "AF", named: 1)), TestContext.Current.CancellationToken));
        Assert.Contains("district 5", fault.Message);
    }

    [Theory]
    [InlineData(69.5, 33.5, "AF")]
    [InlineData(70.5, 32.5, "PK")]
    public void Afghanistan_lies_north_west_of_the_line(double lon, double lat, string side) => Assert.Equal(side, new SideOfLine(Line).At(lon, lat));

    [Theory]
    [InlineData(70.03, 33, "AF", "AF")] // 2 km beyond the line: nearer than the line is known
    [InlineData(70.3, 33, "AF", "PK")] // 20 km beyond
    [InlineData(69.7, 33, "PK", "AF")]
    public void A_locality_changes_country_only_beyond_the_line_s_uncertainty(double lon, double lat, string said, string settled)
    {
        var state = Given.State(Given.Locality(1, "A", said, lon, lat));
        state.Line = Line;
        SettleCountries.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(settled, state.Entries[1].Country);
    }

    [Fact]
    public void A_locality_that_hangs_across_the_line_goes_to_the_district_of_its_own_country()
    {
        // One Afghan Torkham hangs below Pakistan's Khyber district.
        var state = TwoDistricts(Given.Locality(9, "Torkham", "AF", 69.99, 33, namedDistrict: 12));
        ParentLocalities.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal((11L, 1L), (state.Entries[9].DistrictId, state.Entries[9].ProvinceId));
    }

    [Theory]
    [InlineData(69.9, 33.0, null, 11L)] // its point lies in the district
    [InlineData(70.02, 33.0, null, 11L)] // just across the line: the nearest of its own country
    [InlineData(64.0, 30.0, 11L, 11L)] // far from every district: the one that the source names
    [InlineData(64.0, 30.0, 12L, null)] // the named one is foreign: none
    public void A_locality_is_placed_by_its_point_then_by_its_source_then_by_nearness(double lon, double lat, long? named, long? district)
    {
        var state = TwoDistricts(Given.Locality(9, "A", "AF", lon, lat, named));
        ParentLocalities.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(district, state.Entries[9].DistrictId);
    }

    [Fact]
    public void A_province_without_districts_holds_its_localities_itself()
    {
        var islamabad = Given.Province(3, "Islamabad", "PK");
        islamabad.Shape = Given.Box(72, 33, 73, 34);
        var state = Given.State(islamabad, Given.Locality(9, "A", "PK", 72.5, 33.5));
        ParentLocalities.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal((null, 3L), (state.Entries[9].DistrictId, state.Entries[9].ProvinceId));
    }

    [Theory]
    [InlineData("Kabul", 3_043_532, 17_500)]
    [InlineData("Khost", 96_123, 3_200)]
    [InlineData("A hamlet", 300, 2_000)]
    [InlineData("NH&MP Beat-34", 1_521_651, 2_000)] // a police post with a city's people
    public void A_town_is_as_wide_as_its_people_need(string name, long people, int radiusM)
    {
        var town = new Entry { Id = 1, Kind = PlaceKind.Locality, Name = name, Country = "AF", Lon = 69, Lat = 34, Population = people };
        SizeTowns.Do(Given.State(town), TestContext.Current.CancellationToken);
        Assert.Equal(radiusM, town.RadiusM);
    }

    private static BuildState TwoDistricts(Entry locality)
    {
        var (afghan, pakistani) = (District(11, "AF"), District(12, "PK"));
        (afghan.ProvinceId, afghan.Shape) = (1, Given.Box(69.5, 32.5, 70, 33.5));
        (pakistani.ProvinceId, pakistani.Shape) = (2, Given.Box(70, 32.5, 70.5, 33.5));
        return Given.State(Given.Province(1, "Nangarhar", "AF"), Given.Province(2, "Khyber Pakhtunkhwa", "PK"), afghan, pakistani, locality);
    }

    private static Entry District(long id, string country, long? named = null) => new()
    {
        Id = id,
        Kind = PlaceKind.District,
        Name = "D",
        Country = country,
        Lon = 70,
        Lat = 33,
        Parents = [new Parentage(null, named, null)],
    };
}
