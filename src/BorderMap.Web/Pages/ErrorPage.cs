using BorderMap.Incidents;

namespace BorderMap.Web.Pages;

/// <summary>A problem told to a person.</summary>
public static class ErrorPage
{
    public static Html Of(Problem problem, int status) => Layout.Page(
        "Not shown",
        Html.Of($"""<meta name="robots" content="noindex">"""),
        Html.Of($"""
            <h1>{problem.Message}</h1>
            <p>{problem.Fix}</p>
            <p class="quiet">Status {status}. <a href="/">Back to the map</a></p>
            """));
}
