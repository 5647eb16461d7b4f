using BorderMap.Incidents;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests;

public sealed class OpenApiTests(SharedSite shared)
{
    [Fact]
    public async Task Describes_every_route_and_method_that_is_mapped()
    {
        var described = (await shared.Site.JsonAsync("/openapi.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var mapped = shared.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"));

        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_route_is_a_constant_and_every_constant_a_route()
    {
        var constants = typeof(Routes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        var mapped = shared.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!);

        Assert.Equal(constants.Order(StringComparer.Ordinal), mapped.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gives_every_operation_its_own_name_and_every_path_parameter_its_description()
    {
        var paths = (await shared.Site.JsonAsync("/openapi.json")).GetProperty("paths").EnumerateObject().ToList();
        var names = paths.SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value.GetProperty("operationId").GetString()).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(paths.Where(path => path.Name.Contains('{')), path => Assert.All(path.Value.EnumerateObject(), operation => Assert.Contains(operation.Value.GetProperty("parameters").EnumerateArray(),
            parameter => parameter.GetProperty("in").GetString() == "path" && path.Name.Contains($"{{{parameter.GetProperty("name").GetString()}}}", StringComparison.Ordinal))));
    }

    [Fact]
    public void Describes_the_filter_that_is_read() => Assert.Equal(FilterNames.All, Parameters.Filter.Select(parameter => parameter.Name));
}
