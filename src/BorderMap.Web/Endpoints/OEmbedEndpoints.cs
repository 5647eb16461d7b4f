using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Embeds;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Endpoints;

/// <summary>oEmbed (oembed.com): for an address of ours, the frame to put in its place. Nothing is fetched, and no other host's address is answered.</summary>
public static class OEmbedEndpoints
{
    /// <summary>Pixels of the frame where the consumer allows as many.</summary>
    private const int Width = 800;
    private const int Height = 500;

    public static void MapOEmbed(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.OEmbed, new Surface("oembed", "The frame to embed for an address of this site (oEmbed): the map with its state, an embed, an incident.", MediaTypes.Json)
        {
            Parameters = [Parameters.OEmbedUrl, Parameters.MaxWidth, Parameters.MaxHeight, Parameters.OEmbedFormat],
            Statuses = [404, 501],
        }, AnswerAsync).AddEndpointFilter<PublicCaching>().WithMetadata(new OwnTag());

    private static async Task<IResult> AnswerAsync(HttpContext http, PublicReader reader, KeptSummaries summaries)
    {
        var query = new QueryValues(http.Request);
        var (width, height) = (Math.Min(Width, query.Integer(Parameters.MaxWidth)), Math.Min(Height, query.Integer(Parameters.MaxHeight)));
        var format = query.Text(Parameters.OEmbedFormat) ?? "json";
        var address = query.Whole(Parameters.OEmbedUrl);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (format is not ("json" or "xml"))
        {
            return new ProblemResult(new Problem(ProblemCodes.NotImplemented, Parameters.OEmbedFormat.Name, format, "oEmbed has two formats.", "Use json or xml."));
        }
        var site = Links.Base(http);
        if (PathOf(address!, site) is not var (path, asked) || await FindAsync(path, asked, http, reader, summaries) is not { } found)
        {
            return new ProblemResult(new Problem(ProblemCodes.NotFound, Parameters.OEmbedUrl.Name, address, "There is nothing to embed at this address.", $"Give an address below {site}: the map, an embed or an incident."));
        }
        var embed = new OEmbed(found.Title, site + found.Frame, found.Picture is { } picture ? Cards.PictureOf(site, picture) : null, width, height, site);
        return format == "xml" ? Results.Bytes(embed.Xml(), MediaTypes.Xml) : JsonText.Finished(embed.Json());
    }

    /// <summary>Path and query below the site's address; null for any other address.</summary>
    private static (string Path, string Query)? PathOf(string address, string site)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var given) || !Uri.TryCreate(site, UriKind.Absolute, out var own) || given.Authority != own.Authority || given.Scheme != own.Scheme || given.UserInfo.Length > 0)
        {
            return null;
        }
        var root = own.AbsolutePath.TrimEnd('/');
        return given.AbsolutePath == root || given.AbsolutePath.StartsWith(root + "/", StringComparison.Ordinal) ? (given.AbsolutePath[root.Length..], given.Query) : null;
    }

    private static async Task<Target?> FindAsync(string path, string query, HttpContext http, PublicReader reader, KeptSummaries summaries) => path.Split('/') switch
    {
        [] or [""] or ["", ""] or ["", "embed"] => await OfStateAsync(query, null, http, summaries),
        ["", "embed", var id] when Ids.Is(Ids.Embed, id) => await reader.EmbedAsync(id, http.RequestAborted) is { IsGone: false } stored
            ? await OfStateAsync(stored.Query, stored.Title, http, summaries) is { } shown ? shown with { Frame = Routes.StoredFrameOf(id) } : null
            : null,
        ["", "incidents", var id] when Ids.Is(Ids.Incident, id) => await OfIncidentAsync(id, http, reader),
        _ => null,
    };

    private static async Task<Target?> OfStateAsync(string query, string? title, HttpContext http, KeptSummaries summaries)
    {
        if (EmbedState.Read(query).State is not { } state || state.Filter.AsOf > PubOf(http))
        {
            return null;
        }
        var text = PageText.All.FirstOrDefault(one => one.Tag == state[Parameters.PageLang]) ?? PageText.English;
        title ??= state[Parameters.EmbedTitle] ?? StateWords.Title(text, await summaries.GetAsync(state.Filter, PubOf(http), http.RequestAborted), state.Filter);
        return new(title, state.Query.Length == 0 ? Routes.Embed : $"{Routes.Embed}?{state.Query}", state.Query);
    }

    private static async Task<Target?> OfIncidentAsync(string id, HttpContext http, PublicReader reader) => await reader.FindAsync(id, null, http.RequestAborted) switch
    {
        PublicIncident.Found found => new(TitleOf(found), $"{Routes.Embed}?ids={id}&highlight={id}", $"ids={id}"),
        PublicIncident.Moved moved => await OfIncidentAsync(moved.Successor, http, reader),
        _ => null,
    };

    private static string TitleOf(PublicIncident.Found incident)
    {
        using var document = JsonDocument.Parse(incident.Document);
        return document.RootElement.Text("title") ?? incident.Id;
    }

    private static long PubOf(HttpContext http) => http.Features.Get<PublicState>()!.Pub;

    /// <param name="Title">What it is called.</param>
    /// <param name="Frame">The path in the frame.</param>
    /// <param name="Picture">The query of its picture.</param>
    private sealed record Target(string Title, string Frame, string? Picture);
}
