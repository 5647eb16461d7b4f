using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Boundaries;
using BorderMap.Gazetteer.Build.Hierarchy;
using BorderMap.Gazetteer.Build.Writing;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Tests.Build;

public sealed class BoundariesTests
{
    /// <summary>From south-west to north-east, with a bend; Afghanistan on its left.</summary>
    private static readonly LineString Line = new([new(69, 32), new(70, 32.9), new(70.02, 33.1), new(71, 34)]);

    [Fact]
    public void Overlapping_and_gaping_districts_become_tiles_that_meet_in_the_line()
    {
        // The two districts overlap across the line in the south and leave a gap in the north.
        var tiles = Tile(Unit(1, "AF", Ring((69.5, 33.4), (69.9, 32.6), (70.3, 33.0), (70.1, 33.5))), Unit(2, "PK", Ring((69.8, 32.5), (70.6, 32.5), (70.6, 33.4), (70.2, 33.3), (69.9, 32.9))));
        var (afghan, pakistani) = (tiles.Area(tiles.Units[0])!, tiles.Area(tiles.Units[1])!);
        Assert.True(afghan.IsValid && pakistani.IsValid);
        Assert.Equal(0, afghan.Intersection(pakistani).Area, 9);
        var meet = tiles.Line();
        Assert.True(meet.Length > 0.5);
        Assert.All(meet.Coordinates, c => Assert.InRange(Line.Distance(new Point(c)), 0, 0.0002));
    }

    [Fact]
    public void A_gap_between_districts_of_one_country_goes_to_the_one_with_the_longest_border()
    {
        var holed = new Polygon(Given.Box(69.0, 33.5, 69.4, 33.9).Shell, [Given.Box(69.1, 33.6, 69.3, 33.8).Shell]);
        var tiles = Tile(Unit(1, "AF", holed), Unit(2, "AF", Given.Box(69.4, 33.5, 69.6, 33.9)));
        Assert.Equal(0.16, tiles.Area(tiles.Units[0])!.Area, 6);
    }

    [Fact]
    public void A_province_is_the_sum_of_its_districts()
    {
        var tiles = Tile(Unit(1, "AF", Given.Box(69.0, 33.5, 69.2, 33.9)), Unit(2, "AF", Given.Box(69.2, 33.5, 69.5, 33.9)));
        foreach (var unit in tiles.Units)
        {
            unit.ProvinceId = 7;
        }
        var province = tiles.Area(Given.Province(7, "P", "AF"))!;
        Assert.Equal(0.2, province.Area, 9);
        Assert.IsType<Polygon>(province);
        Assert.Null(tiles.Area(Given.Province(8, "Q", "AF")));
    }

    [Fact]
    public void Generalised_neighbours_keep_their_edges_in_common()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(-40, 40), 60).ToArbitrary(), offsets =>
        {
            // A ragged edge between two districts: one draws it from the south, the other from the north.
            var edge = offsets.Select((offset, i) => (69.5 + (offset / 10_000.0), 33.2 + ((i + 1) * 0.01))).ToArray();
            var west = Ring([(69.0, 33.2), (69.5, 33.2), .. edge, (69.5, 33.9), (69.0, 33.9)]);
            var east = Ring([(69.5, 33.2), .. edge, (69.5, 33.9), (69.8, 33.9), (69.8, 33.2)]);
            var tiles = Tile(Unit(1, "AF", west), Unit(2, "AF", east)).Generalise(300, 100, TestContext.Current.CancellationToken);
            var (one, other) = (tiles.Area(tiles.Units[0])!, tiles.Area(tiles.Units[1])!);
            return one.IsValid && other.IsValid && one.Intersection(other).Area < 1e-12 && Math.Abs(one.Area + other.Area - 0.56) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_arc_that_would_cross_another_one_is_simplified_less()
    {
        // A narrow bay (about 200 m deep) with a second arc in its mouth: straightening the first would run over the second.
        var bay = new Arc([new(69, 33), new(69.01, 33.002), new(69.02, 33)], 0, 1);
        var inside = new Arc([new(69.008, 32.9995), new(69.0105, 33.0012), new(69.012, 32.9995), new(69.008, 32.9995)], 2, 0);
        Assert.Equal(2, SimplifyArcs.Do([bay], _ => 300, TestContext.Current.CancellationToken)[0].Path.Length);
        Assert.Equal(3, SimplifyArcs.Do([bay, inside], _ => 300, TestContext.Current.CancellationToken)[0].Path.Length);
    }

    [Fact]
    public void Douglas_and_Peucker_keep_what_departs_by_more_than_the_tolerance()
    {
        // 0.001 degrees of latitude are 111 m.
        Coordinate[] path = [new(69, 33), new(69.5, 33.001), new(70, 33)];
        Assert.Equal(2, DouglasPeucker.Simplify(path, 120).Length);
        Assert.Equal(3, DouglasPeucker.Simplify(path, 100).Length);
    }

    [Fact]
    public void Points_are_moved_into_their_boundary_and_radii_hold_it()
    {
        var crescent = Given.District(1, "C", null);
        var state = Given.State(crescent);
        state.Boundaries[1] = Ring((69, 32), (71, 32), (71, 34), (70.9, 34), (70.9, 32.1), (69, 32.1));
        PlacePoints.Do(state, TestContext.Current.CancellationToken);
        Assert.True(state.Boundaries[1].Contains(new Point(crescent.Lon, crescent.Lat)));
        Assert.All(state.Boundaries[1].Coordinates, c => Assert.True(Geo.DistanceM(crescent.Lon, crescent.Lat, c.X, c.Y) <= crescent.RadiusM));
    }

    [Fact]
    public void The_spine_runs_on_along_the_line()
    {
        var spine = WriteDurandLine.Spine(Line).ToList();
        Assert.Equal(0, spine[0].Km);
        Assert.All(spine.Zip(spine.Skip(1)), pair => Assert.True(pair.Second.Km > pair.First.Km));
        Assert.InRange(spine[^1].Km, 285, 295);
    }

    [Fact]
    public void Distances_are_those_of_the_sphere()
    {
        Assert.Equal(111_195, Geo.DistanceM(70, 33, 70, 34), 0);
        Assert.InRange(Geo.DistanceM(new LineString([new(69, 33), new(71, 33)]), 70, 33.1), 11_110, 11_130);
    }

    private static Tiles Tile(params Entry[] units)
    {
        var faces = new Faces(units.SelectMany(u => Faces.Rings(u.Shape!)).Append(Line.Coordinates).Select(Grid.Snap));
        return new Tiles(units, Arcs.Between(faces, Tiling.Assign(faces, [.. units], new SideOfLine(Line))));
    }

    private static Entry Unit(long id, string country, Polygon shape)
    {
        var unit = Given.Place(id, PlaceKind.District, "D", country);
        unit.Shape = shape;
        return unit;
    }

    private static Polygon Ring(params (double Lon, double Lat)[] corners) =>
        new(new LinearRing([.. corners.Append(corners[0]).Select(c => new Coordinate(c.Lon, c.Lat))]));
}
