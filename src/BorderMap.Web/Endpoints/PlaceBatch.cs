using System.Buffers;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Resolves many names in one request. Nothing is answered before the whole batch is known to be sound; the answers are then sent as they come.</summary>
public static class PlaceBatch
{
    public static async Task<IResult> AnswerAsync(HttpContext http, Atlas atlas, Turns turns)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.ResolveLimit);
        var language = query.Language();
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var (queries, problems) = await BatchBody.ReadAsync(http.Request, limit, http.RequestAborted);
        return problems.Count > 0 ? new ProblemResult(problems) : new Answers(queries, language, atlas, turns);
    }

    /// <summary>What a client is told when the server has enough to do.</summary>
    public static Problem Busy { get; } =
        new(ProblemCodes.Busy, "", null, "As many batches as the server takes are under way.", "Send it again after the seconds that Retry-After gives.");

    private sealed class Answers(IReadOnlyList<ResolveQuery> queries, NameLanguage language, Atlas atlas, Turns turns) : IResult
    {
        private readonly int[] counts = new int[Enum.GetValues<ResolutionStatus>().Length];

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (!turns.TryBegin())
            {
                await new ProblemResult(Busy).ExecuteAsync(httpContext);
                return;
            }
            try
            {
                var isLines = httpContext.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == MediaTypes.JsonLines);
                httpContext.Response.ContentType = isLines ? MediaTypes.JsonLines : MediaTypes.Json;
                httpContext.Response.Headers.ContentLanguage = language.Tag;
                httpContext.Response.Headers.CacheControl = "no-store";
                await (isLines ? WriteLinesAsync(httpContext) : WriteObjectAsync(httpContext));
            }
            finally
            {
                turns.End();
            }
        }

        /// <summary>One resolution a line, like <c>./run resolve --format jsonl</c>.</summary>
        private async Task WriteLinesAsync(HttpContext http)
        {
            await using var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonText.Writing);
            foreach (var part in queries.Chunk(Limits.BatchTurn))
            {
                await turns.TakeAsync(() => WriteLines(json, http, part), http.RequestAborted);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
        }

        private void WriteLines(Utf8JsonWriter json, HttpContext http, ResolveQuery[] part)
        {
            foreach (var query in part)
            {
                Write(json, query);
                json.Flush();
                json.Reset();
                BuffersExtensions.Write(http.Response.BodyWriter, "\n"u8);
            }
        }

        private async Task WriteObjectAsync(HttpContext http)
        {
            await using var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonText.Writing);
            json.WriteStartObject();
            json.WriteString("lang", language.Tag);
            json.WriteNumber("count", queries.Count);
            json.WriteStartArray("results");
            foreach (var part in queries.Chunk(Limits.BatchTurn))
            {
                await turns.TakeAsync(() => Array.ForEach(part, query => Write(json, query)), http.RequestAborted);
                await json.FlushAsync(http.RequestAborted);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
            json.WriteEndArray();
            json.WriteStartObject("summary");
            foreach (var status in Enum.GetValues<ResolutionStatus>())
            {
                json.WriteNumber(JsonText.Word(status), counts[(int)status]);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Write(Utf8JsonWriter json, ResolveQuery query)
        {
            var resolution = atlas.Resolver.Resolve(query);
            counts[(int)resolution.Status]++;
            ResolutionJson.Write(json, resolution, atlas.Places, language);
        }
    }
}
