using System.Text.Json;
using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Hierarchy;
using BorderMap.Gazetteer.Build.Reading;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Tests.Build;

/// <summary>What holds for the files in the repository, whoever built them.</summary>
public sealed class CommittedDataTests
{
    private static readonly Lazy<Dictionary<string, string[]>> Admin = new(() => Checkout.Rows("admin.tsv").ToDictionary(row => row[0]));
    private static readonly Lazy<Dictionary<string, Geometry>> Boundaries = new(() => Checkout.Rows("boundaries.tsv").ToDictionary(row => row[0], row => Shape(row[1])));

    private static readonly Lazy<LineString> Line = new(() => new LineString([.. Checkout.Rows("durand-line.tsv").Select(row => new Coordinate(Number(row[0]), Number(row[1])))]));

    [Fact]
    public void Both_countries_have_their_current_provinces_and_districts()
    {
        int Count(string kind, string country) => Admin.Value.Values.Count(row => row[1] == kind && row[3] == country);
        Assert.Equal((34, 7), (Count("province", "AF"), Count("province", "PK")));
        Assert.Equal((400, 142), (Count("district", "AF"), Count("district", "PK")));
        Assert.Equal("Khyber Pakhtunkhwa", Admin.Value["1360701001"][2]);
        Assert.DoesNotContain("85675763", Admin.Value.Keys);
        Assert.All(Admin.Value.Values.Where(row => row[1] == "district"), row => Assert.Equal((row[3], "province"), (Admin.Value[row[4]][3], Admin.Value[row[4]][1])));
    }

    [Theory]
    [InlineData("localities-af.tsv", "AF", 30_000)]
    [InlineData("localities-pk.tsv", "PK", 130_000)]
    public void Localities_hang_below_living_parents_of_their_own_country(string file, string country, int atLeast)
    {
        var rows = Checkout.Rows(file).ToList();
        Assert.True(rows.Count > atLeast);
        Assert.All(rows, row =>
        {
            Assert.Equal((10, country, "locality"), (row.Length, row[3], row[1]));
            Assert.True(row[5].Length == 0 || (Admin.Value[row[5]][4] == row[4] && Admin.Value[row[5]][3] == country), row[0]);
            Assert.True(row[4].Length == 0 || Admin.Value[row[4]][3] == country, row[0]);
            Assert.Contains(row[9].Split('|'), name => name[4..] == row[2]);
        });
        Assert.True(rows.Count(row => row[5].Length == 0) < rows.Count / 100);
    }

    [Fact]
    public void The_Afghan_Torkham_lies_in_Nangarhar()
    {
        var torkham = Checkout.Rows("localities-af.tsv").Single(row => row[0] == "1326893623");
        Assert.Equal(("Nangarhar", "Muhmand Dara"), (Admin.Value[torkham[4]][2], Admin.Value[torkham[5]][2]));
    }

    [Fact]
    public void Successors_lead_to_living_entries()
    {
        var living = Admin.Value.Keys.Concat(Checkout.Rows("localities-af.tsv").Concat(Checkout.Rows("localities-pk.tsv")).Select(row => row[0])).ToHashSet();
        Assert.All(Checkout.Rows("successors.tsv"), row =>
        {
            Assert.Contains(row[1], living);
            Assert.DoesNotContain(row[0], living);
        });
        Assert.Contains(Checkout.Rows("successors.tsv"), row => row is ["85675749", "1360701001", "superseded"]);
    }

    [Fact]
    public void Boundaries_are_valid_hold_their_points_and_add_up()
    {
        Assert.Equal(Admin.Value.Keys.Order(), Boundaries.Value.Keys.Order());
        Assert.All(Boundaries.Value, pair =>
        {
            Assert.True(pair.Value.IsValid, pair.Key);
            Assert.True(pair.Value.Contains(new Point(Number(Admin.Value[pair.Key][6]), Number(Admin.Value[pair.Key][7]))), pair.Key);
        });
        double Area(string kind) => Admin.Value.Values.Where(row => row[1] == kind).Sum(row => Boundaries.Value[row[0]].Area);
        Assert.Equal(Area("country"), Area("province"), 6);
        var undivided = Boundaries.Value["85675741"].Area;
        Assert.Equal(Area("country"), Area("district") + undivided, 6);
    }

