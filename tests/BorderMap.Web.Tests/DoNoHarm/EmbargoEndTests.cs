using System.Net;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.DoNoHarm;

/// <summary>One second before its end an embargoed incident is nowhere (<see cref="NonInterferenceTests"/> compares with a site without it); when it ends it is everywhere.</summary>
public sealed class EmbargoEndTests(SharedSite shared) : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await shared.StartAnotherAsync();
        await new Secrets(shared.Atlas).WriteAsync(site, isThere: true);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>A picture names no incident; it counts what it draws.</summary>
    private static readonly string Picture = $"{Routes.Snapshot}?ids={Secrets.Embargoed}";

    private static readonly string[] Marks = [Secrets.Embargoed, "secret hamlet", Secrets.EmbargoedEpisode, Secrets.EmbargoedSource, Secrets.EmbargoedActor];

    [Fact]
    public async Task An_incident_is_nowhere_until_its_embargo_ends_and_everywhere_then()
    {
        await using var stream = await StreamedEvents.OpenAsync(site);
        var before = long.Parse((await stream.ExpectAsync("pub")).EventId!);
        site.Time.Advance(Secrets.EmbargoEnd - TimeSpan.FromSeconds(1) - site.Time.GetUtcNow());
        var surfaces = Surfaces();
        foreach (var address in surfaces)
        {
            var (status, text, _) = await ReadAsync(address);
            // An answer may repeat what was asked for, and nothing else.
            Assert.False(Marks.Any(mark => text.Contains(mark, StringComparison.Ordinal) && !Uri.UnescapeDataString(address).Contains(mark, StringComparison.Ordinal)), $"{address}: {status} {text}");
            Assert.False(IsOfOne(address) && status != HttpStatusCode.NotFound, $"{address}: {status} {text}");
        }
        Assert.Contains(" 0 incidents", (await ReadAsync(Picture)).Text, StringComparison.Ordinal);
        var (_, _, tag) = await ReadAsync("/api/incidents");
        Assert.False(stream.HasNext());

        site.Time.Advance(TimeSpan.FromSeconds(1));
        foreach (var address in surfaces)
        {
            var (status, text, _) = await ReadAsync(address);
            Assert.True(status == HttpStatusCode.OK && Marks.Any(mark => text.Contains(mark, StringComparison.Ordinal)), $"{address}: {status} {text}");
        }
        Assert.Contains(" 1 incidents", (await ReadAsync(Picture)).Text, StringComparison.Ordinal);
        Assert.NotEqual(tag, (await ReadAsync("/api/incidents")).Tag);
        // The incident and the one that rests on a delayed source, in whichever order.
        var told = new[] { await stream.ExpectAsync("change"), await stream.ExpectAsync("change") };
        foreach (var id in new[] { Secrets.Embargoed, Secrets.OnDelayedSource })
        {
            Assert.Single(told, item => item.Data.Contains(id, StringComparison.Ordinal) && long.Parse(item.EventId!) > before);
            Assert.Equal(HttpStatusCode.OK, (await ReadAsync(Routes.DocumentOf(id))).Status);
        }
        // It was not public then, whoever asks now.
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync($"/api/incidents/{Secrets.Embargoed}?asOf={before}")).Status);
    }

    /// <summary>Every address that shows it: each route that takes the filter, and those that lead to one incident or to what comes with it.</summary>
    private List<string> Surfaces()
    {
        var filtered = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET") && !route.RoutePattern.RawText!.Contains('{'))
            .Where(route => route.Metadata.GetMetadata<Surface>()?.Parameters.Contains(Parameters.Ids) is true).Select(route => route.RoutePattern.RawText!)
            // A style hands the filter on and shows no incident itself.
            .Where(route => route != Routes.MapStyle).ToList();
        Assert.Contains(Routes.ExportCsv, filtered);
        return
        [
            .. filtered.Select(route => $"{route}?ids={Secrets.Embargoed}"), .. filtered.Select(route => $"{route}?q=secret%20hamlet&kind=shelling"),
            .. filtered.Select(route => $"{route}?episode={Secrets.EmbargoedEpisode}"), .. filtered.Select(route => $"{route}?actor={Secrets.EmbargoedActor}"),
            Routes.DocumentOf(Secrets.Embargoed), Routes.DocumentOf(Secrets.Embargoed) + "/history", Routes.PageOf(Secrets.Embargoed),
            $"/tiles/incidents/0/0/0.mvt?ids={Secrets.Embargoed}", "/api/changes?since=0", Routes.Episodes, Routes.Sources, Routes.Actors, .. Related(),
            $"{Items("incidents")}?ids={Secrets.Embargoed}", $"{Items("incidents")}?bbox=60,20,80,40&limit=1000", $"{Items("incidents")}?q=secret%20hamlet&sortby=-date_start", $"{Items("incident-places")}?limit=1000", $"{Items("incident-places")}?incident={Secrets.Embargoed}", Items("episodes"),
        ];
    }

    private static string Items(string collection) => Routes.OfCollection(Routes.OgcItems, collection);

    private static string[] Related() => [Routes.ItemOf("incidents", Secrets.Embargoed), Routes.ItemOf("episodes", Secrets.EmbargoedEpisode), $"{Routes.Episodes}/{Secrets.EmbargoedEpisode}", $"{Routes.Sources}/{Secrets.EmbargoedSource}", $"{Routes.Actors}/{Secrets.EmbargoedActor}"];

    private static bool IsOfOne(string address) => Related().Contains(address) || address.StartsWith(Routes.DocumentOf(Secrets.Embargoed), StringComparison.Ordinal) || address == Routes.PageOf(Secrets.Embargoed);

    private async Task<(HttpStatusCode Status, string Text, string? Tag)> ReadAsync(string address)
    {
        using var response = await site.GetAsync(address);
        return (response.StatusCode, await response.TextAsync(), response.Header("ETag"));
    }
}
