using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.Hostile;

/// <summary>Every route that takes a body, with bodies that are none: refused with a problem, whoever sends them; never a fault.</summary>
public sealed class HostileBodyTests(OwnSite own) : IClassFixture<OwnSite>
{
    private static readonly Dictionary<string, string> InPath = new() { ["id"] = "i-zzzzzzzzzz", ["name"] = "nobody" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_survives_every_body()
    {
        using var http = await AdminAsync();
        var faults = new List<string>();
        foreach (var (method, path, surface) in Takers())
        {
            foreach (var mediaType in surface.Bodies.Select(body => body.MediaType).Append("text/xml").Distinct())
            {
                foreach (var body in HostileText.Bodies)
                {
                    using var response = await SendAsync(http, method, path, Encoding.UTF8.GetBytes(body), mediaType);
                    var type = response.Content.Headers.ContentType?.MediaType;
                    if ((int)response.StatusCode >= 500 || ((int)response.StatusCode >= 400 && type is not ("application/problem+json" or "text/html")))
                    {
                        faults.Add($"{method} {path} {mediaType} {body[..Math.Min(60, body.Length)]}: {(int)response.StatusCode} {type} {await response.TextAsync()}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
    }

    [Fact]
    public async Task A_body_larger_than_its_route_takes_is_refused_with_the_bound()
    {
        using var http = await AdminAsync();
        var refused = 0;
        foreach (var (method, path, surface) in Takers().Where(taker => taker.Path != Routes.Imports))
        {
            var most = surface.Access is null ? Limits.BodyMax : surface.MaxBody;
            using var response = await SendAsync(http, method, path, new byte[most + 1], surface.Bodies[0].MediaType);

            // What is not there is said before anything of the body is read.
            Assert.True(response.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.NotFound, $"{method} {path}: {response.StatusCode} {await response.TextAsync()}");
            refused += response.StatusCode == HttpStatusCode.RequestEntityTooLarge ? 1 : 0;
        }
        Assert.True(refused > 10, $"{refused}");
    }

    [Fact]
    public async Task A_compressed_body_is_refused_before_anything_of_it_is_unpacked()
    {
        using var http = await AdminAsync();
        var bomb = Bomb(100 * 1024 * 1024);
        foreach (var (method, path, surface) in Takers())
        {
            using var response = await SendAsync(http, method, path, bomb, surface.Bodies[0].MediaType, "gzip");

            Assert.True(response.StatusCode == HttpStatusCode.UnsupportedMediaType, $"{method} {path}: {response.StatusCode}");
            Assert.Equal("Content-Encoding", (await response.JsonAsync()).GetProperty("field").GetString());
            Assert.Equal("identity", response.Header("Accept-Encoding"));
        }
    }

    private static byte[] Bomb(int size)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var zeros = new byte[1024 * 1024];
            for (var at = 0; at < size; at += zeros.Length)
            {
                gzip.Write(zeros);
            }
        }
        return packed.ToArray();
    }

    private async Task<HttpClient> AdminAsync()
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = own.Site.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await own.Site.TokenAsync(Role.Admin));
        return http;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string method, string path, byte[] body, string mediaType, string? coding = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = body.Length > Limits.SmallBodyMax;
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{InPath["id"]}.1\"");
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (coding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(coding);
        }
        return await http.SendAsync(request, Cancellation);
    }

    /// <summary>Those whose body is read, and by somebody with a token: the rest is a matter of the table of routes.</summary>
    private IEnumerable<(string Method, string Path, Surface Surface)> Takers() =>
        from endpoint in own.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>()
        let surface = endpoint.Metadata.GetRequiredMetadata<Surface>()
        where surface.Bodies.Count > 0 && surface.Access is not ({ SessionOnly: true } or { BeginsSession: true } or { IsForAnyone: true })
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select (method, InPath.Aggregate(endpoint.RoutePattern.RawText!, (path, pair) => path.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal)), surface);
}
