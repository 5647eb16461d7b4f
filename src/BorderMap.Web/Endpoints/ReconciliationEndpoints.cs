using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Web.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BorderMap.Web.Endpoints;

/// <summary>
/// The Reconciliation Service API, versions 0.1 and 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/):
/// OpenRefine and its like match a column of place names by it. Its clients send parameters of their own, so unknown ones are let through.
/// </summary>
public static class ReconciliationEndpoints
{
    /// <summary>The form's one field; its JSON is checked by <see cref="ReconciliationQueries"/>.</summary>
    private static readonly RequestBody Form = new(MediaTypes.Form, """{"type":"object","required":["queries"],"properties":{"queries":{"type":"string","description":"A reconciliation query batch, as JSON."} } }""");

    public static void MapReconciliation(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Reconcile, new Surface("reconciliationManifest", "What the reconciliation service offers; with queries, their candidates.", MediaTypes.Json)
        {
            Parameters = [Parameters.Queries, Parameters.Lang, Parameters.Callback],
            Statuses = [413, 422, 503],
            AnyQuery = true,
        }, AnswerGetAsync).AddEndpointFilter<GazetteerCaching>();
        routes.MapAsk(Routes.Reconcile, new Surface("reconcile", "Candidates for each query of a reconciliation query batch.", MediaTypes.Json)
        {
            Parameters = [Parameters.Lang],
            Bodies = [Form],
            Weight = 5,
            Statuses = [413, 415, 422, 503],
            AnyQuery = true,
        }, AnswerPostAsync);
        MapSuggest(routes, Routes.SuggestEntity, "suggestEntities", "Places whose name begins so.", ReconciliationSuggest.Entities);
        MapSuggest(routes, Routes.SuggestType, "suggestTypes", "Kinds of place whose name begins so.", ReconciliationSuggest.Types);
        MapSuggest(routes, Routes.SuggestProperty, "suggestProperties", "Properties, as evidence of where a place lies, whose name begins so.", ReconciliationSuggest.Properties);
    }

    private static void MapSuggest(IEndpointRouteBuilder routes, string route, string name, string summary, Func<HttpContext, Atlas, IResult> handler) =>
        routes.MapRead(route, new Surface(name, summary, MediaTypes.Json)
        {
            Parameters = [Parameters.Prefix, Parameters.SuggestCursor, Parameters.SuggestType, Parameters.Lang, Parameters.Callback],
            AnyQuery = true,
        }, (HttpContext http, Atlas atlas) => ScriptCallback.Wrap(http, handler(http, atlas))).AddEndpointFilter<GazetteerCaching>();

    private static async Task<IResult> AnswerGetAsync(HttpContext http, Atlas atlas, Turns turns)
    {
        var answer = http.Request.Query.ContainsKey(Parameters.Queries.Name)
            ? await AnswerAsync(http, http.Request.Query[Parameters.Queries.Name].ToString(), atlas, turns)
            : JsonText.Object(json => ReconciliationManifest.Write(json, Links.Base(http), atlas.Version));
        return ScriptCallback.Wrap(http, answer);
    }

    private static async Task<IResult> AnswerPostAsync(HttpContext http, Atlas atlas, Turns turns)
    {
        if (http.Request.GetTypedHeaders().ContentType?.MediaType.Equals(MediaTypes.Form, StringComparison.OrdinalIgnoreCase) is not true)
        {
            return new ProblemResult(new Problem(ProblemCodes.UnsupportedMediaType, "Content-Type", http.Request.ContentType, "The body is in no format that this address reads.", $"Send {MediaTypes.Form} with a field named queries."));
        }
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = Limits.BodyMax, ValueCountLimit = 16 }, http.RequestAborted);
            return form.TryGetValue(Parameters.Queries.Name, out var queries)
                ? await AnswerAsync(http, queries.ToString(), atlas, turns)
                : new ProblemResult(new Problem(ProblemCodes.MissingParameter, Parameters.Queries.Name, null, "The form has no field named queries.", $"{Parameters.Queries.Description} For example {Parameters.Queries.Example}."));
        }
        catch (InvalidDataException)
        {
            return new ProblemResult(new Problem(ProblemCodes.TooLarge, "body", null, "The form has too many or too long fields.", $"Send one field named queries, at most {Limits.BodyMax} bytes."));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, string text, Atlas atlas, Turns turns)
    {
        var query = new QueryValues(http.Request);
        var language = query.Language();
        var (queries, problems) = ReconciliationQueries.Read(text, atlas.Places);
        if (query.Problems.Count + problems.Count > 0)
        {
            return new ProblemResult([.. query.Problems, .. problems]);
        }
        if (!turns.TryBegin())
        {
            return new ProblemResult(PlaceBatch.Busy);
        }
        try
        {
            var answers = new List<(string Key, IReadOnlyList<ReconciliationCandidate> Candidates)>(queries.Count);
            foreach (var part in queries.Chunk(Limits.BatchTurn))
            {
                await turns.TakeAsync(() => answers.AddRange(part.Select(one => (one.Key, ReconciliationCandidate.Of(one, atlas)))), http.RequestAborted);
            }
            return JsonText.In(language, json => Write(json, answers, atlas, language));
        }
        finally
        {
            turns.End();
        }
    }

    private static void Write(Utf8JsonWriter json, List<(string Key, IReadOnlyList<ReconciliationCandidate> Candidates)> answers, Atlas atlas, NameLanguage language)
    {
        foreach (var (key, candidates) in answers)
        {
            json.WriteStartObject(key);
            json.WriteStartArray("result");
            foreach (var candidate in candidates)
            {
                candidate.Write(json, atlas, language);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
