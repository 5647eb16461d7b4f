using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Pages;

/// <summary>The pages of those who are signed in, as the bar of the desk (desk.html) lists them.</summary>
public static class DeskNav
{
    private static readonly (string Address, string Words, Role For)[] Pages =
    [
        ("/", "Map", Role.Contributor),
        (Routes.Desk, "Queue", Role.Contributor),
        ($"{Routes.Desk}?new", "New incident", Role.Contributor),
        ($"{Routes.Desk}?import", "Import", Role.Editor),
        (Routes.People, "People", Role.Admin),
        (Routes.Account, "Account", Role.Contributor),
    ];

    /// <param name="caller">Who is signed in.</param>
    /// <param name="current">The route of the page that is shown.</param>
    public static Html Of(Caller caller, string current) => Html.Of($"""
        <nav aria-label="Desk">{Pages.Where(page => page.For <= caller.Role).Select(page => Link(page.Address, page.Words, page.Address == current))} <button type="button" class="link" data-sign-out>Sign out</button></nav>
        """);

    private static Html Link(string address, string words, bool isCurrent) => isCurrent
        ? Html.Of($"""<a href="{address}" aria-current="page">{words}</a> """)
        : Html.Of($"""<a href="{address}">{words}</a> """);
}
