using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace BorderMap.Web.Embeds;

/// <summary>
/// The map and the embed: the page as it lies on the disk, with what previews show of this very state in its head. The state is read by the rules of the filter, so that
/// nothing of an address is repeated that was not understood; where it was not, or the database does not answer, the page comes all the same with words in general.
/// </summary>
public sealed class MapPage(ContentRoot content, SeenState seen, KeptSummaries summaries, Atlas atlas, IResponseCompressionProvider compression)
{
    private const string Place = "<!--cards-->";

    private sealed record Kept(string Tag, string Text);

    private volatile Kept? map;
    private volatile Kept? embed;

    public async Task<IResult> SendAsync(HttpContext http, string route)
    {
        var file = route == Routes.Embed ? embed = Read("embed.html", embed) : map = Read("index.html", map);
        var (state, _) = EmbedState.Read(http.Request.QueryString.Value ?? "");
        var text = PageText.Of(new QueryValues(http.Request));
        var (pub, summary) = await SummaryAsync(state, http.RequestAborted);
        Preload(http);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
        var tag = EntityTag.Of(http, $"{file.Tag} {pub} {text.Tag}", compression);
        if (Conditional.Holds(http.Request, tag))
        {
            return Conditional.NotModified(tag);
        }
        http.Response.Headers.ETag = tag;
        return Results.Text(file.Text.Replace(Place, Cards.Head(text, CardOf(text, route, state, summary), Links.Base(http)).ToString(), StringComparison.Ordinal), MediaTypes.Html);
    }

    private Card CardOf(PageText text, string route, EmbedState? state, FilterSummary? summary)
    {
        var query = state?.Query ?? "";
        var path = query.Length == 0 ? route : $"{route}?{query}";
        return state is null || summary is null
            ? new(text["picture.title"], $"{text["site.tagline"]}. {text["footer.record"]}", path, "")
            : new(state[Parameters.EmbedTitle] ?? StateWords.Title(text, summary, state.Filter), StateWords.Description(text, summary, FilterWords.Of(state.Filter, text, atlas)), path, query);
    }

    // A condition in CQL2 is not the map's own, and may cost more than a page should.
    private async Task<(long Pub, FilterSummary? Summary)> SummaryAsync(EmbedState? state, CancellationToken cancellation)
    {
        if (state is null || state.Filter.Condition is not null)
        {
            return (-1, null);
        }
        try
        {
            var now = await seen.NowAsync(cancellation);
            return now.Age is null ? (now.Pub, await summaries.GetAsync(state.Filter, now.Pub, cancellation)) : (-1, null);
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error))
        {
            return (-1, null); // the page itself tells what does not answer
        }
    }

    /// <summary>The browser is told at once to ask for the incidents, which else wait for the last of its scripts.</summary>
    private static void Preload(HttpContext http)
    {
        var asOf = http.Request.Query[FilterNames.AsOf].ToString();
        // The list of the latest asks for those alone.
        if (!asOf.All(char.IsAsciiDigit) || http.Request.Query[Parameters.Widget.Name] == "latest")
        {
            return;
        }
        http.Response.Headers.Append(HeaderNames.Link, $"<{Routes.IncidentColumns.TrimStart('/')}?part=map{(asOf.Length == 0 ? "" : $"&{FilterNames.AsOf}={asOf}")}>; rel=preload; as=fetch; crossorigin");
    }

    private Kept Read(string name, Kept? known)
    {
        var file = new FileInfo(Path.Combine(content.WebRoot, name));
        var tag = $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}";
        return known?.Tag == tag ? known : new(tag, File.ReadAllText(file.FullName));
    }
}
