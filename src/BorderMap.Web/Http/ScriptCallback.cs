using System.Text;
using System.Text.RegularExpressions;
using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>
/// Answers as a script that calls a function of the asker (JSONP), which old reconciliation clients need: version 0.2 of that API allows it,
/// 0.1 asks for it. Only for what anyone may read, and only for a callback that is a plain name.
/// </summary>
public static partial class ScriptCallback
{
    /// <summary>The answer as it is, or wrapped when the query names a callback; a problem when that is no plain name.</summary>
    public static IResult Wrap(HttpContext http, IResult answer)
    {
        if (!http.Request.Query.ContainsKey(Parameters.Callback.Name))
        {
            return answer;
        }
        var name = http.Request.Query[Parameters.Callback.Name].ToString();
        return PlainName().IsMatch(name) ? new ScriptResult(name, answer)
            : new ProblemResult(new Problem(ProblemCodes.InvalidParameter, Parameters.Callback.Name, name, "callback is no plain name of a function.", "Use letters, digits, _, $ and dots, 100 at most; or leave it out and use CORS."));
    }

    [GeneratedRegex(@"\A[A-Za-z_$][A-Za-z0-9_$]*(\.[A-Za-z_$][A-Za-z0-9_$]*)*\z(?<=\A.{1,100})")]
    private static partial Regex PlainName();

    private sealed class ScriptResult(string name, IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, body) = (httpContext.Response, httpContext.Response.Body);
            using var json = new MemoryStream();
            response.Body = json;
            try
            {
                await answer.ExecuteAsync(httpContext);
            }
            finally
            {
                response.Body = body;
            }
            if (response.StatusCode != StatusCodes.Status200OK)
            {
                await body.WriteAsync(json.ToArray(), httpContext.RequestAborted);
                return;
            }
            response.ContentType = MediaTypes.Script;
            // The comment keeps the answer from being read as anything but a script.
            await body.WriteAsync(Encoding.ASCII.GetBytes($"/**/{name}("), httpContext.RequestAborted);
            await body.WriteAsync(json.ToArray(), httpContext.RequestAborted);
            await body.WriteAsync(");"u8.ToArray(), httpContext.RequestAborted);
        }
    }
}
