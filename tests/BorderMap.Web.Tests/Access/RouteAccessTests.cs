using System.Text.RegularExpressions;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.Access;

/// <summary>Asks every route as everybody, and holds the answers against the published table.</summary>
public sealed partial class RouteAccessTests(OwnSite own) : IClassFixture<OwnSite>
{
    private static readonly string Table = Path.Combine(Site.Content.Folder, "docs", "ROUTES.md");

    private static readonly Dictionary<string, string> Nothing = new() { ["id"] = "i-zzzzzzzzzz", ["version"] = "1", ["name"] = "nobody", ["kind"] = "sources", ["by"] = "actor", ["collection"] = "incidents", ["z"] = "5", ["x"] = "22", ["y"] = "12" };

    [Fact]
    public async Task Lets_in_and_turns_away_whom_the_table_of_routes_says()
    {
        // Who asks is in the headers of each request, and nowhere else.
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = own.Site.Http.BaseAddress };
        var identities = await Identity.AllAsync(own.Site, http);
        var (rows, faults) = (new List<string>(), new List<string>());
        foreach (var (method, route) in Routes())
        {
            var cells = new List<string>();
            foreach (var identity in identities)
            {
                var (word, status) = await identity.AskAsync(http, method, PathOf(route));
                cells.Add(word);
                if (status >= 500 || (word == "yes" && status is 401 or 403))
                {
                    faults.Add($"{method} {route} answers {identity.Name} with {status}");
                }
                if (method == "GET" && await identity.AskAsync(http, "HEAD", PathOf(route)) is var head && head.Status != status)
                {
                    faults.Add($"HEAD {route} answers {identity.Name} with {head.Status}, GET with {status}");
                }
            }
            rows.Add(RouteTable.Row(method, route, cells));
        }

        Assert.Empty(faults);
        var published = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        var found = RouteTable.Replace(published, identities.Select(identity => identity.Name), rows);
        var actual = Path.Combine(AppContext.BaseDirectory, "ROUTES.md");
        await File.WriteAllTextAsync(actual, found, TestContext.Current.CancellationToken);
        Assert.True(found == published, $"docs/ROUTES.md and the program differ; if the program is right, take {actual}:\n{Differences(RouteTable.Read(published), RouteTable.Read(found))}");
    }

    /// <summary>Every route with its methods, HEAD left to GET; what ends a sign-in comes last.</summary>
    private IEnumerable<(string Method, string Route)> Routes() =>
        from endpoint in own.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        where method != "HEAD"
        let route = endpoint.RoutePattern.RawText!
        orderby method == "DELETE" && route == Http.Routes.Session, route, method
        select (method, route);

    private static string PathOf(string route) => Parameter().Replace(route, match => Nothing[match.Groups[1].Value]);

    private static string Differences(Dictionary<string, string> published, Dictionary<string, string> found) => string.Join('\n',
        [.. published.Values.Except(found.Values).Select(row => "- " + row), .. found.Values.Except(published.Values).Select(row => "+ " + row)]);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
