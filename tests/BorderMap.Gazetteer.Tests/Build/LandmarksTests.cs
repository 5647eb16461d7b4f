using System.Text.Json;
using BorderMap.Gazetteer.Build.BaseMap;

namespace BorderMap.Gazetteer.Tests.Build;

/// <summary>What a position along the line is understood by.</summary>
public sealed class LandmarksTests
{
    [Fact]
    public void Stretches_that_meet_or_nearly_meet_are_one_and_mere_touches_are_none() =>
        Assert.Equal(
            [(0, 30.5), (50, 60)],
            DrawLandmarks.Joined([(50, 60), (10, 20), (0, 12), (22.5, 30.5), (80, 81)]));

    [Fact]
    public void Crossings_stand_where_the_program_measures_them()
    {
        var line = CommittedAtlas.Value.Line;
        var crossings = Landmarks().Where(landmark => landmark.GetProperty("properties").GetProperty("kind").GetString() == "crossing").ToList();
        Assert.True(crossings.Count >= 15);
        Assert.All(crossings, crossing =>
        {
            var at = crossing.GetProperty("geometry").GetProperty("coordinates");
            var km = line.Locate(at[0].GetDouble(), at[1].GetDouble(), 0).PositionKm!.Value;
            Assert.InRange(crossing.GetProperty("properties").GetProperty("km").GetDouble(), km - 0.5, km + 0.5);
        });
    }

    [Fact]
    public void The_drawn_line_knows_the_kilometres_of_each_of_its_points()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Data, "basemap", "line.json")));
        var line = Assert.Single(document.RootElement.GetProperty("features").EnumerateArray());
        var km = line.GetProperty("properties").GetProperty("km").EnumerateArray().Select(value => value.GetDouble()).ToList();
        Assert.Equal(line.GetProperty("geometry").GetProperty("coordinates").GetArrayLength(), km.Count);
        Assert.All(km.Zip(km.Skip(1)), pair => Assert.True(pair.Second >= pair.First));
        Assert.Equal((0.0, true), (km[0], Math.Abs(km[^1] - CommittedAtlas.Value.Line.LengthKm) < 0.1));
    }

    private static List<JsonElement> Landmarks()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Data, "basemap", "landmarks.json")));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.Clone())];
    }
}
