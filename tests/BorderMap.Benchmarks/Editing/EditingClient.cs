using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BorderMap.Benchmarks.Editing;

/// <summary>A save that the server acknowledged.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Version">The version that it became.</param>
/// <param name="Mark">What it wrote, unique in the run.</param>
/// <param name="Began">When its first attempt began.</param>
/// <param name="Milliseconds">Of the attempt that succeeded.</param>
/// <param name="Waited">Milliseconds from the first attempt to the success.</param>
internal sealed record Save(string Id, int Version, string Mark, long Began, double Milliseconds, double Waited);

/// <summary>One editor: adds a mark to one incident after the other, on top of what the server said is there.</summary>
internal sealed class EditingClient(Uri address, string token, int number, IReadOnlyList<string> ids) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    private readonly Random random = new(number);

    public List<Save> Saves { get; } = [];
    public int Conflicts { get; private set; }
    public int Busy { get; private set; }

    public async Task RunAsync(Func<bool> isOver, CancellationToken cancellation)
    {
        for (var edit = 0; !isOver(); edit++)
            await SaveAsync(ids[random.Next(ids.Count)], $"{number}-{edit}", cancellation);
    }

    private async Task SaveAsync(string id, string mark, CancellationToken cancellation)
    {
        var current = await http.GetFromJsonAsync<JsonElement>($"/api/incidents/{id}", cancellation);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var version = current.GetProperty("version").GetInt32();
            var attempt = Stopwatch.GetTimestamp();
            using var response = await PatchAsync(id, version, mark, current, cancellation);
            var milliseconds = Stopwatch.GetElapsedTime(attempt).TotalMilliseconds;
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    var saved = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
                    Saves.Add(new Save(id, saved.GetProperty("version").GetInt32(), mark, began, milliseconds, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
                    return;
                case HttpStatusCode.PreconditionFailed:
                    current = CurrentOf(await response.Content.ReadFromJsonAsync<JsonElement>(cancellation), id, version);
                    Conflicts++;
                    break;
                case HttpStatusCode.ServiceUnavailable:
                    Busy++;
                    await Task.Delay(response.Headers.RetryAfter?.Delta ?? throw new InvalidOperationException("a 503 without Retry-After"), cancellation);
                    break;
                default:
                    throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
            }
        }
    }

    private Task<HttpResponseMessage> PatchAsync(string id, int version, string mark, JsonElement current, CancellationToken cancellation)
    {
        var content = JsonContent.Create(new { title = $"Incident, by {mark}", notes = $"{current.GetProperty("notes").GetString()}{mark}|" }, new MediaTypeHeaderValue("application/merge-patch+json"));
        var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/incidents/{id}") { Content = content, Headers = { { "If-Match", $"\"{id}.{version}\"" } } };
        return http.SendAsync(request, cancellation);
    }

    private static JsonElement CurrentOf(JsonElement problem, string id, int seen)
    {
        var current = problem.GetProperty("current");
        return current.GetProperty("id").GetString() == id && current.GetProperty("version").GetInt32() is var version && version > seen && version == problem.GetProperty("version").GetInt32()
            ? current
            : throw new InvalidOperationException($"a conflict over version {seen} of {id} without the current version: {problem}");
    }

    public void Dispose() => http.Dispose();
}
