using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Embeds;
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

    /// <summary>Rows of the list of the latest that a picture may have room for.</summary>
    private const int Latest = 60;

    public static void MapSnapshot(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.Snapshot, new Surface("drawSnapshot", "A still picture as SVG of what the map, one of its layers or a widget shows: title, period, legend, scale bar, sources, licence and data version are drawn in.", MediaTypes.Svg)
        {
            Parameters = [.. Parameters.Filter, .. Parameters.Picture, .. Parameters.ViewState, .. Parameters.EmbedOptions.Where(option => option != Parameters.EmbedTitle)],
            Weight = 5,
        }, AnswerAsync).WithMetadata(new InLanguage(), new MayBeOld()).AddEndpointFilter<PublicCaching>();

    private static async Task<IResult> AnswerAsync(HttpContext http, PublicReader reader, BaseShapes shapes, KeptPictures kept, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var asked = new Asked(query.Filter(), PageText.Of(query), query.Integer(Parameters.PictureWidth), query.Integer(Parameters.PictureHeight), query.Text(Parameters.PictureTitle),
            query.Read(Parameters.ViewOfMap, MapView.Read, "is no view of the map", MapView.Fix), query.Choice(Parameters.WorldviewOfMap) ?? "neutral",
            query.Choice(Parameters.Widget) ?? "map", query.Choice(Parameters.LayerOfMap) ?? "incidents", query.Choice(Parameters.MeasureOfMap) == "killed");
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var (pub, site) = (http.Features.Get<PublicState>()!.Pub, Links.Base(http));
        var picture = await kept.GetAsync(pub, $"{site} {asked.Text.Tag} {http.Request.QueryString}", () => DrawAsync(asked, pub, site, reader, shapes, atlas, http.RequestAborted));
        return Results.Text(picture, MediaTypes.Svg);
    }

    private static async Task<string> DrawAsync(Asked asked, long pub, string site, PublicReader reader, BaseShapes shapes, Atlas atlas, CancellationToken cancellation)
    {
        var filter = asked.Filter;
        var spots = await reader.SpotsAsync(filter, asked.Layer is "districts" or "provinces", Limits.ColumnRows, cancellation);
        var publishers = (await reader.CountsAsync(filter, CountBy.Publisher, cancellation)).Values.OrderByDescending(one => one.Incidents).ThenBy(one => one.Value, StringComparer.Ordinal);
        var content = new PictureContent
        {
            Text = asked.Text,
            Filter = filter,
            Criteria = FilterWords.Of(filter, asked.Text, atlas),
            Spots = spots,
            Pub = filter.AsOf ?? pub,
            Title = asked.Title,
            Publishers = [.. publishers.Select(one => one.Value)],
            Address = site + Routes.Map + (filter.ToQuery() is { Length: > 0 } found ? "?" + found : ""),
            Worldview = asked.Worldview,
            Episodes = asked is { Widget: "map", Layer: "episodes" } ? Titles(await reader.EpisodesAsync(filter.AsOf, cancellation)) : new Dictionary<string, string>(),
        };
        var latest = asked.Widget == "latest" ? await reader.DocumentsAsync(filter, Latest, cancellation) : [];
        var bodies = new PictureBodies(shapes, (wide, high) => FrameOf(asked.View, filter, spots, wide, high), asked.IsKilled);
        return PictureSvg.Draw(content, asked.Width, asked.Height, bodies.Of(asked.Widget, asked.Layer, content, [.. latest.Select(Parsed)]));
    }

    private static Dictionary<string, string> Titles(IEnumerable<string> episodes) => episodes.Select(Parsed).ToDictionary(episode => episode.Text("id")!, episode => episode.Text("title") ?? episode.Text("id")!);

    private static JsonElement Parsed(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
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
        var placed = spots.Where(spot => spot is { Lon: not null, Precision: not PlacePrecision.Country }).ToList();
        return PictureFrame.Fit(placed.Count == 0 ? Border : (placed.Min(spot => spot.Lon!.Value) - Around, placed.Min(spot => spot.Lat!.Value) - Around, placed.Max(spot => spot.Lon!.Value) + Around, placed.Max(spot => spot.Lat!.Value) + Around), width, height);
    }

    /// <summary>What a request asks for.</summary>
    private sealed record Asked(IncidentFilter Filter, PageText Text, int Width, int Height, string? Title, MapView? View, string Worldview, string Widget, string Layer, bool IsKilled);
}
