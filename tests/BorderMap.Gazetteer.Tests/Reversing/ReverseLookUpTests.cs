using BorderMap.Gazetteer.Line;
using BorderMap.Gazetteer.Reversing;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Gazetteer.Tests.Reversing;

public class ReverseLookUpTests
{
    private static ReverseLookUp Reverse => CommittedAtlas.Value.Reverse;

    [Theory]
    [InlineData("Torkham", 71.0822, 34.1311, "1108562285", "Nangarhar", "Afghanistan", BorderSide.Straddles)]
    [InlineData("Landi Kotal", 71.147, 34.098, "1108692255", "Khyber Pakhtunkhwa", "Pakistan", BorderSide.PK)]
    [InlineData("Kabul", 69.1722, 34.5289, "421171977", "Kabul", "Afghanistan", BorderSide.AF)]
    [InlineData("Chaman", 66.4447, 30.9222, "1108692257", "Balochistan", "Pakistan", BorderSide.PK)]
    [InlineData("Karachi", 67.0099, 24.8615, null, "Sindh", "Pakistan", BorderSide.PK)]
    [InlineData("Herat", 62.1997, 34.3482, "1108562069", "Herat", "Afghanistan", BorderSide.AF)]
    public void Knows_district_province_country_and_side(string spot, double lon, double lat, string? district, string province, string country, BorderSide side)
    {
        var found = Reverse.At(lon, lat);
        Assert.True(district is null || found.District?.Id == district, $"{spot}: {found.District}");
        Assert.Equal((province, country, side), (found.Province?.Name, found.Country?.Name, found.Line.Side));
        Assert.Null(found.Problem);
    }

    [Fact]
    public void Knows_grid_references_and_the_place_along_the_line()
    {
        var torkham = Reverse.At(71.0822, 34.1311);
        Assert.Equal(("42S XC 92006 78650", "42N 692007 3778650", "34°07'52.0\"N 71°04'55.9\"E"), (torkham.Mgrs, torkham.Utm, torkham.Dms));
        Assert.InRange(torkham.Line.DistanceKm, 0, 1.5);
        Assert.InRange(torkham.Line.PositionKm!.Value, 1000, 1600);
        Assert.Equal("x-torkham-crossing", torkham.Crossings[0].Place.Id);
    }

    [Theory]
    [InlineData(71.0822, 34.1311, "at Torkham crossing")]
    [InlineData(71.1100, 34.1600, "4.1 km NE of Torkham crossing")]
    [InlineData(66.4376, 30.9000, "3 km SW of Chaman")]
    [InlineData(69.1722, 34.5289, "at Kabul")]
    public void Says_where_a_spot_is_as_seen_from_a_known_place(double lon, double lat, string words) => Assert.Equal(words, Reverse.At(lon, lat).Words);

    [Theory]
    [InlineData("Arabian Sea", 65, 24.1, "outside Afghanistan and Pakistan, ")]
    [InlineData("Zahedan", 60.8629, 29.4963, "outside Afghanistan and Pakistan, ")]
    [InlineData("Amritsar", 74.87, 31.63, "outside Afghanistan and Pakistan, ")]
    [InlineData("Null Island", 0, 0, "outside Afghanistan and Pakistan")]
    [InlineData("North pole", 0, 90, "outside Afghanistan and Pakistan")]
    [InlineData("South pole", -180, -90, "outside Afghanistan and Pakistan")]
    public void Says_that_a_spot_lies_outside_both_countries(string spot, double lon, double lat, string problem)
    {
        var found = Reverse.At(lon, lat);
        Assert.True(found.Problem?.StartsWith(problem, StringComparison.Ordinal), $"{spot}: {found.Problem}");
        Assert.Null(found.District);
        Assert.Null(found.Country);
        Assert.Null(found.Line.Side);
    }

    [Theory]
    [InlineData(181, 34)]
    [InlineData(71, 91)]
    [InlineData(double.NaN, 34)]
    [InlineData(71, double.NegativeInfinity)]
    public void Refuses_what_is_no_position(double lon, double lat) => Assert.Throws<ArgumentOutOfRangeException>(() => Reverse.At(lon, lat));

    [Fact]
    public void Finds_the_same_neighbours_as_a_look_at_every_place()
    {
        var all = CommittedAtlas.Value.Places.All.Where(place => place.Kind is PlaceKind.Locality or PlaceKind.Crossing && place.Until is null).ToList();
        Prop.ForAll(Coordinates.Given.Points, point =>
        {
            var found = Reverse.At(point.Lon, point.Lat, 7).Nearest.Select(near => near.Km);
            var slowly = all.Where(place => Math.Abs(place.Lat - point.Lat) < 0.5)
                .Select(place => Geodesic.Between(new(place.Lon, place.Lat), point).Km).Where(km => km <= 50).Order().Take(7);
            Assert.Equal(slowly.Select(km => Math.Round(km, 6)), found.Select(km => Math.Round(km, 6)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Finds_every_place_where_it_lies()
    {
        var lost = CommittedAtlas.Value.Places.All.Where((place, i) => place.Kind is PlaceKind.Locality && i % 503 == 0)
            .Where(place => Reverse.At(place.Lon, place.Lat, 1).Nearest[0].Km > 0.001);
        Assert.Empty(lost);
    }

    [Theory]
    [InlineData(0, "N")]
    [InlineData(22.4, "N")]
    [InlineData(22.6, "NE")]
    [InlineData(90, "E")]
    [InlineData(180, "S")]
    [InlineData(247.4, "SW")]
    [InlineData(337.4, "NW")]
    [InlineData(337.6, "N")]
    [InlineData(359.9, "N")]
    public void Names_the_wind(double bearing, string wind) => Assert.Equal(wind, new Neighbour(CommittedAtlas.Value.Places.All[0], 1, bearing).Compass);

    [Theory]
    [InlineData(0.04, "at Afghanistan")]
    [InlineData(0.12, "0.1 km E of Afghanistan")]
    [InlineData(4.23, "4.2 km E of Afghanistan")]
    [InlineData(9.96, "10 km E of Afghanistan")]
    [InlineData(14.6, "15 km E of Afghanistan")]
    public void Rounds_as_people_do(double km, string words) => Assert.Equal(words, new Neighbour(CommittedAtlas.Value.Places.Find("85632229")!, km, 90).Words);
}
