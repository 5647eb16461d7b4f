using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorderMap.Web.Tests.Running;

/// <summary>The real application in this process, on a free loopback port, over a real PostGIS with the fixture's incidents.</summary>
public sealed class Site : IAsyncDisposable
{
    /// <summary>Before the end of the embargo in the fixture.</summary>
    public static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private Site(Database database, WebApplication app, ManualTime time, IncidentStore store)
    {
        Database = database;
        this.app = app;
        Time = time;
        Store = store;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    public static ContentRoot Content { get; } = ContentRoot.Find(AppContext.BaseDirectory);
    public static string FixtureFile { get; } = Path.Combine(AppContext.BaseDirectory, "Fixture", "incidents.json");

    public Database Database { get; }
    public ManualTime Time { get; }
    public IncidentStore Store { get; }
    public HttpClient Http { get; }
    public IServiceProvider Services => app.Services;

    /// <summary>Opens a site of its own below a home; the caller owns the home.</summary>
    /// <param name="home">The home folder.</param>
    /// <param name="atlas">The gazetteer.</param>
    /// <param name="settings">Others than the defaults.</param>
    /// <param name="connection">A database elsewhere; null: a private cluster in the home.</param>
    public static async Task<Site> StartAsync(string home, Atlas atlas, Settings? settings = null, string? connection = null)
    {
        var time = new ManualTime(Start);
        var chosen = (settings ?? new Settings { Home = home, RequestRate = 0 }) with { Home = home };
        var database = await Database.OpenAsync(new DatabaseOptions(connection, home), NullLoggerFactory.Instance, time, CancellationToken.None);
        var store = new IncidentStore(database, atlas, time);
        await store.PrepareAsync(null, CancellationToken.None);
        var app = App.Build(new AppParts(chosen, Content, atlas, database, time), ["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync();
        return new Site(database, app, time, store);
    }

    /// <summary>Imports the fixture and does to it what editors do: retracts, merges, redacts.</summary>
    public async Task FillAsync()
    {
        await using var file = File.OpenRead(FixtureFile);
        var result = await Store.ImportAsync(file, new ImportOptions("test", "fixture"), null, CancellationToken.None);
        Assert.Empty(result.Problems);
        await DoneAsync(Store.RetractAsync("i-ffffffffff", null, RetractFor.Error, "It was another district.", "test", CancellationToken.None));
        await DoneAsync(Store.RetractAsync("i-mmmmmmmmmm", null, RetractFor.Harm, "Withdrawn for safety.", "test", CancellationToken.None));
        await DoneAsync(Store.RedactAsync("i-nnnnnnnnnn", "asked for", "test", CancellationToken.None));
        await DoneAsync(Store.MergeAsync("i-gggggggggg", "i-aaaaaaaaaa", "test", "the same clash", CancellationToken.None));
        LooksForEmbargoes();
    }

    /// <summary>As after a write of the program's own: one that the store made beside it is found by a timer, at some time.</summary>
    public void LooksForEmbargoes() => Services.GetRequiredService<DuePublisher>().LookSoon();

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> PostAsync(string path, string body, string mediaType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.JsonAsync();
    }

    /// <summary>As when the operator ends the program.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task DoneAsync(Task<SaveResult> write) => Assert.IsType<SaveResult.Saved>(await write);
}

/// <summary>Reads answers.</summary>
public static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.TextAsync());
        return document.RootElement.Clone();
    }

    public static Task<string> TextAsync(this HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>A header of the answer or its content; null when it is not there.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
