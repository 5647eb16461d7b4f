using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Tests.Line;

public class DurandLineTests
{
    private static DurandLine Line => CommittedAtlas.Value.Line;

    [Theory]
    [InlineData("Torkham crossing", 71.0822, 34.1311, 0.0, 1.5)]
    [InlineData("Spin Boldak-Chaman crossing", 66.4376, 30.9552, 0.0, 0.1)]
    [InlineData("Ghulam Khan", 70.0239, 33.1439, 0.0, 0.2)]
    [InlineData("Angoor Adda", 69.2742, 32.5178, 0.0, 0.2)]
    [InlineData("Nawa Pass", 71.1830, 34.7420, 0.0, 0.2)]
    [InlineData("Chaman town", 66.4447, 30.9222, 3.5, 4.0)]
    [InlineData("Landi Kotal", 71.147, 34.098, 5.2, 5.7)]
    [InlineData("Kabul", 69.1722, 34.5289, 80, 100)]
    [InlineData("Karachi", 67.0099, 24.8615, 530, 600)]
    public void Knows_the_distance_in_kilometres(string place, double lon, double lat, double least, double most)
    {
        var distance = Line.Locate(lon, lat, 0).DistanceKm;
        Assert.True(distance >= least && distance <= most, $"{place}: {distance} km");
    }

    [Theory]
    [InlineData("Chaman town", 66.4447, 30.9222, 1000, BorderSide.PK)]
    [InlineData("Spin Boldak town", 66.3986, 31.0063, 1000, BorderSide.AF)]
    [InlineData("Landi Kotal", 71.147, 34.098, 2000, BorderSide.PK)]
    [InlineData("Torkham crossing, on the line", 71.0822, 34.1311, 100, BorderSide.Straddles)]
    [InlineData("Chaman, known only within 5 km", 66.4447, 30.9222, 5000, BorderSide.Straddles)]
    [InlineData("Kabul", 69.1722, 34.5289, 5000, BorderSide.AF)]
    [InlineData("Herat, beyond the line's end", 62.1997, 34.3482, 5000, BorderSide.AF)]
    [InlineData("Zaranj, north of the tripoint", 61.8600, 30.9600, 2000, BorderSide.AF)]
    [InlineData("Gwadar", 62.3254, 25.1264, 2000, BorderSide.PK)]
    [InlineData("Parachinar, in the salient", 70.1000, 33.8990, 2000, BorderSide.PK)]
    [InlineData("Khost", 69.9195, 33.3395, 2000, BorderSide.AF)]
    [InlineData("Chitral", 71.7864, 35.8511, 2000, BorderSide.PK)]
    [InlineData("Ishkashim, in the Wakhan", 71.6000, 36.7000, 2000, BorderSide.AF)]
    [InlineData("Gilgit", 74.3080, 35.9200, 2000, BorderSide.PK)]
    public void Knows_the_side(string place, double lon, double lat, double radiusM, BorderSide side) =>
        Assert.True(Line.Locate(lon, lat, radiusM).Side == side, $"{place}: {Line.Locate(lon, lat, radiusM)}");

    [Theory]
    [InlineData("Delhi", 77.2090, 28.6139)]
    [InlineData("Zahedan", 60.8629, 29.4963)]
    [InlineData("Dushanbe", 68.7870, 38.5598)]
    public void Gives_no_side_outside_both_countries(string place, double lon, double lat) =>
        Assert.True(Line.Locate(lon, lat, 0).Side is null, place);

    [Fact]
    public void Takes_the_country_for_the_side_of_an_area_whose_radius_crosses_the_line()
    {
        Assert.Equal(BorderSide.Straddles, Line.Locate(67, 30.5, 200_000).Side);
        Assert.Equal(BorderSide.PK, Line.Locate(67, 30.5, 200_000, "PK").Side);
    }

    [Fact]
    public void Claims_no_side_within_the_lines_own_uncertainty_even_where_a_country_is_named() =>
        Assert.Equal(BorderSide.Straddles, Line.Locate(71.0822, 34.1311, 100, "AF").Side);

    [Fact]
    public void Orders_the_crossings_along_the_line()
    {
        (double Lon, double Lat)[] southToNorth = [(64.0149, 29.4209), (66.4376, 30.9552), (69.2742, 32.5178), (70.0239, 33.1439), (69.9648, 33.828), (71.0822, 34.1311), (71.183, 34.742), (71.5493, 35.3103)];
        var positions = southToNorth.Select(at => Line.Locate(at.Lon, at.Lat, 0).PositionKm!.Value).ToList();
        Assert.Equal(positions.Order(), positions);
        Assert.InRange(positions[0], 200, 450);
        Assert.InRange(positions[^1], 1500, Line.LengthKm);
    }

