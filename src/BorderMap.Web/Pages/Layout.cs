namespace BorderMap.Web.Pages;

/// <summary>What all pages share: head, header, footer. No script: these pages are read as they come.</summary>
public static class Layout
{
    /// <param name="title">The page's own title.</param>
    /// <param name="head">More elements of the head.</param>
    /// <param name="body">The main part.</param>
    /// <param name="nav">Where else to go; left out, the pages for readers.</param>
    public static Html Page(string title, Html head, Html body, Html? nav = null) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · BorderMap</title>
        <link rel="icon" href="/img/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/css/page.css">
        {head}
        </head>
        <body>
        <header class="site"><a href="/">BorderMap</a> {nav ?? ForReaders}</header>
        <main>
        {body}
        </main>
        <footer class="site">BorderMap's own data: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. No record is not no event. <a href="/method">How this is made</a> · <a href="/desk">For editors</a></footer>
        </body>
        </html>

        """);

    private static readonly Html ForReaders = Html.Of($"""<span>reported events along the Durand Line</span> <nav><a href="/">Map</a> <a href="/places">Places</a> <a href="/method">Method</a></nav>""");
}
