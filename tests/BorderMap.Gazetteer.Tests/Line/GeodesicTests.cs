using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Tests.Line;

public class GeodesicTests
{
    /// <summary>Flinders Peak to Buninyong, on GRS 80 (0.1 mm from WGS 84): Geocentric Datum of Australia Technical Manual, 4.1. The others by symmetry.</summary>
    [Theory]
    [InlineData(144.42486788889, -37.95103341667, 143.92649552778, -37.65282113889, 54.972271, 306.86816)]
    [InlineData(0, 0, 1, 0, 111.319491, 90)]
    [InlineData(0, 0, -1, 0, 111.319491, 270)]
    [InlineData(0, 0, 0, 1, 110.574389, 0)]
    [InlineData(71, 34, 71, 34, 0, 0)]
    public void Agrees_with_published_lines(double lon1, double lat1, double lon2, double lat2, double km, double bearing)
    {
        var found = Geodesic.Between(new(lon1, lat1), new(lon2, lat2));
        Assert.Equal(km, found.Km, 5);
        Assert.Equal(bearing, found.BearingDegrees, 4);
    }

    [Fact]
    public void Still_gives_a_distance_between_antipodes() => Assert.InRange(Geodesic.Between(new(0, 0), new(179.7, 0.5)).Km, 19_900, 20_020);
}
