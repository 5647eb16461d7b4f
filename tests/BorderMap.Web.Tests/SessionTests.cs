using System.Net;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests;

/// <summary>Signing in and out.</summary>
public sealed class SessionTests(SharedSite shared) : FreshSite(shared)
{
    private const string Chosen = "another horse entirely 7";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.AddPersonAsync("ada", Role.Admin);
        await Site.AddPersonAsync("bo", Role.Editor);
    }

    [Fact]
    public async Task One_signs_in_and_out_and_a_copied_cookie_ends_with_the_sign_in()
    {
        using var browser = await Site.SignedInAsync("Bo ");
        var session = await browser.JsonAsync("/api/session");
        Assert.Equal(("bo", "BO", "editor", false), (session.GetProperty("name").GetString(), session.GetProperty("display").GetString(), session.GetProperty("role").GetString(), session.GetProperty("must_change").GetBoolean()));
        using var copy = new Browser(Site.Http.BaseAddress!);
        copy.Cookies.Add(browser.Cookies.GetAllCookies());
        Assert.Equal(204, await browser.StatusAsync(HttpMethod.Delete, "/api/session"));

        Assert.Empty(browser.Cookies.GetAllCookies());
        Assert.False((await browser.JsonAsync("/api/session")).GetProperty("signed_in").GetBoolean());
        Assert.False((await copy.JsonAsync("/api/session")).GetProperty("signed_in").GetBoolean());
    }

    [Fact]
    public async Task The_cookie_is_the_servers_alone_and_its_prefix_follows_the_scheme()
    {
        using var plain = await Site.Browser().SignInAsync("bo");
        Assert.Matches("^bordermap=[^;]+; path=/; samesite=lax; httponly$", plain.Header("Set-Cookie"));
        await using var app = App.Build(new AppParts(new Settings { Home = "/nowhere", TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] }, Site.Content, Site.Services.GetRequiredService<Gazetteer.Atlas>(), Site.Database, Site.Time), ["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(Cancellation);
        using var behindTls = new Browser(new Uri(app.Urls.First()));
        using var secure = await behindTls.SendAsync(HttpMethod.Post, "/api/session", new { name = "bo", password = People.Password }, ("X-Forwarded-Proto", "https"));

        await app.StopAsync(Cancellation);

        Assert.Matches("^__Host-bordermap=[^;]+; path=/; secure; samesite=lax; httponly$", secure.Header("Set-Cookie"));
    }

    [Fact]
    public async Task Whoever_only_reads_gets_no_cookie()
    {
        foreach (var path in new[] { "/", "/api/session", "/sign-in", "/api/incidents", "/account", "/api/users", "/method" })
        {
            using var response = await Site.GetAsync(path);
            Assert.Null(response.Header("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Every_refusal_reads_the_same_whoever_is_meant()
    {
        await Site.Services.GetRequiredService<PeopleStore>().DisableAsync("bo", "ada", Cancellation);
        await LockAsync("ada");
        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("ada", "wrong password here"), ("ada", People.Password), ("bo", People.Password), ("nobody", People.Password), ("", ""), ("no name at all \u0000", "x"), ("ada", new string('x', 5000)) })
        {
            using var browser = Site.Browser();
            using var response = await browser.SignInAsync(name, password);
            answers.Add($"{(int)response.StatusCode} {response.Header("WWW-Authenticate")} {response.Header("Set-Cookie")} {await response.TextAsync()}");
        }

        Assert.StartsWith("401 Bearer  ", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_locked_account_opens_again_by_itself_and_its_sign_ins_go_on()
    {
        using var browser = await Site.SignedInAsync("ada");
        await LockAsync("ada");
        Assert.Equal(401, await SignInAsync("ada", People.Password));
        Assert.Equal(200, await browser.StatusAsync(HttpMethod.Get, "/api/users"));
        Site.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(200, await SignInAsync("ada", People.Password));
    }

    [Fact]
    public async Task A_sign_in_lives_while_it_is_used_and_no_longer_than_a_week()
    {
        using var idle = await Site.SignedInAsync("bo");
        using var used = await Site.SignedInAsync("bo");
        for (var hours = 0; hours < 7 * 24; hours += 8)
        {
            Assert.True((await used.JsonAsync("/api/session")).GetProperty("signed_in").GetBoolean(), $"after {hours} hours");
            Site.Time.Advance(TimeSpan.FromHours(8));
        }

        Assert.False((await idle.JsonAsync("/api/session")).GetProperty("signed_in").GetBoolean());
        Assert.False((await used.JsonAsync("/api/session")).GetProperty("signed_in").GetBoolean());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_of_ones_own_sign_ins_and_nobody_elses()
    {
        using var one = await Site.SignedInAsync("bo");
        using var two = await Site.SignedInAsync("bo");
        using var ada = await Site.SignedInAsync("ada");
        Assert.Equal(204, await one.StatusAsync(HttpMethod.Delete, "/api/session?everywhere=true"));

        Assert.Equal(401, await one.StatusAsync(HttpMethod.Get, "/api/tokens"));
        Assert.Equal(401, await two.StatusAsync(HttpMethod.Get, "/api/tokens"));
        Assert.Equal(200, await ada.StatusAsync(HttpMethod.Get, "/api/tokens"));
    }

    [Fact]
    public async Task Changing_the_password_keeps_this_sign_in_and_ends_the_others()
    {
        using var here = await Site.SignedInAsync("bo");
        using var there = await Site.SignedInAsync("bo");
        using var changed = await here.SendAsync(HttpMethod.Post, "/api/session/password", new { current = People.Password, @new = Chosen });
        here.Antiforgery = (await changed.JsonAsync()).GetProperty("antiforgery").GetString();

        Assert.Equal(200, await here.StatusAsync(HttpMethod.Get, "/api/tokens"));
        Assert.Equal(401, await there.StatusAsync(HttpMethod.Get, "/api/tokens"));
        Assert.Equal(401, await SignInAsync("bo", People.Password));
        Assert.Equal(200, await SignInAsync("bo", Chosen));
    }

    [Theory]
    [InlineData(People.Password, "short", 422, "new")]
    [InlineData(People.Password, People.Password, 422, "new")]
    [InlineData("not the current one", Chosen, 403, "current")]
    public async Task A_password_is_not_changed_for_a_bad_one_nor_without_the_current_one(string current, string chosen, int status, string field)
    {
        using var browser = await Site.SignedInAsync("bo");
        using var response = await browser.SendAsync(HttpMethod.Post, "/api/session/password", new { current, @new = chosen });
        var problem = await response.JsonAsync();

        Assert.Equal((status, field), ((int)response.StatusCode, problem.GetProperty("field").GetString()));
        Assert.DoesNotContain(chosen, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, await SignInAsync("bo", People.Password));
    }

    [Fact]
    public async Task With_a_one_time_password_one_can_do_nothing_but_choose_another()
    {
        using var ada = await Site.SignedInAsync("ada");
        using var reset = await ada.SendAsync(HttpMethod.Post, "/api/users/bo/reset");
        var once = (await reset.JsonAsync()).GetProperty("password").GetString()!;
        using var bo = await Site.SignedInAsync("bo", once);

        Assert.True((await bo.JsonAsync("/api/session")).GetProperty("must_change").GetBoolean());
        foreach (var path in new[] { "/api/tokens", "/people" })
        {
            using var refused = await bo.GetAsync(path);
            Assert.Equal(path == "/people" ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, refused.StatusCode);
        }
        Assert.Equal(200, await bo.StatusAsync(HttpMethod.Get, "/account"));
        Assert.Equal(200, await bo.StatusAsync(HttpMethod.Post, "/api/session/password", new { current = once, @new = Chosen }));
        Assert.Equal(200, await bo.StatusAsync(HttpMethod.Get, "/api/tokens"));
    }

    [Fact]
    public async Task What_changes_something_needs_the_token_of_this_very_sign_in_and_a_page_of_ours()
    {
        using var browser = await Site.SignedInAsync("bo");
        using var other = await Site.SignedInAsync("bo");
        var own = browser.Antiforgery;
        foreach (var token in new[] { null, "", "made up", other.Antiforgery })
        {
            browser.Antiforgery = token;
            Assert.Equal(403, await browser.StatusAsync(HttpMethod.Post, "/api/tokens", new { name = "x", role = "editor" }));
        }
        browser.Antiforgery = own;
        Assert.Equal(403, await browser.StatusAsync(HttpMethod.Post, "/api/tokens", new { name = "x", role = "editor" }, ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(403, await browser.StatusAsync(HttpMethod.Post, "/api/session", new { name = "bo", password = People.Password }, ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(201, await browser.StatusAsync(HttpMethod.Post, "/api/tokens", new { name = "x", role = "editor" }, ("Sec-Fetch-Site", "same-origin")));
    }

    [Fact]
    public async Task A_form_of_a_foreign_page_cannot_sign_anybody_in()
    {
        using var form = new FormUrlEncodedContent([new("name", "bo"), new("password", People.Password)]);
        using var response = await Site.Http.PostAsync("/api/session", form, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task No_foreign_page_reads_what_depends_on_who_asks_and_no_cache_keeps_it()
    {
        using var browser = await Site.SignedInAsync("ada");
        foreach (var path in new[] { "/api/session", "/api/tokens", "/api/users", "/account", "/people" })
        {
            using var response = await browser.GetAsync(path);
            Assert.Null(response.Header("Access-Control-Allow-Origin"));
            Assert.Null(response.Header("Access-Control-Allow-Credentials"));
            Assert.Equal("no-store", response.Header("Cache-Control"));
            Assert.Contains("Cookie", response.Header("Vary"), StringComparison.Ordinal);
        }
        using var preflight = await Site.SendAsync(HttpMethod.Options, "/api/session", ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type,x-antiforgery"));
        Assert.DoesNotContain("POST", preflight.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.DoesNotContain("Antiforgery", preflight.Header("Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Bearer bm_nonsense", 401)]
    [InlineData("bearer", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Basic YWRhOmFkYQ==", 200)]
    public async Task A_bad_token_is_told_so_and_what_is_for_a_proxy_is_let_be(string authorization, int status)
    {
        using var response = await Site.GetAsync("/api/session", ("Authorization", authorization));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_client_that_tries_too_often_is_asked_to_wait()
    {
        using var browser = Site.Browser();
        // At once: one after the other, a slow machine would take as long as the limit forgives.
        var responses = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => browser.SignInAsync($"nobody{i}", "whatever it may be")));
        var refused = responses.Where(response => response.StatusCode == HttpStatusCode.TooManyRequests).ToList();

        Assert.NotEmpty(refused);
        Assert.Equal("too-many-requests", (await ProblemTests.PrivateProblemOf(refused[0], 429)).GetProperty("code").GetString());
        Assert.NotNull(refused[0].Header("Retry-After"));
        foreach (var response in responses)
        {
            response.Dispose();
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null,"password":null}""")]
    [InlineData("""{"name":"bo"}""")]
    [InlineData("""{"name":["bo"],"password":"x"}""")]
    [InlineData("not json")]
    public async Task A_sign_in_that_cannot_be_read_is_told_so(string body)
    {
        using var browser = Site.Browser();
        Assert.Equal(400, await browser.StatusAsync(HttpMethod.Post, "/api/session", body));
    }

    private async Task LockAsync(string name)
    {
        var signIns = Site.Services.GetRequiredService<SignIns>();
        for (var i = 0; i < Limits.LockOut.Free; i++)
        {
            await signIns.BeginAsync(name, Limits.LockOut, Cancellation);
        }
    }

    private async Task<int> SignInAsync(string name, string password)
    {
        using var browser = Site.Browser();
        using var response = await browser.SignInAsync(name, password);
        return (int)response.StatusCode;
    }
}
