using System.Text.Json;
using BorderMap.Incidents.Cql2;
using BorderMap.PostGis.Features;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Filtering;

/// <summary>Asks the items of a collection by filters.</summary>
internal sealed class FilteredItems(Site site, FeatureSet collection)
{
    /// <summary>One feature a page, for the count alone; of the whole gazetteer the crossings, since it has a hundred thousand places.</summary>
    public string Address => $"/ogc/collections/{collection.Id}/items?limit=1{(collection == FeatureSets.Places ? "&kind=crossing" : "")}";

    public FeatureSet Collection => collection;

    /// <summary>How many features meet a filter, which has to be the same in both encodings.</summary>
    public async Task<long> CountAsync(string filter)
    {
        var count = await CountAsync(filter, "cql2-text");
        Assert.Equal((filter, count), (filter, await CountAsync(AsJson(filter), "cql2-json")));
        return count;
    }

    public async Task<long> CountAsync(string filter, string language)
    {
        using var answer = await AskAsync(filter, language);
        Assert.True((int)answer.StatusCode == 200, $"{collection.Id}: {filter}\n{await answer.TextAsync()}");
        return (await answer.JsonAsync()).GetProperty("numberMatched").GetInt64();
    }

    public async Task<JsonElement> RefusedAsync(string filter, string language = "cql2-text", string more = "")
    {
        using var answer = await AskAsync(filter, language, more);
        Assert.True((int)answer.StatusCode == 400, $"{collection.Id}: {filter} gives {(int)answer.StatusCode}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return await answer.JsonAsync();
    }

    public Task<HttpResponseMessage> AskAsync(string filter, string language = "cql2-text", string more = "") =>
        site.GetAsync($"{Address}&filter={Uri.EscapeDataString(filter)}&filter-lang={language}{more}");

    public async Task<long> AllAsync() => (await site.JsonAsync(Address)).GetProperty("numberMatched").GetInt64();

    private string AsJson(string filter)
    {
        var (read, problem) = Cql2Filter.Read(filter, Cql2Language.Text, FeatureFilter.Queryables(collection));
        Assert.True(problem is null, $"{filter}\n{problem}");
        return JsonPrinter.Print(read!);
    }
}
