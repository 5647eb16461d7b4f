using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Incidents.Tests.Fuzzing;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Hostile;

/// <summary>
/// Tokens, cookies, other headers, uploads and the addresses of pictures and embeds, spoilt, over raw connections to the real server: never a fault, never a word of what is hidden,
/// never a secret sent back. What brings an answer that no other brought is spoilt further.
/// </summary>
public sealed partial class RequestFuzzTests(OwnSite own) : IClassFixture<OwnSite>, IAsyncLifetime
{
    private const string Sentinel = "SENTINEL";
    private const string Injected = "X-Spoilt";

    /// <summary>How many requests each part gets beside its corpus; <c>BORDERMAP_FUZZ</c> is what a parser of one line gets.</summary>
    private static readonly int Count = Number("BORDERMAP_FUZZ", 4_000) / 20;

    private static readonly int Seed = Number("BORDERMAP_FUZZ_SEED", 11);

    private static readonly Dictionary<string, string[]> Corpus = JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Hostile", "fuzz-corpus.json")))!;

    private static readonly string[] Readable = ["/api/incidents/i-oooooooooo", "/api/incidents?limit=1", "/api/session", "/desk", "/account"];
    private static readonly string[] Downloads = ["/api/incidents?limit=2", "/export/incidents.csv", "/tiles/incidents/5/22/12.mvt", "/ogc/collections/incidents/items?limit=2", "/", "/css/page.css", "/incidents/i-aaaaaaaaaa"];

    private string token = "", cookie = "", antiforgery = "";

    public async ValueTask InitializeAsync()
    {
        var name = $"p{Guid.NewGuid():N}"[..12];
        await own.Site.AddPersonAsync(name, Role.Editor);
        token = await own.Site.TokenAsync(Role.Editor);
        using var browser = await own.Site.SignedInAsync(name);
        (cookie, antiforgery) = (browser.Cookies.GetAllCookies().Single(one => one.Name == "bordermap").Value, browser.Antiforgery!);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string> Parts => [.. Corpus.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task No_spoilt_part_of_a_request_is_a_fault_or_tells_a_secret(string part)
    {
        var (mutator, faults, seen) = (new Mutator(Seed), new List<string>(), new HashSet<string>());
        var pool = Corpus[part].Select(Filled).ToList();
        var (given, executions) = (pool.Count, Corpus[part].Length + Count);
        for (var i = 0; i < executions; i++)
        {
            var text = i < given ? pool[i] : mutator.Spoil(pool);
            var request = RequestWith(part, text, i);
            using var client = await RawClient.SendAsync(own.Site.Http.BaseAddress!, request);
            var answer = await client.AnswerAsync();
            if (FaultOf(request, answer) is { } fault)
            {
                faults.Add($"seed {Seed}, {i}: {fault}: {JsonSerializer.Serialize(text)}: {answer[..Math.Min(300, answer.Length)]}");
            }
            if (seen.Add(KindOf(answer)) && i >= given && text.Length < 10_000)
            {
                pool.Add(text);
                TestContext.Current.TestOutputHelper?.WriteLine($"new: {KindOf(answer)}: {JsonSerializer.Serialize(text[..Math.Min(200, text.Length)])}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{part}: {executions} executions, {given} given, {seen.Count} kinds of answers");

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(20)));
        Assert.True(seen.Count > 1, "all is answered alike: nothing is reached");
        using var served = await own.Site.GetAsync("/api/incidents?limit=1");
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    private string RequestWith(string part, string text, int number)
    {
        var line = OneLine(text);
        return part switch
        {
            "authorization" => Get(Readable[number % Readable.Length], $"Authorization: {line}"),
            "cookie" => Get(Readable[number % Readable.Length], $"Cookie: {line}"),
            "antiforgery" => Send("POST", "/api/incidents", "{}", $"Cookie: bordermap={cookie}", "Content-Type: application/json", $"X-Antiforgery: {line}"),
            "if-match" => Send("PUT", "/api/incidents/i-aaaaaaaaaa", "{}", $"Authorization: Bearer {token}", "Content-Type: application/json", $"If-Match: {line}"),
            "last-event-id" => Request("HEAD", "/api/changes/stream", $"Last-Event-ID: {line}"),
            "headers" => Get(Downloads[number % Downloads.Length], line),
            "upload" => Upload(text, number),
            "picture" => Get("/snapshot.svg?" + Escaped(text)),
            "embed" => Get(Escaped(text) is ['/', .. var rest] ? "/" + rest : "/embed?" + Escaped(text)),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };
    }

    private string Upload(string text, int number)
    {
        var (head, body) = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 4)..]) : (text, "");
        var lines = head.Split("\r\n").Where(line => line.Contains(':', StringComparison.Ordinal) && !Framing().IsMatch(line)).Select(OneLine);
        return Send("POST", $"/api/imports?name={Escaped(number % 3 == 0 ? head : "a.csv")}", string.Concat(body.Select(c => (char)(c & 0xff))), [$"Authorization: Bearer {token}", .. lines]);
    }

