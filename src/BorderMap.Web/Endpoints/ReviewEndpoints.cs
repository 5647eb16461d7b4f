using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents.Reviewing;
using BorderMap.PostGis.People;
using BorderMap.PostGis.Review;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Endpoints;

/// <summary>The review queue: what waits for an editor, what differs between two versions, and decisions about many at once.</summary>
public static class ReviewEndpoints
{
    private static readonly Access Editors = Access.For(Role.Editor);

    public static void MapReview(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Review, new Surface("listReview", "Drafts, submissions, readers' reports and likely duplicates that wait, latest first, with the number of each.", MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.ReviewKind, Parameters.ReviewFrom, Parameters.ReviewUntil, Parameters.ReviewPlace, Parameters.ReviewOwner, Parameters.Q, Parameters.Limit, Parameters.After],
        }, ListAsync);
        routes.MapRead(Routes.ReviewDifference, new Surface("compareVersions", "What differs between two versions of an incident, field by field; by itself, what the last version changes of the last published one.", MediaTypes.Json)
        {
            Access = Editors,
            Parameters = [Parameters.Id, Parameters.BeforeVersion, Parameters.AfterVersion],
            Statuses = [404],
        }, CompareAsync);
        routes.MapWrite(HttpMethod.Post, Routes.ReviewDecisions, new Surface("decideReview", "Decides about up to 100 items of the queue, each with its version; one that is stale does not stop the others.", MediaTypes.Json)
        {
            Access = Editors,
            Bodies = [new RequestBody(MediaTypes.Json, """{"type":"object","required":["decisions"],"properties":{"decisions":{"type":"array","maxItems":100,"items":{"type":"object","required":["kind","id","decision","reason"],"properties":{"kind":{"enum":["draft","submitted","error_report","duplicate"]},"id":{"type":"string"},"other":{"type":"string"},"version":{"type":"integer"},"decision":{"enum":["accept","reject"]},"reason":{"type":"string"}}}}}}""")],
            MaxBody = Limits.BodyMax,
        }, DecideAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, ReviewStore review)
    {
        var query = new QueryValues(http.Request);
        var limit = query.Integer(Parameters.Limit);
        var filter = new ReviewFilter
        {
            Kinds = query.OneOf<ReviewKind>(Parameters.ReviewKind) is { } kind ? [kind] : [],
            From = query.Instant(Parameters.ReviewFrom),
            Until = query.Instant(Parameters.ReviewUntil),
            Place = query.Text(Parameters.ReviewPlace),
            Owner = query.Text(Parameters.ReviewOwner),
            Q = query.Text(Parameters.Q),
        };
        var after = query.Read(Parameters.After, Position, "is no end of a page of ours", "Follow next of the answer before, or leave it out.");
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var items = await review.ListAsync(filter, after, limit, http.RequestAborted);
        var counts = await review.CountAsync(filter, http.RequestAborted);
        return JsonText.Object(json =>
        {
            json.WriteStartArray("items");
            foreach (var item in items)
            {
                json.WriteStartObject();
                Write(json, item);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject("counts");
            foreach (var (of, count) in counts)
            {
                json.WriteNumber(JsonText.Word(of), count);
            }
            json.WriteEndObject();
            json.WriteString("next", items.Count < limit ? null : Links.With(http, Parameters.After, Text(ReviewPosition.Of(items[^1]))));
        });
    }

    private static async Task<IResult> CompareAsync(string id, HttpContext http, ReviewStore review)
    {
        var query = new QueryValues(http.Request);
        var (one, other) = (query.OptionalLong(Parameters.BeforeVersion), query.OptionalLong(Parameters.AfterVersion));
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        var before = await review.VersionAsync(id, (int?)one, isPublished: true, http.RequestAborted);
        var after = await review.VersionAsync(id, (int?)other, isPublished: false, http.RequestAborted);
        if (after is null || (one is not null && before is null))
        {
            return new ProblemResult(new Incidents.Problem(ProblemCodes.NotFound, "id", id, "There is no such version of an incident.", $"{Routes.Review} lists what waits; versions count from 1."));
        }
        var nothing = JsonDocument.Parse("{}").RootElement;
        var differences = DocumentDifference.Between(before?.Document ?? nothing, after.Value.Document);
        return JsonText.Object(json =>
        {
            json.WriteString("id", id);
            WriteVersion(json, "before", before);
            WriteVersion(json, "after", after);
            json.WriteStartArray("differences");
            foreach (var difference in differences)
            {
                json.WriteStartObject();
                json.WriteString("path", difference.Path);
                Write(json, "before", difference.Before);
                Write(json, "after", difference.After);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static async Task<IResult> DecideAsync(HttpContext http, ReviewDecisions decisions, DuePublisher due)
    {
        var (body, problem) = await JsonBody.ReadAsync<Decided>(http.Request);
        if (problem is null && body!.Decisions.Count is 0 or > ReviewDecisions.Most)
        {
            problem = new(ProblemCodes.InvalidParameter, "decisions", $"{body!.Decisions.Count} decisions", "That is none, or too many at once.", $"Send 1 to {ReviewDecisions.Most}.");
        }
        if (problem is not null)
        {
            return new ProblemResult(problem);
        }
        var outcomes = new List<ReviewOutcome>();
        foreach (var decision in body!.Decisions)
        {
            outcomes.Add(await decisions.TakeAsync(decision, http.SignedIn().Name, http.RequestAborted));
        }
        due.LookSoon();
        return JsonText.Object(json =>
        {
            json.WriteStartArray("results");
            foreach (var (decision, outcome) in body.Decisions.Zip(outcomes))
            {
                json.WriteStartObject();
                json.WriteString("id", decision.Id);
                json.WriteString("outcome", JsonText.Word(outcome.Kind));
                json.WriteNumberOrNull("version", outcome.Version);
                json.WriteString("message", outcome.Problem?.Message);
                json.WriteString("field", outcome.Problem?.Field);
                json.WriteString("fix", outcome.Problem?.Fix);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, ReviewItem item)
    {
        json.WriteString("kind", JsonText.Word(item.Kind));
        json.WriteString("id", item.Id);
        json.WriteString("other", item.Other.Length == 0 ? null : item.Other);
        json.WriteNumber("version", item.Version);
        json.WriteString("at", item.At.UtcDateTime);
        json.WriteString("owner", item.Owner);
        json.WriteString("incident", item.Incident);
        json.WriteString("title", item.Title);
        json.WriteString("other_title", item.OtherTitle);
        json.WriteString("about", item.About.Length == 0 ? null : item.About);
        json.WriteNumberOrNull("score", item.Score);
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement? value)
    {
        json.WritePropertyName(name);
        if (value is { } given)
        {
            given.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteVersion(Utf8JsonWriter json, string name, (int Version, string State, JsonElement Document)? found)
    {
        json.WriteStartObject(name);
        json.WriteNumberOrNull("version", found?.Version);
        json.WriteString("state", found?.State);
        json.WriteEndObject();
    }

    private static string Text(ReviewPosition position) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{position.At.UtcTicks} {position.Kind} {position.Id} {position.Other}"));

    private static ReviewPosition? Position(string text)
    {
        if (!Base64Url.IsValid(text) || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ') is not [var ticks, var kind, var id, var other])
        {
            return null;
        }
        return long.TryParse(ticks, out var at) && at is > 0 and < 3_000_000_000_000_000_000 && Enum.TryParse<ReviewKind>(kind, out var of) && Enum.IsDefined(of) ? new(new DateTimeOffset(at, TimeSpan.Zero), of, id, other) : null;
    }

    private sealed record Decided([property: System.Text.Json.Serialization.JsonRequired] IReadOnlyList<ReviewDecision> Decisions);
}
