using System.Globalization;
using BorderMap.Gazetteer.Coordinates;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Gazetteer.Tests.Coordinates;

public class CoordinateRoundTripTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    /// <summary>What floating point and the projection's inverse leave.</summary>
    private const double SlackM = 0.01;

    [Theory]
    [InlineData(1, 7072)]
    [InlineData(2, 708)]
    [InlineData(3, 71)]
    [InlineData(4, 7.1)]
    [InlineData(5, 1)]
    public void Finds_a_point_again_by_its_mgrs_reference(int digits, double precisionM) =>
        Check(point => CoordinateFormat.Mgrs(point, digits)!, precisionM);

    [Fact]
    public void Finds_a_point_again_by_its_utm_coordinates() => Check(point => CoordinateFormat.Utm(point)!, 1);

    [Fact]
    public void Finds_a_point_again_by_degrees_minutes_and_seconds() => Check(CoordinateFormat.Dms, 3);

    [Theory]
    [InlineData("F1", 8000)]
    [InlineData("F4", 8)]
    [InlineData("F6", 1)]
    public void Finds_a_point_again_by_its_decimals(string format, double precisionM)
    {
        Check(point => string.Create(CultureInfo.InvariantCulture, $"{Written(point.Lat)}, {Written(point.Lon)}"), precisionM);
        Check(point => string.Create(CultureInfo.InvariantCulture, $"{Written(point.Lon)} {Written(point.Lat)}"), precisionM);
        Check(point => $"{Written(point.Lat).Replace('.', ',')} {Written(point.Lon).Replace('.', ',')}", precisionM);

        string Written(double degrees) => degrees.ToString(format, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Reads_a_reference_back_to_itself() => Prop.ForAll(Given.Points, point =>
    {
        for (var digits = 1; digits <= 5; digits++)
        {
            var written = CoordinateFormat.Mgrs(point, digits)!;
            // The middle of a square on the edge of a zone may lie in the next zone.
            var again = CoordinateFormat.Mgrs(Assert.IsType<CoordinateReading.Found>(CoordinateText.Read(written)).Point, digits)!;
            Assert.True(again == written || again[..3] != written[..3], $"{written} became {again}");
        }
    }).Check(Many);

    [Fact]
    public void Never_throws_on_any_text() => Prop.ForAll(Text, text =>
    {
        var reading = CoordinateText.Read(text);
        if (reading is CoordinateReading.Found found)
        {
            Assert.InRange(found.Point.Lat, -90, 90);
            Assert.InRange(found.Point.Lon, -181, 181);
            Assert.InRange(found.PrecisionM, 1, 10_000_000);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    /// <summary>Pieces of notations in any order, among them some that belong to none.</summary>
    private static Arbitrary<string> Text { get; } = Gen.Elements(
            "34", "71.0822", "42", "S", "XC", "92006", "N", "E", "°", "'", "\"", ",", " ", "-", "+", ".", "۳۴", "٫", "geo:", "@", "https://", "%", "!3d", "lat", "60", "\ud83d",
            "\udca9", "\0", "0000000", "999999999999999999999", "(", "CRS", ";u=", "Chak", "شمال", "/", "é")
        .ArrayOf().Select(string.Concat).ToArbitrary();

    private static void Check(Func<GeoPoint, string> write, double precisionM) => Prop.ForAll(Given.Points, point =>
    {
        var written = write(point);
        var found = CoordinateText.Read(written) as CoordinateReading.Found;
        Assert.True(found is not null, written);
        Assert.InRange(found.PrecisionM, 1, precisionM);
        Assert.True(Given.Metres(point, found.Point) <= found.PrecisionM * 1.001 + SlackM, $"{written}: {point} became {found.Point}");
    }).Check(Many);
}
