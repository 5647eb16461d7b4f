using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>What a reader sees who finds something wrong: a plain form, and that it came.</summary>
public static class ErrorReportPages
{
    /// <summary>A field that people do not see and do not fill; programs that fill every field do.</summary>
    public const string Trap = "website";

    /// <param name="id">The incident.</param>
    /// <param name="version">The public version that the page shows.</param>
    public static Html Form(string id, int version) => Html.Of($"""
        <details class="report" id="report"><summary>Report an error</summary>
        <form class="form" method="post" action="{Routes.ErrorReportOf(id)}">
        <input type="hidden" name="version" value="{version}">
        <label for="report-words">What is wrong?</label>
        <textarea id="report-words" name="words" rows="4" maxlength="2000" required></textarea>
        <label for="report-source">Where can that be read? <span class="quiet">(web address, if there is one)</span></label>
        <input id="report-source" name="source_url" type="url" maxlength="2000">
        <label for="report-contact">How can we ask you back? <span class="quiet">(only if you wish)</span></label>
        <input id="report-contact" name="contact" maxlength="200" autocomplete="off">
        <p class="trap" aria-hidden="true"><label for="report-website">Leave this empty</label><input id="report-website" name="{Trap}" tabindex="-1" autocomplete="off"></p>
        <button class="button">Send to the editors</button>
        <p class="quiet">Only the editors read it. Your address is not kept. How we may ask you back is erased 30 days after it is decided, the rest after a year.</p>
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
