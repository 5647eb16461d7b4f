using System.Net;

namespace BorderMap.Web.Operating.Doctor;

/// <summary>The running site as its readers see it.</summary>
internal static class SiteCheck
{
    private const string Subject = "site";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<IReadOnlyList<Finding>> OfAsync(Uri site, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site, Timeout = Patience };
        try
        {
            using var ready = await http.GetAsync("readyz", cancellation);
            using var page = await http.GetAsync("", cancellation);
            using var metrics = await http.GetAsync("metrics", cancellation);
            return [.. Of(site, ready, page, metrics)];
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return [new(Severity.Warning, Subject, $"nothing answers at {site}: {error.Message}", "Start it with ./run serve, or say with --url where it is.")];
        }
    }

    private static IEnumerable<Finding> Of(Uri site, HttpResponseMessage ready, HttpResponseMessage page, HttpResponseMessage metrics)
    {
        yield return ready.StatusCode switch
        {
            HttpStatusCode.OK => new(Severity.Ok, Subject, $"{site} is ready"),
            HttpStatusCode.ServiceUnavailable => new(Severity.Failure, Subject, $"{site} runs, and its database does not answer", "See what the line on the database says."),
            var status => new(Severity.Failure, Subject, $"{site} answers with {(int)status}", "Another program may listen there, or what stands before it leads elsewhere."),
        };
        if (ready.StatusCode == HttpStatusCode.OK && !page.Headers.Contains("Content-Security-Policy"))
        {
            yield return new(Severity.Failure, "headers", "the policy of what a page may load does not arrive", "Let what stands before the program pass its headers on.");
        }
        if (site.Scheme == Uri.UriSchemeHttps && !page.Headers.Contains("Strict-Transport-Security"))
        {
            yield return new(Severity.Warning, "headers", "browsers are not told to stay with https", $"Let the proxy send X-Forwarded-Proto, and name it in {Settings.TrustedProxiesName}.");
        }
        if (metrics.IsSuccessStatusCode)
        {
            yield return new(Severity.Failure, "metrics", $"{site}metrics can be read by anyone", "Keep it from what stands before the program.");
        }
    }
}
