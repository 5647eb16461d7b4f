using System.Net.Http.Headers;
using System.Net.Http.Json;
using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd.Faults;

/// <summary>A program with a token, which may write.</summary>
public sealed class TokenHolder
{
    private readonly string token;

    private TokenHolder(string token) => this.token = token;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Has a token made by the command.</summary>
    public static async Task<TokenHolder> AddAsync(string home, (string, string)[] settings)
    {
        var made = await Command.BorderMap(home, settings, "token", "add", "writer", "--role", "admin");
        Assert.True(made.ExitCode == 0, made.Error);
        return new TokenHolder(made.Output.Trim());
    }

    public async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (request.Content is not null)
        {
            // Chunked, nobody knows how long it may take to come.
            await request.Content.LoadIntoBufferAsync(Cancellation);
        }
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request, Cancellation);
    }
}
