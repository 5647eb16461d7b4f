namespace BorderMap.Web.Pages;

/// <summary>What all pages share: head, header, footer. No script: these pages are read as they come.</summary>
public static class Layout
{
    /// <summary>A page in English alone.</summary>
    /// <param name="title">The page's own title.</param>
    /// <param name="head">More elements of the head.</param>
    /// <param name="body">The main part.</param>
    /// <param name="nav">Where else to go; left out, the pages for readers.</param>
    public static Html Page(string title, Html head, Html body, Html? nav = null) => Page(PageText.English, title, head, body, Html.Empty, nav);

    /// <summary>A page that there is in every language of the site.</summary>
    /// <param name="text">The language.</param>
    /// <param name="title">The page's own title.</param>
    /// <param name="head">More elements of the head.</param>
    /// <param name="body">The main part.</param>
    /// <param name="query">What its address says besides the language.</param>
    public static Html Page(PageText text, string title, Html head, Html body, string query = "") => Page(text, title, head, body, Languages(text, query), null);

    private static Html Page(PageText text, string title, Html head, Html body, Html languages, Html? nav) => Html.Of($"""
        <!doctype html>
        <html lang="{text.Tag}"{(text.IsEnglish ? Html.Empty : Html.Of($""" dir="{text.Direction}" """))}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · BorderMap</title>
        <link rel="icon" href="/img/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/css/page.css">
        {head}
        </head>
        <body>
        <header class="site"><a href="{text.To("/")}">BorderMap</a> {nav ?? ForReaders(text)}</header>
        <main>
        {body}
        </main>
        <footer class="site">{text["footer.data"]} <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. {text["footer.record"]} <a href="{text.To("/method")}">{text["footer.how"]}</a> · <a href="/desk">{text["footer.editors"]}</a>{languages}</footer>
        </body>
        </html>

        """);

    private static Html ForReaders(PageText text) =>
        Html.Of($"""<span>{text["site.tagline"]}</span> <nav><a href="{text.To("/")}">{text["nav.map"]}</a> <a href="{text.To("/places")}">{text["nav.places"]}</a> <a href="{text.To("/method")}">{text["nav.method"]}</a></nav>""");

    private static Html Languages(PageText text, string query) => Html.Of($"""
        <nav class="languages" aria-label="{text["nav.language"]}">{PageText.All.Select(one => Link(one, one.Tag == text.Tag, query))}</nav>
        {(text.IsEnglish ? Html.Empty : Html.Of($"""<p>{text["language.unreviewed"]} <bdi lang="en">{PageText.English["language.unreviewed"]}</bdi></p>"""))}
        """);

    private static Html Link(PageText text, bool isThis, string query) => Html.Of($"""
        <a href="?{(query.Length > 0 ? query + "&" : "")}lang={text.Tag}" lang="{text.Tag}" dir="{text.Direction}" hreflang="{text.Tag}"{(isThis ? Html.Of($""" aria-current="true" """) : Html.Empty)}>{text.Language.Title}</a>
        """);
}
