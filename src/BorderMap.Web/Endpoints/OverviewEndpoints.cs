using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.Web.Embeds;
using BorderMap.Web.Http;
using BorderMap.Web.Overviews;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Endpoints;

/// <summary>What a filter shows, in words for a report.</summary>
public static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.Overview, new Surface("readOverview", "What a filter shows in words for a report: paragraphs and a table in English, by plain rules, each number with the address of its incidents; also as Markdown and HTML.", MediaTypes.Json)
        {
            Parameters = [.. Parameters.Filter, Parameters.Accessed, .. Parameters.ViewState],
        }, ReadAsync).AddEndpointFilter<PublicCaching>();

    private static async Task<IResult> ReadAsync(HttpContext http, PublicReader reader, KeptSummaries summaries, Atlas atlas)
    {
        var query = new QueryValues(http.Request);
        var filter = query.Filter();
        var accessed = query.Day(Parameters.Accessed);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var pub = http.Features.Get<PublicState>()!.Pub;
        var documents = Parsed(await reader.DocumentsAsync(filter, Limits.OverviewIncidents, http.RequestAborted));
        var episodes = new List<string>();
        foreach (var id in documents.Select(document => document.Object("episode")?.Text("id")).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            episodes.AddRange(new[] { await reader.EpisodeAsync(id, filter.AsOf, http.RequestAborted) }.OfType<string>());
        }
        var overview = OverviewText.Of(new OverviewInput
        {
            Filter = filter,
            Criteria = FilterWords.Of(filter, PageText.English, atlas),
            Pub = filter.AsOf ?? pub,
            Summary = await summaries.GetAsync(filter, pub, http.RequestAborted),
            Tally = await reader.TallyAsync(filter, http.RequestAborted),
            Documents = documents,
            Episodes = Parsed(episodes),
            Site = Links.Base(http),
            Accessed = accessed,
        });
        return JsonText.Object(json => Write(json, overview));
    }

    private static IReadOnlyList<JsonElement> Parsed(IEnumerable<string> documents) => [.. documents.Select(text =>
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    })];

    private static void Write(Utf8JsonWriter json, Overview overview)
    {
        json.WriteNumber("pub", overview.Pub);
        json.WriteNumber("incidents", overview.Incidents);
        WriteLists(json, "paragraphs", overview.Paragraphs);
        json.WriteStartObject("table");
        json.Texts("head", overview.Head);
        WriteLists(json, "rows", overview.Rows);
        json.WriteEndObject();
        WriteLists(json, "notes", overview.Notes);
        json.WriteString("markdown", OverviewForms.Markdown(overview));
        json.WriteString("html", OverviewForms.Markup(overview));
    }

    private static void WriteLists(Utf8JsonWriter json, string name, IReadOnlyList<IReadOnlyList<Run>> lists)
    {
        json.WriteStartArray(name);
        foreach (var runs in lists)
        {
            json.WriteStartArray();
            foreach (var run in runs)
            {
                json.WriteStartObject();
                json.WriteString("text", run.Text);
                if (run.Href is { } address)
                {
                    json.WriteString("href", address);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
