using System.Net;
using System.Text.Json;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The Reconciliation Service API 0.2; <see cref="ReconciliationShapes"/> holds what its JSON schemas ask for.</summary>
public sealed class ReconciliationTests(SharedSite shared)
{
    [Fact]
    public async Task Describes_itself_by_the_schema_of_a_manifest()
    {
        var manifest = await shared.Site.JsonAsync("/reconcile");

        ReconciliationShapes.Manifest(manifest);
        Assert.Equal(["place", "province", "district", "locality", "crossing", "area", "country"], manifest.GetProperty("defaultTypes").EnumerateArray().Select(type => type.GetProperty("id").GetString()));
        Assert.Equal(Limits.ReconcileBatch, manifest.GetProperty("batchSize").GetInt32());
    }

    [Fact]
    public async Task What_the_manifest_names_is_there()
    {
        var manifest = await shared.Site.JsonAsync("/reconcile");
        var addresses = manifest.GetProperty("suggest").EnumerateObject()
            .Select(service => service.Value.GetProperty("service_url").GetString() + service.Value.GetProperty("service_path").GetString() + "?prefix=d")
            .Append(manifest.GetProperty("view").GetProperty("url").GetString()!.Replace("{{id}}", "x-torkham-crossing", StringComparison.Ordinal))
            .Append(manifest.GetProperty("logo").GetString()!)
            .Append(manifest.GetProperty("documentation").GetString()!);

        foreach (var address in addresses)
        {
            using var response = await shared.Site.GetAsync(address);
            Assert.True(response.IsSuccessStatusCode, address);
        }
    }

    [Theory]
    [InlineData("""{"q0": {"query": "Torkham"}}""")]
    [InlineData("""{"q0": {"query": "Torkham", "type": "crossing", "limit": 3, "type_strict": "should", "properties": [{"pid": "country", "v": "Afghanistan"}]}}""")]
    [InlineData("""{"q0": {"query": "Torkham", "type": ["crossing", "locality"]}, "q1": {"query": "Zhob", "properties": [{"pid": "near", "v": "69.45,31.34"}, {"pid": "on", "v": "2019-01-01"}]}}""")]
    [InlineData("""{"": {"query": "Giwi", "properties": [{"pid": "district", "v": {"id": "1108562173", "name": "x"}}, {"pid": "province", "v": ["Paktia", "Paktya"]}]}}""")]
    [InlineData("""{"q0": {"properties": [{"pid": "district", "v": "Jaji Aryub"}, {"pid": "province", "v": "Paktia"}]}}""")]
    [InlineData("""{"q0": {"query": "wrtplkjhgf"}, "q1": {"query": ""}}""")]
    [InlineData("{}")]
    public async Task Answers_a_batch_alike_by_get_and_post_in_the_shape_of_a_result_batch(string queries)
    {
        var byGet = await shared.Site.JsonAsync("/reconcile?queries=" + Uri.EscapeDataString(queries));
        var byPost = await PostAsync(queries);

        ReconciliationShapes.Results(byPost);
        Assert.Equal(byGet.ToString(), byPost.ToString());
        Assert.Equal(JsonDocument.Parse(queries).RootElement.EnumerateObject().Select(query => query.Name), byPost.EnumerateObject().Select(answer => answer.Name));
    }

    [Fact]
    public async Task Matches_an_exact_name_and_an_id_but_no_ambiguous_name()
    {
        var answer = await PostAsync("""{"name": {"query": "Torkham", "type": "crossing"}, "id": {"query": "x-torkham-crossing"}, "many": {"query": "Kalay"}, "none": {"query": "wrtplkjhgf"}}""");

        var byName = Candidates(answer, "name")[0];
        Assert.True(byName.GetProperty("match").GetBoolean());
        Assert.Equal("x-torkham-crossing", byName.GetProperty("id").GetString());
        Assert.Equal(("x-torkham-crossing", true, 100), (Candidates(answer, "id")[0].GetProperty("id").GetString(), Candidates(answer, "id")[0].GetProperty("match").GetBoolean(), Candidates(answer, "id")[0].GetProperty("score").GetDouble()));
        Assert.DoesNotContain(Candidates(answer, "many"), candidate => candidate.GetProperty("match").GetBoolean());
        Assert.Empty(Candidates(answer, "none"));
    }

