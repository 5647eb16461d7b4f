using System.Globalization;
using System.Text;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Http;

/// <summary>An answer that was kept, given again while the database is away: a page says so itself.</summary>
internal sealed class OldAnswer(KeptAnswer kept, TimeSpan age) : IResult
{
    private const string Main = "<main>\n";

    /// <summary>How old an answer is: seconds since the database last said that nothing public had changed (RFC 9111, 5.1), and why (RFC 9211).</summary>
    public static void Tell(HttpContext http, TimeSpan age)
    {
        var seconds = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.Age = seconds;
        http.Response.Headers["Cache-Status"] = $"BorderMap; hit; ttl=-{seconds}; detail=database-away";
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        AnswerAgain.Describe(response, kept);
        await response.Body.WriteAsync(kept.ContentType == MediaTypes.Html ? Marked(httpContext) : kept.Body, httpContext.RequestAborted);
    }

    private byte[] Marked(HttpContext http)
    {
        var text = PageText.Of(new QueryValues(http.Request));
        var notice = Html.Of($"""<p class="notice" role="status">{text.Say("old.notice", ("minutes", Math.Ceiling(age.TotalMinutes).ToString(CultureInfo.InvariantCulture)))}</p>""");
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(kept.Body).Replace(Main, $"{Main}{notice}\n", StringComparison.Ordinal));
    }
}
