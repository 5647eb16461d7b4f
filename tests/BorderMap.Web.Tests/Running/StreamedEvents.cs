using System.Net;
using System.Net.ServerSentEvents;

namespace BorderMap.Web.Tests.Running;

/// <summary>An open stream of server-sent events, read by the framework's own parser.</summary>
public sealed class StreamedEvents : IAsyncDisposable
{
    private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> events;
    private Task<bool>? next;

    private StreamedEvents(HttpResponseMessage response, Stream body)
    {
        this.response = response;
        events = SseParser.Create(body).EnumerateAsync(end.Token).GetAsyncEnumerator();
    }

    public HttpResponseMessage Response => response;

    public static async Task<StreamedEvents> OpenAsync(Site site, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/changes/stream" + query);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        var response = await site.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new StreamedEvents(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event; null when the stream has ended.</summary>
    public async Task<SseItem<string>?> NextAsync()
    {
        next ??= events.MoveNextAsync().AsTask();
        var isThere = await next.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        next = null;
        return isThere ? events.Current : null;
    }

    /// <summary>Whether an event has come already.</summary>
    public bool HasNext()
    {
        next ??= events.MoveNextAsync().AsTask();
        return next.IsCompleted;
    }

    public async Task<SseItem<string>> ExpectAsync(string type)
    {
        var item = await NextAsync() ?? throw new InvalidOperationException($"The stream ended before '{type}'.");
        Assert.Equal(type, item.EventType);
        return item;
    }

    public async ValueTask DisposeAsync()
    {
        // A read that waits for the next event ends first: nothing may be disposed under it.
        await end.CancelAsync();
        if (next is not null)
        {
            await next.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        await events.DisposeAsync();
        response.Dispose();
        end.Dispose();
    }
}
