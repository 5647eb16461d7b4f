namespace BorderMap.Gazetteer.Tests;

public class PlacesTests
{
    private static Places Places => CommittedAtlas.Value.Places;

    [Fact]
    public void Finds_a_place_by_its_id() => Assert.Equal("Khost", Places.Find("85667563")?.Name);

    [Theory]
    [InlineData("85675749", "1360701001")] // FATA
    [InlineData("85675763", "1360701001")] // North-West Frontier Province
    public void Finds_the_successor_of_a_superseded_id(string old, string current) => Assert.Equal(current, Places.Find(old)?.Id);

    [Fact]
    public void Finds_nothing_for_an_id_that_never_was() => Assert.Null(Places.Find("1"));

    [Theory]
    [InlineData(69.9195, 33.3395, "85667563")] // Khost town
    [InlineData(71.5249, 34.0151, "1360701001")] // Peshawar
    [InlineData(66.4447, 30.9222, "85675733")] // Chaman
    public void Knows_the_province_of_a_position(double lon, double lat, string province)
    {
        Assert.Equal(province, Places.ProvinceAt(lon, lat)?.Id);
        Assert.Equal(province, Places.DistrictAt(lon, lat)?.ProvinceId);
    }

    [Fact]
    public void Knows_no_district_outside_both_countries() => Assert.Null(Places.DistrictAt(77.2, 28.6));

    [Fact]
    public void Puts_every_districts_point_into_that_district() =>
        Assert.All(Places.All.Where(p => p.Kind is PlaceKind.District), d => Assert.Equal(d.DistrictId ?? d.Id, Places.DistrictAt(d.Lon, d.Lat)?.Id));

    [Fact]
    public void Gives_every_crossing_a_district_of_its_own_country() => Assert.All(Places.All.Where(p => p.Kind is PlaceKind.Crossing), crossing =>
    {
        Assert.Equal(crossing.Country, Places.Find(crossing.DistrictId!)?.Country);
        Assert.Equal(PlaceKind.Province, Places.Find(crossing.ProvinceId!)?.Kind);
    });

    [Fact]
    public void Climbs_from_a_place_to_its_country()
    {
        var chain = Places.SelfAndAncestors(Places.Find("421175491")!).Select(p => (p.Kind, p.Name)); // Miranshah
        Assert.Equal([(PlaceKind.Locality, "Miranshah"), (PlaceKind.District, "North Waziristan"), (PlaceKind.Province, "Khyber Pakhtunkhwa"), (PlaceKind.Country, "Pakistan")], chain);
        Assert.Equal([PlaceKind.Country], Places.SelfAndAncestors(Places.Find("85632229")!).Select(p => p.Kind));
    }

    [Fact]
    public void Reads_names_with_language_and_rank()
    {
        var names = Places.Find("85667563")!.Names;
        Assert.Contains(names, n => n is { Text: "Khost", Rank: NameRank.Preferred or NameRank.Variant });
        Assert.Equal(names.Count, names.ToList().Count);
        Assert.Equal(names[names.Count - 1], names.ToList()[^1]);
    }

    [Fact]
    public void Knows_the_boundary_of_areas_and_none_of_spots()
    {
        Assert.True(Places.Boundary("85667563")!.Contains(new NetTopologySuite.Geometries.Point(69.92, 33.34)));
        Assert.Null(Places.Boundary("421175491"));
    }
}
