using System.Globalization;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;
using BorderMap.Web.Pictures;

namespace BorderMap.Web.Endpoints;

/// <summary>Still pictures of the map, for print and for pages that cannot or will not show a live one.</summary>
public static class SnapshotEndpoints
{
    /// <summary>What is shown where nothing says where to look (lon, lat): the border.</summary>
    private static readonly (double West, double South, double East, double North) Border = (60.6, 29.2, 75, 37.3);

    /// <summary>Degrees about the incidents.</summary>
    private const double Around = 0.1;

    public static void MapSnapshot(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.Snapshot, new Surface("drawSnapshot", "A still picture of the map as SVG: title, period, legend, scale bar, sources, licence and data version are drawn in.", MediaTypes.Svg)
        {
            Parameters = [.. Parameters.Filter, .. Parameters.Picture, .. Parameters.ViewState],
            Weight = 5,
        }, DrawAsync).WithMetadata(new InLanguage(), new MayBeOld()).AddEndpointFilter<PublicCaching>();

    private static async Task<IResult> DrawAsync(HttpContext http, PublicReader reader, BaseShapes shapes)
    {
        var query = new QueryValues(http.Request);
        var filter = query.Filter();
        var (width, height) = (query.Integer(Parameters.PictureWidth), query.Integer(Parameters.PictureHeight));
        var title = query.Text(Parameters.PictureTitle);
        var text = PageText.Of(query);
        var view = query.Read(Parameters.ViewOfMap, View, "is no view of the map", "Write zoom/lat/lon, as in the map's address.");
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var pub = filter.AsOf ?? await reader.PubAsync(http.RequestAborted);
        var spots = await reader.SpotsAsync(filter, Limits.ColumnRows, http.RequestAborted);
        var publishers = (await reader.CountsAsync(filter, CountBy.Publisher, http.RequestAborted)).Values.OrderByDescending(one => one.Incidents).ThenBy(one => one.Value, StringComparer.Ordinal);
        var content = new PictureContent
        {
            Text = text,
            Filter = filter,
            Spots = spots,
            Pub = pub,
            Title = title,
            Publishers = [.. publishers.Select(one => one.Value)],
            Address = Links.Base(http) + Routes.Map + (filter.ToQuery() is { Length: > 0 } asked ? "?" + asked : ""),
            Worldview = query.Choice(Parameters.WorldviewOfMap) ?? "neutral",
        };
        return Results.Text(PictureSvg.Draw(content, width, height, (wide, high) => FrameOf(view, filter, spots, wide, high), shapes), MediaTypes.Svg);
    }

    private static PictureFrame FrameOf(MapView? view, IncidentFilter filter, IReadOnlyList<PictureSpot> spots, int width, int height)
    {
        if (view is not null)
        {
            return PictureFrame.At(view.Zoom, view.Lat, view.Lon, width, height);
        }
        if (filter.Bbox is { } box)
        {
            return PictureFrame.Fit((box.MinLon, box.MinLat, box.MaxLon, box.MaxLat), width, height);
        }
        var placed = spots.Where(spot => spot is { Lon: not null, Precision: not Gazetteer.PlacePrecision.Country }).ToList();
        return PictureFrame.Fit(placed.Count == 0 ? Border : (placed.Min(spot => spot.Lon!.Value) - Around, placed.Min(spot => spot.Lat!.Value) - Around, placed.Max(spot => spot.Lon!.Value) + Around, placed.Max(spot => spot.Lat!.Value) + Around), width, height);
    }

    private static MapView? View(string text) =>
        text.Split('/') is [var zoom, var lat, var lon] && Number(zoom) is { } z and >= 0 and <= 22 && Number(lat) is { } y and >= -85 and <= 85 && Number(lon) is { } x and >= -180 and <= 180
            ? new(z, y, x)
            : null;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private sealed record MapView(double Zoom, double Lat, double Lon);
}
