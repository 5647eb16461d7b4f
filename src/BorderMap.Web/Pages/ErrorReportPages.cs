using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>What a reader sees who finds something wrong: a plain form, and that it came.</summary>
public static class ErrorReportPages
{
    /// <summary>A field that people do not see and do not fill; programs that fill every field do.</summary>
    public const string Trap = "website";

    /// <param name="text">The language.</param>
    /// <param name="id">The incident.</param>
    /// <param name="version">The public version that the page shows.</param>
    public static Html Form(PageText text, string id, int version) => Html.Of($"""
        <details class="report" id="report"><summary>{text["report"]}</summary>
        <form class="form" method="post" action="{Routes.ErrorReportOf(id)}">
        <input type="hidden" name="version" value="{version}">
        <label for="report-words">{text["report.words"]}</label>
        <textarea id="report-words" name="words" rows="4" maxlength="2000" required></textarea>
        <label for="report-source">{text["report.source"]} <span class="quiet">{text["report.source.how"]}</span></label>
        <input id="report-source" name="source_url" type="url" maxlength="2000">
        <label for="report-contact">{text["report.contact"]} <span class="quiet">{text["report.contact.how"]}</span></label>
        <input id="report-contact" name="contact" maxlength="200" autocomplete="off">
        <p class="trap" aria-hidden="true"><label for="report-website">Leave this empty</label><input id="report-website" name="{Trap}" tabindex="-1" autocomplete="off"></p>
        <button class="button">{text["report.send"]}</button>
        <p class="quiet">{text["report.privacy"]}</p>
        </form></details>
        """);

    public static Html Received() => Layout.Page(
        "Thank you",
        Html.Of($"""<meta name="robots" content="noindex">"""),
        Html.Of($"""
            <h1>Thank you</h1>
            <p>Your report has reached the editors. They check it against the sources; what is corrected shows in the history of the record.</p>
            <p><a class="button" href="/">Back to the map</a></p>
            """));
}