    [Fact]
    public async Task Properties_tell_namesakes_apart()
    {
        var answer = await PostAsync("""
            {"khost": {"query": "Jani Khel", "type": "district", "properties": [{"pid": "province", "v": "Paktika"}]},
             "paktia": {"query": "Jani Khel", "type": "district", "properties": [{"pid": "context", "v": "Paktia, Afghanistan"}]},
             "code": {"query": "Musakhel", "type": "district", "properties": [{"pid": "country", "v": "pk"}]}}
            """);

        Assert.Contains("Paktika", Candidates(answer, "khost")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("Paktia", Candidates(answer, "paktia")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("Pakistan", Candidates(answer, "code")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_only_types_asked_for_and_no_more_than_the_limit()
    {
        var answer = await PostAsync("""{"q0": {"query": "Khost", "type": ["district"], "limit": 2}}""");

        Assert.InRange(Candidates(answer, "q0").Count, 1, 2);
        Assert.All(Candidates(answer, "q0"), candidate => Assert.Equal("district", candidate.GetProperty("type")[0].GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("entity", "prefix=torkh", "x-torkham-crossing")]
    [InlineData("entity", "prefix=x-torkham-crossing", "x-torkham-crossing")]
    [InlineData("entity", "prefix=torkh&type=crossing&_=123&spell=always", "x-torkham-crossing")]
    [InlineData("type", "prefix=dis", "district")]
    [InlineData("type", "prefix=", "crossing")]
    [InlineData("type", "", "crossing")]
    [InlineData("property", "prefix=Dis", "district")]
    [InlineData("property", "prefix=", "near")]
    public async Task Suggests_by_prefix_and_by_id(string what, string query, string id)
    {
        var answer = await shared.Site.JsonAsync($"/reconcile/suggest/{what}?{query}");

        ReconciliationShapes.Suggestions(answer, isEntity: what == "entity");
        Assert.Contains(id, answer.GetProperty("result").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_cursor_skips_what_was_suggested_before()
    {
        var first = Ids(await shared.Site.JsonAsync("/reconcile/suggest/entity?prefix=kal"));
        var second = Ids(await shared.Site.JsonAsync("/reconcile/suggest/entity?prefix=kal&cursor=10"));

        Assert.Equal(10, first.Count);
        Assert.NotEmpty(second);
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task Names_are_in_the_language_of_the_client()
    {
        using var response = await shared.Site.GetAsync("/reconcile/suggest/entity?prefix=kabul&type=province", ("Accept-Language", "ps"));

        Assert.Contains("کابل", (await response.JsonAsync()).GetProperty("result")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reconcile?callback=jQuery33_1.done")]
    [InlineData("/reconcile/suggest/type?prefix=d&callback=f")]
    [InlineData("/reconcile?queries=%7B%7D&callback=f")]
    public async Task Old_clients_get_a_script_that_calls_them(string path)
    {
        using var response = await shared.Site.GetAsync(path);
        var text = await response.TextAsync();

        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Matches(@"\A/\*\*/[\w.$]+\(\{.*\}\);\z", text);
    }

    [Theory]
    [InlineData("alert(1)")]
    [InlineData("a-b")]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("<script>")]
    [InlineData("a\n")]
    public async Task A_callback_that_is_no_plain_name_is_refused(string callback)
    {
        using var response = await shared.Site.GetAsync("/reconcile?callback=" + Uri.EscapeDataString(callback));

        Assert.Equal("callback", (await ProblemTests.ProblemOf(response, 400)).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("", 400, "queries")]
    [InlineData("{", 400, "queries")]
    [InlineData("[]", 422, "queries")]
    [InlineData("""{"q0": "Torkham"}""", 422, "q0")]
    [InlineData("""{"q0": {}}""", 422, "q0")]
    [InlineData("""{"q0": {"query": 7}}""", 422, "q0.query")]
    [InlineData("""{"q0": {"query": "a", "limit": 0}}""", 422, "q0.limit")]
    [InlineData("""{"q0": {"query": "a", "limit": 1.5}}""", 422, "q0.limit")]
    [InlineData("""{"q0": {"query": "a", "limit": "5"}}""", 422, "q0.limit")]
    [InlineData("""{"q0": {"query": "a", "type": "Q515"}}""", 422, "q0.type")]
    [InlineData("""{"q0": {"query": "a", "type_strict": "never"}}""", 422, "q0.type_strict")]
    [InlineData("""{"q0": {"query": "a", "properties": {"pid": "x"}}}""", 422, "q0.properties")]
    [InlineData("""{"q0": {"query": "a", "properties": [{"pid": "P17", "v": "x"}]}}""", 422, "q0.properties[0].pid")]
    [InlineData("""{"q0": {"query": "a", "properties": [{"pid": "near", "v": "somewhere"}]}}""", 422, "q0.properties.near")]
    [InlineData("""{"q0": {"query": "a", "properties": [{"pid": "on", "v": "long ago"}]}}""", 422, "q0.properties.on")]
    [InlineData("""{"q0": {"query": "a", "name": "b"}}""", 422, "q0.name")]
    public async Task Says_what_is_wrong_with_a_batch(string queries, int status, string field)
    {
        using var byPost = await shared.Site.PostAsync("/reconcile", "queries=" + Uri.EscapeDataString(queries), MediaTypes.Form);
        using var byGet = await shared.Site.GetAsync("/reconcile?queries=" + Uri.EscapeDataString(queries));

        Assert.Equal(field, (await ProblemTests.ProblemOf(byPost, status)).GetProperty("field").GetString());
        Assert.Equal(field, (await ProblemTests.ProblemOf(byGet, status)).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("extend=%7B%7D", MediaTypes.Form, 400)]
    [InlineData("{}", MediaTypes.Json, 415)]
    public async Task A_post_without_queries_is_told_what_to_send(string body, string mediaType, int status)
    {
        using var response = await shared.Site.PostAsync("/reconcile", body, mediaType);

        await ProblemTests.ProblemOf(response, status);
    }

    [Fact]
    public async Task A_batch_above_the_bound_is_too_large()
    {
        var queries = JsonSerializer.Serialize(Enumerable.Range(0, Limits.ReconcileBatchMax + 1).ToDictionary(i => $"q{i}", _ => new { query = "a" }));
        using var response = await shared.Site.PostAsync("/reconcile", "queries=" + Uri.EscapeDataString(queries), MediaTypes.Form);

        await ProblemTests.ProblemOf(response, 413);
    }

    [Fact]
    public async Task A_cell_too_long_to_be_a_name_spoils_no_other()
    {
        var queries = JsonSerializer.Serialize(new Dictionary<string, object> { ["long"] = new { query = new string('a', 10_000) }, ["broken"] = new { query = "Tork\u0007ham\n" }, ["good"] = new { query = "Torkham" } });
        var answer = await PostAsync(queries);

        Assert.Empty(Candidates(answer, "long"));
        Assert.NotEmpty(Candidates(answer, "good"));
    }

    private async Task<JsonElement> PostAsync(string queries)
    {
        using var response = await shared.Site.PostAsync("/reconcile", "queries=" + Uri.EscapeDataString(queries), MediaTypes.Form);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        return await response.JsonAsync();
    }

    private static List<JsonElement> Candidates(JsonElement answer, string key) => [.. answer.GetProperty(key).GetProperty("result").EnumerateArray()];

    private static List<string?> Ids(JsonElement answer) => [.. answer.GetProperty("result").EnumerateArray().Select(one => one.GetProperty("id").GetString())];
}