    [Fact]
    public void The_countries_meet_in_the_Durand_Line_and_nowhere_overlap()
    {
        var (afghanistan, pakistan) = (Boundaries.Value["85632229"], Boundaries.Value["85632659"]);
        Assert.Equal(0, afghanistan.Intersection(pakistan).Area, 9);
        var meet = afghanistan.Boundary.Intersection(pakistan.Boundary);
        Assert.InRange(LengthKm(meet), 2300, 2676);
        // At the tripoint with China the districts reach 2 km beyond the end of the line.
        var end = Line.Value[Line.Value.NumPoints - 1];
        Assert.All(
            meet.Coordinates.Where(c => Geo.DistanceM(c.X, c.Y, end.X, end.Y) > 3_000),
            c => Assert.InRange(Geo.DistanceM(Line.Value, c.X, c.Y), 0, 250));
    }

    [Fact]
    public void The_line_runs_from_Iran_to_China_and_the_spine_with_it()
    {
        Assert.Equal((60.87, 29.86), (Math.Round(Line.Value[0].X, 2), Math.Round(Line.Value[0].Y, 2)));
        Assert.Equal((74.54, 37.02), (Math.Round(Line.Value[Line.Value.NumPoints - 1].X, 2), Math.Round(Line.Value[Line.Value.NumPoints - 1].Y, 2)));
        Assert.InRange(LengthKm(Line.Value), 2670, 2682);
        var spine = Checkout.Rows("durand-spine.tsv").Select(row => (At: new Coordinate(Number(row[0]), Number(row[1])), Km: Number(row[2]))).ToList();
        Assert.Equal(0, spine[0].Km);
        Assert.All(spine.Zip(spine.Skip(1)), pair => Assert.True(pair.Second.Km > pair.First.Km));
        var spineLine = new LineString([.. spine.Select(p => p.At)]);
        Assert.All(Line.Value.Coordinates, c => Assert.InRange(Geo.DistanceM(spineLine, c.X, c.Y), 0, 5_500));
    }

    [Fact]
    public void Crossings_lie_near_the_line_on_the_side_that_they_name()
    {
        var line = new SideOfLine(Line.Value);
        var rows = File.ReadLines(Checkout.Gazetteer("crossings.csv")).Skip(1).Select(row => row.Split(',')).ToList();
        Assert.True(rows.Count >= 15);
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct().Count());
        Assert.All(rows, row =>
        {
            var (lon, lat) = (Number(row[2]), Number(row[3]));
            Assert.StartsWith("x-", row[0], StringComparison.Ordinal);
            Assert.True(line.At(lon, lat) == row[5], $"{row[0]} lies in {line.At(lon, lat)}");
            Assert.True(line.DistanceM(lon, lat) <= Math.Max(Number(row[4]), 1000), $"{row[0]} is {line.DistanceM(lon, lat):F0} m from the line");
        });
    }

    [Fact]
    public void The_base_map_is_small_and_well_formed()
    {
        var files = Directory.GetFiles(Path.Combine(Checkout.Data, "basemap"), "*.json");
        Assert.Equal(["countries", "crossings", "disputed", "districts", "landmarks", "line", "provinces", "towns", "water"], files.Select(Path.GetFileNameWithoutExtension).Order());
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, 1_500_000);
        Assert.All(files, file =>
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            Assert.NotEmpty(document.RootElement.GetProperty("features").EnumerateArray().Select(feature => GeoJsonGeometry.Read(feature.GetProperty("geometry"))));
        });
    }

    private static double LengthKm(Geometry lines) => lines switch
    {
        GeometryCollection many => many.Geometries.Sum(LengthKm),
        LineString line => line.Coordinates.Zip(line.Coordinates.Skip(1)).Sum(p => Geo.DistanceM(p.First.X, p.First.Y, p.Second.X, p.Second.Y)) / 1000,
        _ => 0,
    };

    private static double Number(string text) => double.Parse(text);

    private static Geometry Shape(string text)
    {
        using var document = JsonDocument.Parse(text);
        return GeoJsonGeometry.Read(document.RootElement);
    }
}
