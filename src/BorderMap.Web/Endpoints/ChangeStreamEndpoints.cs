using System.Globalization;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>The public change feed as server-sent events (WHATWG HTML, 9.2).</summary>
public static class ChangeStreamEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    public static void MapChangeStream(this IEndpointRouteBuilder routes) =>
        routes.MapRead(Routes.ChangeStream, new Surface("streamChanges", "Public changes as they happen: server-sent events whose ids are public sequence numbers.", MediaTypes.EventStream)
        {
            Parameters = [Parameters.StreamSince],
            Statuses = [429, 503],
        }, StreamAsync);

    private static async Task<IResult> StreamAsync(HttpContext http, PublicReader reader, ChangeFeed feed, DuePublisher due, OpenStreams open, IHostApplicationLifetime life)
    {
        var query = new QueryValues(http.Request);
        var since = query.OptionalLong(Parameters.StreamSince);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        if (Resumed(http.Request, ref since) is { } problem)
        {
            return new ProblemResult(problem);
        }
        await due.PublishIfDueAsync(http.RequestAborted);
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return new ChangeStream(reader, feed, due, null, life.ApplicationStopping);
        }
        return open.Take(ClientAddress.Of(http), out var full) is { } place
            ? new ChangeStream(reader, feed, due, new(place, since), life.ApplicationStopping)
            : new ProblemResult(full!);
    }

    // A browser that opens the stream again sends the id of the last event it saw, with the address as it was.
    private static Problem? Resumed(HttpRequest request, ref long? since)
    {
        var text = request.Headers[LastEventId].ToString();
        if (text.Length == 0)
        {
            return null;
        }
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            return new(ProblemCodes.InvalidParameter, LastEventId, text, $"{LastEventId} is no id of an event of this stream.", "Send the id of the last event as it came, or leave it out.");
        }
        since = seen;
        return null;
    }
}
