using BorderMap.Gazetteer.Coordinates;

namespace BorderMap.Gazetteer.Tests.Coordinates;

/// <summary>Against what others reckoned: PROJ 9 (gdaltransform), published MGRS references, DMA TM 8358.1.</summary>
public class GridTests
{
    /// <summary>By <c>gdaltransform -s_srs '+proj=longlat +datum=WGS84' -t_srs EPSG:326ZZ</c>.</summary>
    [Theory]
    [InlineData(69.201296853017, 34.5184042259092, "42N 518476 3819656")]
    [InlineData(71.0822, 34.1311, "42N 692007 3778650")]
    [InlineData(65.9340652736018, 36.2190779443106, "41N 763742 4012240")]
    [InlineData(61.8589825138862, 30.9584522554952, "41N 391021 3425556")]
    [InlineData(77.5, 35.9, "43N 725626 3975745")]
    [InlineData(59.1, 24, "40N 713625 2655819")]
    public void Projects_as_proj_does(double lon, double lat, string utm) => Assert.Equal(utm, CoordinateFormat.Utm(new(lon, lat)));

    /// <summary>Capitals of provinces with their references as an Afghan government's register publishes them, reckoned by another program.</summary>
    [Theory]
    [InlineData(69.201296853017, 34.5184042259092, "42S WD 18476 19656")]
    [InlineData(69.3314056615201, 35.0451066148951, "42S WD 30225 78095")]
    [InlineData(68.8655982034757, 34.3963153321221, "42S VD 87646 06108")]
    [InlineData(70.4500198890865, 34.4220126530481, "42S XD 33246 09903")]
    [InlineData(69.4785537165976, 35.2709403744565, "42S WE 43525 03195")]
    [InlineData(71.3411278739911, 35.6722436064465, "42S YE 11889 50122")]
    [InlineData(70.5812135264683, 37.113583947131, "42S XG 40486 08643")]
    [InlineData(68.0229872306625, 36.2692660325555, "42S VF 12243 14257")]
    [InlineData(66.1473663870644, 33.7237552160148, "42S TC 35674 35182")]
    [InlineData(65.9340652736018, 36.2190779443106, "41S QA 63742 12240")]
    [InlineData(65.8759136127114, 32.6209650244781, "41S QS 69847 12921")]
    [InlineData(65.7079154863354, 31.6236899648026, "41R QR 56860 01910")]
    [InlineData(64.7778984945136, 35.9180544610172, "41S PV 60411 76320")]
    [InlineData(62.2066859831488, 34.2874285442171, "41S MT 26986 94311")]
    [InlineData(61.8589825138862, 30.9584522554952, "41R LQ 91021 25556")]
    public void Agrees_with_published_references(double lon, double lat, string mgrs)
    {
        Assert.InRange(Given.Metres(new(lon, lat), Found(mgrs).Point), 0, 1.5);
        // Published to the nearest metre; the standard cuts off.
        Assert.InRange(Given.Metres(Found(CoordinateFormat.Mgrs(new(lon, lat))!).Point, Found(mgrs).Point), 0, 1.5);
        Assert.Equal(mgrs[..6], CoordinateFormat.Mgrs(new(lon, lat))![..6]);
    }

    /// <summary>DMA TM 8358.1, Appendix B: 45S XT 47 91; its middle by GeographicLib's GeoConvert.</summary>
    [Fact]
    public void Agrees_with_the_manuals_example() => Assert.InRange(Given.Metres(new(88.601932, 34.254177), Found("45SXT4791").Point), 0, 0.2);

    [Theory]
    [InlineData(-0.1278, 51.5074, "30U XC 99316 10163")]
    [InlineData(18.4241, -33.9249, "34H BH 61881 43182")]
    [InlineData(-58.3816, -34.6037, "21H UB 73317 70036")]
    [InlineData(0, 0, "31N AA 66021 00000")]
    public void Letters_squares_all_over_the_world(double lon, double lat, string mgrs) => Assert.Equal(mgrs, CoordinateFormat.Mgrs(new(lon, lat)));

    [Theory]
    [InlineData(0, 85)]
    [InlineData(0, -81)]
    public void Has_no_grid_at_the_poles(double lon, double lat)
    {
        Assert.Null(CoordinateFormat.Mgrs(new(lon, lat)));
        Assert.Null(CoordinateFormat.Utm(new(lon, lat)));
    }

    [Theory]
    [InlineData(71.0822, 34.1311, "34°07'52.0\"N 71°04'55.9\"E")]
    [InlineData(71.99999, 33.99999, "34°00'00.0\"N 72°00'00.0\"E")]
    [InlineData(-71.0822, -4.1311, "04°07'52.0\"S 71°04'55.9\"W")]
    public void Writes_degrees_minutes_and_seconds(double lon, double lat, string dms) => Assert.Equal(dms, CoordinateFormat.Dms(new(lon, lat)));

    private static CoordinateReading.Found Found(string text) => Assert.IsType<CoordinateReading.Found>(CoordinateText.Read(text));
}