    [Fact]
    public void Gives_no_position_outside_the_border_belts()
    {
        Assert.Null(Line.Locate(67.0099, 24.8615, 0).PositionKm);
        Assert.Null(Line.Locate(62.1997, 34.3482, 0).PositionKm);
        Assert.NotNull(Line.Locate(69.1722, 34.5289, 0).PositionKm);
    }

    [Fact]
    public void Puts_every_vertex_of_the_line_on_the_line()
    {
        Assert.All(Line.Detailed.Coordinates.Where((_, i) => i % 50 == 0), c =>
        {
            var placement = Line.Locate(c.X, c.Y, 0);
            Assert.True(placement.DistanceKm < 0.001);
            Assert.Equal(BorderSide.Straddles, placement.Side);
            Assert.NotNull(placement.PositionKm);
        });
    }

    [Fact]
    public void Finds_the_same_distance_as_a_look_at_every_vertex()
    {
        foreach (var place in CommittedAtlas.Value.Places.All.Where((_, i) => i % 2503 == 0))
        {
            var nearestVertex = Line.Detailed.Coordinates.Min(c => Geodesic.Between(new(c.X, c.Y), new(place.Lon, place.Lat)).Km);
            Assert.InRange(Line.Locate(place.Lon, place.Lat, 0).DistanceKm, nearestVertex - 2.5, nearestVertex + 0.001);
        }
    }

    [Fact]
    public void Agrees_with_the_country_of_districts_away_from_the_line()
    {
        var atlas = CommittedAtlas.Value;
        var wrong = atlas.Places.All
            .Where(place => place.Kind is PlaceKind.District)
            .Where(place => Line.Locate(place.Lon, place.Lat, 0) is { DistanceKm: > 7 } at && at.Side.ToString() != place.Country)
            .Select(place => place.Name);
        Assert.Empty(wrong);
    }

    /// <summary>By points 5 m apart on the nearest segments.</summary>
    [Fact]
    public void Knows_the_shortest_distance_on_the_ellipsoid()
    {
        var points = Line.Detailed.Coordinates;
        foreach (var place in CommittedAtlas.Value.Places.All.Where((_, i) => i % 4001 == 0).Where(place => Line.Locate(place.Lon, place.Lat, 0).DistanceKm < 100))
        {
            var at = new GeoPoint(place.Lon, place.Lat);
            var nearest = Enumerable.Range(0, points.Length).MinBy(i => Geodesic.Between(at, new(points[i].X, points[i].Y)).Km);
            var shortest = (from segment in Enumerable.Range(Math.Max(0, nearest - 20), 40).Where(i => i < points.Length - 1)
                            let steps = Math.Max(2, (int)(Geodesic.Between(new(points[segment].X, points[segment].Y), new(points[segment + 1].X, points[segment + 1].Y)).Km * 200))
                            from step in Enumerable.Range(0, steps + 1)
                            let share = (double)step / steps
                            select Geodesic.Between(at, new(Between(points[segment].X, points[segment + 1].X, share), Between(points[segment].Y, points[segment + 1].Y, share))).Km).Min();
            Assert.InRange(Line.Locate(place.Lon, place.Lat, 0).DistanceKm, shortest - 0.005, shortest + 0.0001);
        }

        double Between(double a, double b, double share) => a + (share * (b - a));
    }

    [Fact]
    public void Moves_on_along_the_spine_without_a_step_back()
    {
        var points = Line.Detailed.Coordinates;
        var positions = points.Select(c => Line.Locate(c.X, c.Y, 0).PositionKm!.Value).ToList();
        Assert.Equal(positions.Order(), positions);
        Assert.Equal((0, Line.LengthKm), (positions[0], positions[^1]));
        // Nor does it leap: not even where the line folds and the other leg of the spine is nearer.
        Assert.All(positions.Zip(positions.Skip(1)).Zip(points.Zip(points.Skip(1))), step =>
            Assert.InRange(step.First.Second - step.First.First, 0, 0.001 + Geodesic.Between(new(step.Second.First.X, step.Second.First.Y), new(step.Second.Second.X, step.Second.Second.Y)).Km));
    }

    [Fact]
    public void Has_the_named_crossings_on_it()
    {
        var off = CommittedAtlas.Value.Places.All.Where(place => place.Kind is PlaceKind.Crossing)
            .Select(place => (place.Name, place.RadiusM, Line: Line.Locate(place.Lon, place.Lat, place.RadiusM)))
            .Where(crossing => crossing.Line.Side is not BorderSide.Straddles || crossing.Line.PositionKm is null).Select(c => $"{c.Name} {c.RadiusM} {c.Line}");
        Assert.Empty(off);
    }
}