    private static string Get(string path, params string[] headers) => Request("GET", path, headers);

    private static string Send(string method, string path, string body, params string[] headers) => Request(method, path, [.. headers, $"Content-Length: {body.Length}"]) + body;

    private static string Request(string method, string path, params string[] headers) => $"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    /// <summary>Why an answer must not be; null when it may.</summary>
    private string? FaultOf(string request, string answer)
    {
        var status = answer.Length == 0 ? 0 : int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var isLetIn = request.Contains(token, StringComparison.Ordinal) || request.Contains(cookie, StringComparison.Ordinal);
        // 501 is what oEmbed asks for where a format is not made.
        return status >= 500 && status != 501 ? "a fault"
            : !isLetIn && answer.Contains(Sentinel, StringComparison.Ordinal) ? "tells what is hidden"
            : Secrets().FirstOrDefault(secret => answer.Contains(secret, StringComparison.Ordinal)) is { } told ? $"sends a secret back ({told[..6]})"
            : answer.Contains($"\n{Injected}", StringComparison.OrdinalIgnoreCase) ? "lets a header be put in"
            : answer.Contains("   at BorderMap.", StringComparison.Ordinal) || answer.Contains("Npgsql", StringComparison.Ordinal) ? "tells of its inside"
            : null;
    }

    /// <summary>All but their ends, which may have been spoilt. The antiforgery token is given to the pages of whoever is signed in.</summary>
    private IEnumerable<string> Secrets() => [token[..^2], cookie[..^8]];

    private static string KindOf(string answer)
    {
        var (head, body) = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var at ? (answer[..at], answer[at..]) : (answer, "");
        return $"{head.Split('\r')[0]} {MediaType().Match(head).Groups[1].Value} {Code().Match(body).Groups[1].Value} {Field().Match(body).Groups[1].Value}".Trim();
    }

    private string Filled(string entry) => entry.Replace("{token}", token, StringComparison.Ordinal).Replace("{cookie}", cookie, StringComparison.Ordinal).Replace("{antiforgery}", antiforgery, StringComparison.Ordinal);

    /// <summary>What does not end the header; as bytes of UTF-8, each a character.</summary>
    private static string OneLine(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    /// <summary>What may stand in the first line; a percent sign stays what it is, right or wrong.</summary>
    private static string Escaped(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => char.IsAsciiLetterOrDigit((char)b) || "-._~&=%,/?:;'()*".Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : $"%{b:X2}"));

    private static int Number(string name, int ifAbsent) => int.Parse(Environment.GetEnvironmentVariable(name) ?? ifAbsent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(content-length|transfer-encoding|expect|connection)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Framing();

    [GeneratedRegex("^content-type: *([^;\r]*)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MediaType();

    [GeneratedRegex("\"code\":\"([^\"]*)\"")]
    private static partial Regex Code();

    [GeneratedRegex("\"field\":\"([a-zA-Z-]{0,20})\"")]
    private static partial Regex Field();
}
