using BorderMap.PostGis.People;

namespace BorderMap.PostGis.Tests;

/// <summary>People, their attempts to sign in, and tokens.</summary>
public sealed class PeopleTests(TestCluster cluster) : StoreTest(cluster)
{
    private static readonly LockOut ThreeFree = new(3, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));

    private PeopleStore People => new(Database, Time);
    private SignIns SignIns => new(Database, Time);
    private TokenStore Tokens => new(Database, Time);

    [Fact]
    public async Task A_name_is_given_once_and_what_was_done_is_on_record_without_a_secret()
    {
        await AddAsync("ada", Role.Admin);
        Assert.Equal(PeopleResult.Taken, await People.AddAsync("ada", "Other", Role.Editor, "hash", "tester", Cancellation));
        Assert.Equal(PeopleResult.Missing, await People.ChangeRoleAsync("nobody", Role.Editor, "tester", Cancellation));
        await People.ResetAsync("ada", "another-hash", "tester", Cancellation);

        Assert.Equal(["tester added as admin ada", "tester password reset ada"], await AskAsync<string>("select by || ' ' || what || ' ' || about from people_event order by seq"));
    }

    [Fact]
    public async Task The_last_admin_stays_one_also_when_two_demote_each_other_at_once()
    {
        await AddAsync("ada", Role.Admin);
        Assert.Equal(PeopleResult.LastAdmin, await People.DisableAsync("ada", "ada", Cancellation));
        Assert.Equal(PeopleResult.LastAdmin, await People.ChangeRoleAsync("ada", Role.Editor, "ada", Cancellation));
        await AddAsync("bo", Role.Admin);
        var results = await Task.WhenAll(People.ChangeRoleAsync("ada", Role.Editor, "bo", Cancellation), People.DisableAsync("bo", "ada", Cancellation));

        Assert.Equal([PeopleResult.Done, PeopleResult.LastAdmin], results.Order());
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("disable")]
    [InlineData("password")]
    [InlineData("everywhere")]
    [InlineData("one")]
    public async Task A_sign_in_ends_by(string act)
    {
        await AddAsync("ada", Role.Admin);
        await AddAsync("bo", Role.Editor);
        var bo = (await People.FindAsync("bo", Cancellation))!;
        Assert.Equal("bo", (await SignIns.HolderAsync("bo", bo.Stamp, "s1", Cancellation))?.Name);
        await (act switch
        {
            "reset" => People.ResetAsync("bo", "x", "ada", Cancellation),
            "disable" => People.DisableAsync("bo", "ada", Cancellation),
            "password" => People.ChangePasswordAsync("bo", "x", Cancellation),
            "everywhere" => People.SignOutEverywhereAsync("bo", Cancellation),
            _ => SignIns.EndAsync("s1", Time.GetUtcNow().AddDays(7), Cancellation),
        });

        Assert.Null(await SignIns.HolderAsync("bo", bo.Stamp, "s1", Cancellation));
        Assert.Equal(act == "one", await SignIns.HolderAsync("bo", bo.Stamp, "s2", Cancellation) is not null);
    }

    [Fact]
    public async Task An_account_is_locked_after_its_free_attempts_twice_as_long_each_time_and_opened_by_the_right_password()
    {
        await AddAsync("ada", Role.Admin);
        for (var i = 0; i < 3; i++)
            Assert.NotNull(await TryAsync("ada"));
        foreach (var minutes in (int[])[1, 2, 3, 3])
        {
            Time.Now += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1);
            Assert.Null(await TryAsync("ada"));
            Time.Now += TimeSpan.FromSeconds(1);
            Assert.NotNull(await TryAsync("ada"));
        }
        Time.Now += TimeSpan.FromMinutes(3);
        var attempt = await TryAsync("ada");
        Assert.True(await SignIns.SucceededAsync(attempt!, null, Cancellation));
        Assert.NotNull(await TryAsync("ada"));
    }

    [Fact]
    public async Task Of_many_attempts_at_once_no_more_reach_the_password_than_are_free()
    {
        await AddAsync("ada", Role.Admin);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync("ada")));

        Assert.Equal(3, attempts.Count(attempt => attempt is not null));
    }

    [Fact]
    public async Task Nobody_signs_in_who_is_unknown_disabled_or_was_given_another_password_meanwhile()
    {
        await AddAsync("ada", Role.Admin);
        await AddAsync("bo", Role.Editor);
        Assert.Null(await TryAsync("nobody"));
        var attempt = await TryAsync("bo");
        await People.ResetAsync("bo", "another", "ada", Cancellation);
        Assert.False(await SignIns.SucceededAsync(attempt!, null, Cancellation));
        await People.DisableAsync("bo", "ada", Cancellation);
        Assert.Null(await TryAsync("bo"));
    }

    [Fact]
    public async Task A_refused_attempt_is_on_record_under_the_name_and_what_is_no_name_is_not()
    {
        await AddAsync("ada", Role.Admin);
        await SignIns.RefusedAsync("ada", Cancellation);
        await SignIns.RefusedAsync("my password", Cancellation);

        Assert.Equal(["ada", ""], await AskAsync<string>("select about from people_event where what = 'sign-in refused' order by seq"));
    }

    [Fact]
    public async Task A_token_is_known_by_its_secret_alone_which_is_stored_nowhere()
    {
        var (_, secret, token) = await Tokens.AddAsync("feed", null, Role.Editor, "tester", Cancellation);

        Assert.Matches("^bm_[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(("token:feed", Role.Editor), Used(await Tokens.UseAsync(secret!, Cancellation)));
        Assert.Null(await Tokens.UseAsync(secret![..^1], Cancellation));
        Assert.Null(await Tokens.UseAsync("", Cancellation));
        Assert.DoesNotContain(secret[3..], string.Concat(await AskAsync<string>("select t::text from api_token t union all select e::text from people_event e")), StringComparison.Ordinal);
        Assert.Equal(PeopleResult.Done, await Tokens.RevokeAsync(token!.Id, null, "tester", Cancellation));
        Assert.Null(await Tokens.UseAsync(secret, Cancellation));
    }

    [Fact]
    public async Task A_token_is_used_to_the_hour()
    {
        var (_, secret, _) = await Tokens.AddAsync("feed", null, Role.Editor, "tester", Cancellation);
        Time.Now = new(2026, 1, 10, 12, 59, 0, TimeSpan.Zero);
        await Tokens.UseAsync(secret!, Cancellation);

        Assert.Equal(new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero), (await Tokens.ListAsync(null, Cancellation)).Single().LastUsed);
    }

    [Fact]
    public async Task A_token_allows_what_its_owner_may_at_the_moment_and_nothing_once_the_owner_is_kept_out()
    {
        await AddAsync("ada", Role.Admin);
        await AddAsync("bo", Role.Editor);
        Assert.Equal(PeopleResult.AboveOwner, (await Tokens.AddAsync("feed", "bo", Role.Admin, "bo", Cancellation)).Result);
        Assert.Equal(PeopleResult.Missing, (await Tokens.AddAsync("feed", "nobody", Role.Editor, "bo", Cancellation)).Result);
        var (_, secret, _) = await Tokens.AddAsync("feed", "bo", Role.Editor, "bo", Cancellation);
        Assert.Equal(PeopleResult.Taken, (await Tokens.AddAsync("feed", "bo", Role.Editor, "bo", Cancellation)).Result);

        Assert.Equal(("bo", Role.Editor), Used(await Tokens.UseAsync(secret!, Cancellation)));
        await People.ChangeRoleAsync("bo", Role.Contributor, "ada", Cancellation);
        Assert.Equal(("bo", Role.Contributor), Used(await Tokens.UseAsync(secret!, Cancellation)));
        await People.DisableAsync("bo", "ada", Cancellation);
        Assert.Null(await Tokens.UseAsync(secret!, Cancellation));
    }

    [Fact]
    public async Task One_revokes_only_ones_own()
    {
        await AddAsync("ada", Role.Admin);
        await AddAsync("bo", Role.Editor);
        var (_, _, token) = await Tokens.AddAsync("feed", "ada", Role.Editor, "ada", Cancellation);

        Assert.Equal(PeopleResult.Missing, await Tokens.RevokeAsync(token!.Id, "bo", "bo", Cancellation));
        Assert.Empty(await Tokens.ListAsync("bo", Cancellation));
        Assert.Equal(PeopleResult.Done, await Tokens.RevokeAsync(token.Id, "ada", "ada", Cancellation));
    }

    private static (string, Role)? Used(ApiToken? token) => token is null ? null : (token.ActsAs, token.Role);

    private Task<SignInAttempt?> TryAsync(string name) => SignIns.BeginAsync(name, ThreeFree, Cancellation);

    private async Task AddAsync(string name, Role role) =>
        Assert.Equal(PeopleResult.Done, await People.AddAsync(name, name.ToUpperInvariant(), role, "hash", "tester", Cancellation));
}
