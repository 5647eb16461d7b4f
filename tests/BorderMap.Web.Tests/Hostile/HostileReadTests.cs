using System.Collections.Concurrent;
using System.Text.Json;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.Hostile;

/// <summary>Every parameter of every route that anyone may read, with what nobody means: an answer, or a problem that names the parameter; never a fault.</summary>
public sealed class HostileReadTests(SharedSite shared)
{
    /// <summary>Values of each parameter of a route; all of them where the parameter is of the filter's own route, and of each part of a path.</summary>
    private const int Values = 3;

    private const string Plain = "aaaaaaaaaa";

    private static readonly Dictionary<string, string> InPath = new() { ["id"] = "i-aaaaaaaaaa", ["name"] = "kinds", ["by"] = "actor", ["collection"] = "incidents", ["z"] = "5", ["x"] = "22", ["y"] = "12" };

    [Fact]
    public async Task Every_parameter_of_every_public_route_refuses_nonsense_by_name()
    {
        var faults = new ConcurrentBag<string>();
        List<(string Parameter, string Address)> asked = [.. PublicRoutes().SelectMany(Addresses)];
        Assert.True(asked.Count > 2_000, $"{asked.Count}");

        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (one, cancellation) =>
        {
            using var response = await shared.Site.Http.GetAsync(one.Address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            if (Fault(one.Parameter, one.Address, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text) is { } fault)
            {
                faults.Add($"{one.Parameter}: {fault} at {Short(one.Address)}: {Short(text)}");
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order().Take(40)));
    }

    private static string? Fault(string parameter, string address, int status, string? mediaType, string text)
    {
        // NUL in a path is refused by the server itself, before anything of the program.
        if (status < 400 || (status == 400 && mediaType is null && address.Contains("%00", StringComparison.Ordinal)))
        {
            return null;
        }
        // Without its last part an address is another's, which may need a sign-in; a format that is not made is no fault.
        if ((status == 401 && address.EndsWith('/')) || (status == 501 && parameter == "format"))
        {
            return null;
        }
        if (status >= 500 || mediaType is not ("application/problem+json" or "text/html"))
        {
            return $"{status} as {mediaType}";
        }
        if (mediaType == "text/html")
        {
            return null;
        }
        using var problem = JsonDocument.Parse(text);
        var fields = problem.RootElement.TryGetProperty("problems", out var all) ? all.EnumerateArray().Select(Field) : [Field(problem.RootElement)];
        return problem.RootElement.GetProperty("fix").GetString()!.Length == 0 ? "no fix"
            : fields.Any(field => field == parameter || (parameter == Plain && field is "path" or "id" or "name")) || fields.Contains("path") ? null
            : $"named {string.Join(", ", fields)}";

        static string Field(JsonElement one) => one.GetProperty("field").GetString()!;
    }

    private IEnumerable<RouteEndpoint> PublicRoutes() =>
        from endpoint in shared.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
        where endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains("GET")
        where endpoint.Metadata.GetRequiredMetadata<Surface>().Access is null or { IsPublic: true }
        where endpoint.RoutePattern.RawText != Routes.ChangeStream
        select endpoint;

    private static IEnumerable<(string Parameter, string Address)> Addresses(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!;
        var random = new Random(route.Length);
        foreach (var parameter in endpoint.Metadata.GetRequiredMetadata<Surface>().Parameters)
        {
            var others = endpoint.Metadata.GetRequiredMetadata<Surface>().Parameters.Where(other => other.Required && !other.InPath && other != parameter).Select(other => $"{other.Name}={Uri.EscapeDataString(other.Example ?? (other.Values is [var first, ..] ? first : "1"))}");
            var values = parameter.InPath || route == Routes.Incidents ? HostileText.Escaped : [.. Enumerable.Range(0, Values).Select(_ => HostileText.Escaped[random.Next(HostileText.Escaped.Count)])];
            foreach (var value in values)
            {
                var path = InPath.Aggregate(route, (path, pair) => path.Replace($"{{{pair.Key}}}", parameter.InPath && parameter.Name == pair.Key ? value : pair.Value, StringComparison.Ordinal));
                yield return (parameter.Name, $"{path}?{string.Join('&', parameter.InPath ? others : others.Append($"{parameter.Name}={value}"))}".TrimEnd('?'));
            }
        }
    }

    private static string Short(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
