using System.Text.Json;
using System.Text.Json.Nodes;

namespace BorderMap.Web.Tests.Running;

/// <summary>Documents that tests write.</summary>
public static class Documents
{
    public static JsonObject Shelling(string title = "Shelling of Spin Boldak", string status = "draft") => new()
    {
        ["title"] = title,
        ["kind"] = "shelling",
        ["status"] = status,
        ["cross_border"] = true,
        ["date"] = new JsonObject { ["start"] = "2025-10-15", ["end"] = "2025-10-15", ["precision"] = "day" },
        ["places"] = new JsonArray(new JsonObject { ["place"] = "1108562519", ["words"] = "Spin Boldak", ["precision"] = "district" }),
        ["notes"] = "SENTINEL note",
    };

    /// <summary>Records one and gives its id.</summary>
    public static async Task<string> RecordAsync(this Browser browser, JsonObject document)
    {
        using var response = await browser.SendAsync(HttpMethod.Post, "/api/incidents", document.ToJsonString());
        Assert.True((int)response.StatusCode == 201, await response.TextAsync());
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    /// <summary>The tag of a document's version.</summary>
    public static (string, string) IfMatch(string id, int version) => ("If-Match", $"\"{id}.{version}\"");

    /// <summary>Sends, expects a status and gives the answer's body.</summary>
    public static async Task<JsonElement> ExpectAsync(this Browser browser, int status, HttpMethod method, string path, object? body = null, params (string, string)[] headers)
    {
        using var response = await browser.SendAsync(method, path, body is JsonObject document ? document.ToJsonString() : body, headers);
        var text = await response.TextAsync();
        Assert.True((int)response.StatusCode == status, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }
}
