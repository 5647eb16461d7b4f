using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Security;

namespace BorderMap.Web.Pages;

/// <summary>The pages on which people sign in, keep their password and tokens and, as admins, the people. What they list, their small modules fetch.</summary>
public static class PeoplePages
{
    public static void MapPeoplePages(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.SignIn, new Surface("signInPage", "The page to sign in on.", MediaTypes.Html) { Access = new Access { WithOneTimePassword = true }, Parameters = [Parameters.Return] }, SignIn);
        routes.MapRead(Routes.Account, new Surface("accountPage", "One's own password, API tokens and sign-ins.", MediaTypes.Html)
        {
            Access = Access.For(Role.Contributor) with { IsPage = true, WithOneTimePassword = true, SessionOnly = true },
            Statuses = [302],
        }, (HttpContext http) => new PageResult(Account(http.SignedIn())));
        routes.MapRead(Routes.People, new Surface("peoplePage", "Who may sign in, and as what.", MediaTypes.Html)
        {
            Access = Access.For(Role.Admin) with { IsPage = true, SessionOnly = true },
            Statuses = [302, 403],
        }, (HttpContext http) => new PageResult(People(http.SignedIn())));
    }

    private static IResult SignIn(HttpContext http)
    {
        var query = new QueryValues(http.Request);
        var wanted = query.Text(Parameters.Return);
        if (query.Problems.Count > 0)
        {
            return new ProblemResult(query.Problems);
        }
        return new PageResult(Page("Sign in", "sign-in", null, Routes.SignIn, Html.Of($"""
            <h1>Sign in</h1>
            {(http.Caller() is { } caller ? Html.Of($"""<p class="notice">You are signed in as {caller.Display}. <a href="{Routes.Desk}">To the desk</a> · <a href="{Routes.Account}">Your account</a></p>""") : Html.Empty)}
            <form id="sign-in" class="form" method="post" data-return="{LocalPath.Of(wanted)}">
            <label for="name">Name</label>
            <input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button class="button">Sign in</button>
            <p class="message" role="alert"></p>
            </form>
            <noscript><p class="notice">Signing in needs JavaScript.</p></noscript>
            <p class="quiet">Reading the map, the data and the API needs no account. An admin gives accounts and new passwords; BorderMap sends no e-mail.</p>
            """)));
    }

    private static Html Account(Caller caller) => Page("Your account", "account", caller, Routes.Account, Html.Of($"""
        <h1>{caller.Display}</h1>
        <p>Signed in as <strong>{caller.Name}</strong>, role {RoleWords.Of(caller.Role)}.</p>
        {(caller.MustChange ? Html.Of($"""<p class="notice">This was a one-time password. Choose your own before anything else.</p>""") : Html.Empty)}
        <h2 id="password">Password</h2>
        <form id="change" class="form" method="post" data-return="{(caller.MustChange ? Routes.Account : "")}">
        <input type="text" name="username" autocomplete="username" value="{caller.Name}" hidden>
        <label for="current">Current password</label>
        <input id="current" name="current" type="password" autocomplete="current-password" required>
        <label for="new">New password</label>
        <input id="new" name="new" type="password" autocomplete="new-password" minlength="{PasswordRules.Shortest}" maxlength="{PasswordRules.Longest}" required aria-describedby="rule">
        <p id="rule" class="quiet">At least {PasswordRules.Shortest} characters, any of them. Several words that do not belong together are best.</p>
        <button class="button">Change password</button>
        <p class="message" role="alert"></p>
        </form>
        {(caller.MustChange ? Html.Empty : Tokens(caller.Role))}
        <h2 id="sessions">Sign-ins</h2>
        <p><button id="out" class="button" type="button">Sign out</button> <button id="everywhere" class="button" type="button">Sign out everywhere</button></p>
        <p id="sessions-message" class="message" role="alert"></p>
        """));

    private static Html Tokens(Role own) => Html.Of($"""
        <h2 id="tokens">API tokens</h2>
        <p class="quiet">For programs: <code>Authorization: Bearer bm_…</code>. A token allows at most what you may do, and is shown once.</p>
        <ul id="token-list" class="rows"></ul>
        <form id="add-token" class="form inline" method="post">
        <label for="token-name">What it is for</label>
        <input id="token-name" name="name" maxlength="100" autocomplete="off" required>
        <label for="token-role">Role</label>
        <select id="token-role" name="role">{Enum.GetValues<Role>().Where(role => role <= own).Select(Option)}</select>
        <button class="button">Make a token</button>
        <p class="message" role="alert"></p>
        </form>
        <p id="token-secret" class="notice secret" hidden></p>
        """);

    private static Html People(Caller caller) => Page("People", "people", caller, Routes.People, Html.Of($"""
        <h1>People</h1>
        <ul id="people-list" class="rows" data-me="{caller.Name}"></ul>
        <p id="people-message" class="message" role="alert"></p>
        <h2>Add a person</h2>
        <form id="add-person" class="form" method="post">
        <label for="name">Name to sign in with</label>
        <input id="name" name="name" autocomplete="off" autocapitalize="none" spellcheck="false" pattern="[a-z0-9][a-z0-9._\-]+" minlength="2" maxlength="40" required aria-describedby="name-rule">
        <p id="name-rule" class="quiet">{PersonName.Rule}</p>
        <label for="display">Shown name</label>
        <input id="display" name="display" maxlength="100" autocomplete="off" dir="auto">
        <label for="role">Role</label>
        <select id="role" name="role">{Enum.GetValues<Role>().Select(Option)}</select>
        <button class="button">Add</button>
        <p class="message" role="alert"></p>
        </form>
        <p id="one-time" class="notice secret" hidden></p>
        """));

    private static Html Option(Role role) => Html.Of($"<option>{RoleWords.Of(role)}</option>");

    private static Html Page(string title, string module, Caller? caller, string current, Html body) => Layout.Page(title, Html.Of($"""
        <meta name="robots" content="noindex">
        <script type="module" src="/js/people/{module}.js"></script>
        """), body, caller is { MustChange: false } ? DeskNav.Of(caller, current) : null);
}
