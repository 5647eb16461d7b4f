using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BorderMap.Web.Endpoints;

/// <summary>One open stream of changes: what was missed first, then each change when it happens, and a sign of life in between.
/// Events: <c>change</c> (as <c>/api/changes</c> lists it), <c>pub</c> (all up to this sequence is told), <c>reset</c> (the sequence is behind what the
/// client saw: forget all and read anew). Ends when the client goes or the program stops.</summary>
internal sealed class ChangeStream(PublicReader reader, ChangeFeed feed, DuePublisher due, ChangeStream.Opening? opening, CancellationToken stopping) : IResult
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> pending = new(4096);

    /// <param name="Place">Held while the stream is open.</param>
    /// <param name="Since">What the client knows; null: begin with what happens next.</param>
    public sealed record Opening(IDisposable Place, long? Since);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = MediaTypes.EventStream;
        httpContext.Response.Headers.CacheControl = "no-store";
        // For proxies of the nginx family, which else collect an answer before they hand it on.
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        if (opening is null)
        {
            return;
        }
        using var place = opening.Place;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        try
        {
            await TellAsync(httpContext.Response, opening.Since, end.Token);
        }
        catch (Exception error) when (end.IsCancellationRequested || Failures.IsDatabaseAway(error))
        {
            // The client went, or the program stops: that is how every stream ends. Or it will be opened again when the database is back.
            await httpContext.Response.CompleteAsync();
        }
    }

    private async Task TellAsync(HttpResponse response, long? since, CancellationToken cancellation)
    {
        var retry = (int)Limits.StreamRetry.TotalMilliseconds;
        Line($"retry: {Random.Shared.Next(retry, 3 * retry)}");
        var known = await BeginAsync(since, cancellation);
        await FlushAsync(response, cancellation);
        while (true)
        {
            var page = feed.After(known) ?? await reader.ChangesAsync(known, Limits.ChangesDefault, cancellation);
            Tell(page, known);
            known = Math.Max(known, page.Pub);
            await FlushAsync(response, cancellation);
            while (!page.More && !await feed.MovesBeyondAsync(known, Limits.StreamHeartbeat, cancellation))
            {
                await due.PublishIfDueAsync(cancellation);
                Line(":");
                await FlushAsync(response, cancellation);
            }
        }
    }

    /// <summary>Says where the stream begins, where that is not what the client asked for.</summary>
    private async Task<long> BeginAsync(long? since, CancellationToken cancellation)
    {
        var now = await reader.PubAsync(cancellation);
        if (since <= now)
        {
            Line("");
            return since.Value;
        }
        Event(since is null ? "pub" : "reset", now, json => json.WriteNumber("pub", now));
        return now;
    }

    private void Tell(ChangePage page, long known)
    {
        foreach (var change in page.Changes)
        {
            Event("change", change.Pub, json => ChangeEndpoints.WriteMembers(json, change));
        }
        // A change of what earlier versions show, or of a source, moves the sequence without an incident.
        if (!page.More && page.Pub > known && (page.Changes.Count == 0 || page.Changes[^1].Pub < page.Pub))
        {
            Event("pub", page.Pub, json => json.WriteNumber("pub", page.Pub));
        }
    }

    private void Event(string name, long id, Action<Utf8JsonWriter> members)
    {
        Line($"id: {id}");
        Line($"event: {name}");
        pending.Write("data: "u8);
        using (var json = new Utf8JsonWriter(pending, Writing))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        Line("");
        Line("");
    }

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, pending);
        pending.Write("\n"u8);
    }

    private async Task FlushAsync(HttpResponse response, CancellationToken cancellation)
    {
        if (pending.WrittenCount == 0)
        {
            return;
        }
        await response.Body.WriteAsync(pending.WrittenMemory, cancellation);
        await response.Body.FlushAsync(cancellation);
        pending.ResetWrittenCount();
    }
}
