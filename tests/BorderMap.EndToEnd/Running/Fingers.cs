using Microsoft.Playwright;

namespace BorderMap.EndToEnd.Running;

/// <summary>Fingers on a page, as the browser itself sees them: several at once, held and moved.</summary>
public sealed class Fingers(ICDPSession session)
{
    public static async Task<Fingers> OnAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    public Task DownAsync(params (double X, double Y)[] at) => SendAsync("touchStart", at);

    public Task MoveAsync(params (double X, double Y)[] to) => SendAsync("touchMove", to);

    public Task UpAsync() => SendAsync("touchEnd", []);

    private async Task SendAsync(string type, (double X, double Y)[] points) => await session.SendAsync("Input.dispatchTouchEvent", new()
    {
        ["type"] = type,
        ["touchPoints"] = points.Select((point, id) => new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y, ["id"] = id }).ToArray(),
    });
}
