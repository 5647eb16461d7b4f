using System.Net;
using System.Text;

namespace BorderMap.EndToEnd.Running;

/// <summary>A page of another origin, as the author of a report has it, with a policy as strict as he likes.</summary>
public sealed class ForeignPage : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    /// <summary>Set before the listener stops, which fails what waits before it says that it has stopped.</summary>
    private volatile bool isOver;

    private ForeignPage(int port, string body, string script, string policy)
    {
        Address = $"http://localhost:{port}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        var html = $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A report</title>{(script.Length > 0 ? "<script type=\"module\" src=\"/page.js\"></script>" : "")}<h1>A report</h1>{body}";
        serving = ServeAsync(html, script, policy);
    }

    public string Address { get; }

    /// <param name="body">What stands in the page, as HTML.</param>
    /// <param name="script">The page's own module.</param>
    /// <param name="policy">Its Content-Security-Policy; empty: none.</param>
    public static ForeignPage Start(string body, string script = "", string policy = "")
    {
        return new ForeignPage(Ports.Free(), body, script, policy);
    }

    /// <summary>A page that frames one address.</summary>
    public static ForeignPage Framing(Uri framed) => Start($"<iframe width=900 height=600 src=\"{WebUtility.HtmlEncode(framed.ToString())}\"></iframe>");

    public async ValueTask DisposeAsync()
    {
        isOver = true;
        listener.Stop();
        await serving;
        try
        {
            listener.Close();
        }
        catch (HttpListenerException)
        {
            // It gave its port up as it stopped; closing asks for the port once more, which by now another test's server may have.
        }
    }

    private async Task ServeAsync(string html, string script, string policy)
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await listener.GetContextAsync(), html, script, policy);
            }
        }
        catch (Exception stopped) when (isOver && stopped is (HttpListenerException or ObjectDisposedException))
        {
            return; // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, string html, string script, string policy)
    {
        try
        {
            var isScript = context.Request.Url?.AbsolutePath == "/page.js";
            context.Response.ContentType = isScript ? "text/javascript" : "text/html; charset=utf-8";
            if (policy.Length > 0)
            {
                context.Response.Headers["Content-Security-Policy"] = policy;
            }
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(isScript ? script : html));
            context.Response.Close();
        }
        catch (HttpListenerException) when (!isOver)
        {
            // The browser went before it was answered; the next one who asks is served.
            context.Response.Abort();
        }
    }
}
