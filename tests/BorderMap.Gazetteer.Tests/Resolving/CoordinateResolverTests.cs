namespace BorderMap.Gazetteer.Tests.Resolving;

public class CoordinateResolverTests
{
    private const string MohmandDara = "1108562285", Khyber = "1108692255", KhyberPakhtunkhwa = "1360701001";

    private static PlaceResolver Resolver => CommittedAtlas.Value.Resolver;

    [Theory]
    [InlineData("34.1311, 71.0822", MohmandDara, PlacePrecision.Exact, 7)]
    [InlineData("71.0822 34.1311", MohmandDara, PlacePrecision.Exact, 7)]
    [InlineData("42S XC 92006 78650", MohmandDara, PlacePrecision.Exact, 1)]
    [InlineData("42N 692007 3778650", MohmandDara, PlacePrecision.Exact, 1)]
    [InlineData("34°07'52\"N 71°04'56\"E", MohmandDara, PlacePrecision.Exact, 20)]
    [InlineData("42SXC 9 7", Khyber, PlacePrecision.Near, 7071)]
    [InlineData("34N 70E", KhyberPakhtunkhwa, PlacePrecision.Province, 72300)]
    public void Resolves_coordinates_to_the_district_that_holds_them(string text, string place, PlacePrecision precision, double radiusM)
    {
        var resolution = Resolver.Resolve(text);
        var best = Assert.Single(resolution.Candidates);
        Assert.Equal((ResolutionStatus.Resolved, place, precision, 1), (resolution.Status, best.Place.Id, best.Precision, best.Score));
        Assert.Equal(radiusM, best.RadiusM, 0.5);
        Assert.Null(resolution.Problem);
    }

    [Fact]
    public void Gives_the_position_itself_and_says_how_it_was_read()
    {
        var best = Resolver.Resolve("71.0822, 34.1311").Candidates[0];
        Assert.Equal((71.0822, 34.1311), (best.Lon, best.Lat));
        Assert.Equal("34.13110°N 71.08220°E", best.Matched);
        Assert.StartsWith("coordinates (decimal degrees, read as longitude, latitude) in ", best.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("51.5, -0.12", "The position 51.50000°N 0.12000°W (read as latitude, longitude) lies outside the region, 23 to 39 degrees north and 59 to 78 east. Check the order and the signs of the numbers.")]
    [InlineData("24.1N 65.0E", "The position 24.10000°N 65.00000°E lies outside Afghanistan and Pakistan, ")]
    [InlineData("28.61N 77.21E", "The position 28.61000°N 77.21000°E lies outside Afghanistan and Pakistan, ")]
    [InlineData("95.1, 200.2", "The latitude 95.1 is outside -90 to 90. Give a latitude from -90 to 90.")]
    [InlineData("42S AC 92006 78650", "There is no square AC in 42S: the columns of zone 42 are S to Z. Check the two letters of the square and the zone before them.")]
    public void Says_what_is_wrong_and_gives_no_place(string text, string problem)
    {
        var resolution = Resolver.Resolve(text);
        Assert.Equal(ResolutionStatus.Unknown, resolution.Status);
        Assert.Empty(resolution.Candidates);
        Assert.StartsWith(problem, resolution.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_coordinates_lie_in_another_country_than_the_one_asked_for()
    {
        var resolution = Resolver.Resolve(new ResolveQuery("34.098, 71.147") { Country = "AF" });
        Assert.EndsWith("Pakistan, and so not in AF", resolution.Candidates[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Completes_coordinates_as_well() => Assert.Equal(MohmandDara, Assert.Single(Resolver.Search("34.1311, 71.0822")).Place.Id);
}
