using System.Net;
using System.Text.Json;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>Many names in one request.</summary>
public sealed class BatchTests(SharedSite shared)
{
    private const string Path = "/api/places/resolve";
    private const string Json = "application/json";
    private const string Lines = "text/plain";

    [Theory]
    [InlineData("""["Torkham", "Zhob", "wrtplkjhgf", ""]""", Json)]
    [InlineData("""{"queries": [{"name": "Torkham"}, {"name": "Zhob", "context": "Balochistan"}, {"name": "wrtplkjhgf", "kind": "district"}, {"name": ""}]}""", Json)]
    [InlineData("Torkham\nZhob\tBalochistan\r\nwrtplkjhgf\n\n", Lines)]
    public async Task Answers_in_the_order_of_the_questions_whatever_their_form(string body, string mediaType)
    {
        using var response = await shared.Site.PostAsync(Path + "?limit=2", body, mediaType);
        var answer = await response.JsonAsync();
        var results = answer.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["Torkham", "Zhob", "wrtplkjhgf", ""], results.Select(result => result.GetProperty("query").GetString()));
        Assert.StartsWith("Torkham", results[0].GetProperty("candidates")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal(["unknown", "unknown"], results.Skip(2).Select(result => result.GetProperty("status").GetString()));
        Assert.All(results, result => Assert.InRange(result.GetProperty("candidates").GetArrayLength(), 0, 2));
        Assert.Equal(4, answer.GetProperty("count").GetInt32());
        Assert.Equal(4, answer.GetProperty("summary").EnumerateObject().Sum(status => status.Value.GetInt32()));
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Answers_a_line_a_name_when_asked_for_lines()
    {
        using var response = await shared.Site.PostAsync(Path + "?limit=1&lang=ps", "Torkham\nKabul\n", Lines, ("Accept", "application/x-ndjson"));
        var lines = (await response.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ps", response.Header("Content-Language"));
        Assert.Equal(["Torkham", "Kabul"], lines.Select(line => line.GetProperty("query").GetString()));
    }

    [Fact]
    public async Task Answers_one_query_like_the_single_question()
    {
        var alone = await shared.Site.JsonAsync(Path + "?name=Jani%20Khel&context=Paktia&kind=district&near=69.8,33.7&on=2015-06-30&near-line=true");
        using var response = await shared.Site.PostAsync(Path, """[{"name": "Jani Khel", "context": "Paktia", "kind": "district", "near": [69.8, 33.7], "on": "2015-06-30", "near_line": true}]""", Json);

        Assert.Equal(alone.ToString(), (await response.JsonAsync()).GetProperty("results")[0].ToString());
    }

    [Theory]
    [InlineData("", Json, 400, "body")]
    [InlineData("[", Json, 400, "body")]
    [InlineData("[\"\\ud800\"]", Json, 400, "body")]
    [InlineData("[[[[[[[[[[[[]]]]]]]]]]]]", Json, 400, "body")]
    [InlineData("\"Torkham\"", Json, 422, "queries")]
    [InlineData("{}", Json, 422, "queries")]
    [InlineData("""{"queries": "Torkham"}""", Json, 422, "queries")]
    [InlineData("""{"queries": [], "limit": 3}""", Json, 422, "limit")]
    [InlineData("""["a", 7]""", Json, 422, "queries[1]")]
    [InlineData("""["a", {"nome": "b"}]""", Json, 422, "queries[1].nome")]
    [InlineData("""[{"context": "Paktia"}]""", Json, 422, "queries[0].name")]
    [InlineData("""[{"name": 7}]""", Json, 422, "queries[0].name")]
    [InlineData("""["a\u0000b"]""", Json, 422, "queries[0]")]
    [InlineData("""[{"name": "a", "kind": "village"}]""", Json, 422, "queries[0].kind")]
    [InlineData("""[{"name": "a", "country": "IR"}]""", Json, 422, "queries[0].country")]
    [InlineData("""[{"name": "a", "near": [271, 34]}]""", Json, 422, "queries[0].near")]
    [InlineData("""[{"name": "a", "near": [1e999, 34]}]""", Json, 422, "queries[0].near")]
    [InlineData("""[{"name": "a", "near": "here"}]""", Json, 422, "queries[0].near")]
    [InlineData("""[{"name": "a", "near_line": "yes"}]""", Json, 422, "queries[0].near_line")]
    [InlineData("""[{"name": "a", "on": "yesterday"}]""", Json, 422, "queries[0].on")]
    [InlineData("""[{"name": "a", "others": "b"}]""", Json, 422, "queries[0].others")]
    [InlineData("a\nb\u0007", Lines, 422, "line 2")]
    [InlineData("[]", "application/xml", 415, "Content-Type")]
    public async Task Refuses_a_batch_whole_and_names_index_and_field(string body, string mediaType, int status, string field)
    {
        using var response = await shared.Site.PostAsync(Path, body, mediaType);

        Assert.Equal(field, (await ProblemTests.ProblemOf(response, status)).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Refuses_a_name_of_ten_thousand_characters_by_its_index()
    {
        using var response = await shared.Site.PostAsync(Path, $"[\"Torkham\", \"{new string('a', 10_000)}\"]", Json);
        var problem = await ProblemTests.ProblemOf(response, 422);

        Assert.Equal("queries[1]", problem.GetProperty("field").GetString());
        Assert.InRange(problem.GetProperty("value").GetString()!.Length, 1, Limits.EchoMax + 1);
    }

    [Fact]
    public async Task Names_some_faults_of_a_bad_batch_not_thousands()
    {
        using var response = await shared.Site.PostAsync(Path, JsonSerializer.Serialize(Enumerable.Repeat(7, 5000)), Json);

        Assert.Equal(Limits.BatchProblems, (await ProblemTests.ProblemOf(response, 422)).GetProperty("problems").GetArrayLength());
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(Lines)]
    public async Task Takes_ten_thousand_names_and_no_more(string mediaType)
    {
        using var enough = await shared.Site.PostAsync(Path + "?limit=1", Body(Limits.BatchMax), mediaType);
        using var more = await shared.Site.PostAsync(Path, Body(Limits.BatchMax + 1), mediaType);

        Assert.Equal(Limits.BatchMax, (await enough.JsonAsync()).GetProperty("results").GetArrayLength());
        Assert.Equal("queries", (await ProblemTests.ProblemOf(more, 413)).GetProperty("field").GetString());

        string Body(int count) => mediaType == Json ? JsonSerializer.Serialize(Enumerable.Repeat("Torkham", count)) : string.Concat(Enumerable.Repeat("Torkham\n", count));
    }

    [Fact]
    public async Task Refuses_a_body_above_the_bound()
    {
        // The server need not read what it refuses, so the client asks before it sends.
        using var response = await shared.Site.PostAsync(Path, new string(' ', Limits.BodyMax + 1), Json, ("Expect", "100-continue"));

        Assert.Equal("body", (await ProblemTests.ProblemOf(response, 413)).GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_long_batch_leaves_room_for_a_short_question()
    {
        var names = shared.Atlas.Places.All.Take(Limits.BatchMax).Select(place => place.Name + "ae");
        var batch = shared.Site.PostAsync(Path, JsonSerializer.Serialize(names), Json);
        while (!batch.IsCompleted)
        {
            using var search = await shared.Site.GetAsync("/api/places/search?q=torkh");
            Assert.Equal(HttpStatusCode.OK, search.StatusCode);
        }
        using var answer = await batch;

        Assert.Equal(Limits.BatchMax, (await answer.JsonAsync()).GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task A_reader_who_goes_away_ends_the_batch_and_the_next_one_is_answered()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(JsonSerializer.Serialize(shared.Atlas.Places.All.Take(Limits.BatchMax).Select(place => place.Name + "ae")), null, Json),
        };
        using (await shared.Site.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, gone.Token))
        {
            await gone.CancelAsync();
        }
        using var next = await shared.Site.PostAsync(Path, """["Torkham"]""", Json);

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_turn_that_is_cancelled_does_no_work_and_frees_its_place()
    {
        using var turns = new Turns();
        var worked = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turns.TakeAsync(() => worked = true, new CancellationToken(canceled: true)));
        await turns.TakeAsync(() => { }, TestContext.Current.CancellationToken);

        Assert.False(worked);
    }

    [Fact]
    public void Only_so_many_batches_begin_and_one_that_ends_makes_room()
    {
        using var turns = new Turns();

        Assert.All(Enumerable.Range(0, Limits.BatchesAtOnce), _ => Assert.True(turns.TryBegin()));
        Assert.False(turns.TryBegin());
        turns.End();
        Assert.True(turns.TryBegin());
    }
}
