using BorderMap.Web.Security;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class PasswordRulesTests
{
    private static readonly PasswordRules Rules = PasswordRules.Read(Site.Content);

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("987654321098")]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd-P@ssw0rd")]
    [InlineData("QwertyUiop123")]
    [InlineData("Welcome2BorderMap!")]
    [InlineData("ahmad.khan.ahmad.khan")]
    [InlineData("ahmad.khan12")]
    [InlineData("Afghanistan2025")]
    [InlineData("letmeinletmein")]
    public void Refuses_what_is_short_or_tried_first(string password)
    {
        var problem = Rules.Check(password, "ahmad.khan");

        Assert.Equal("new", problem?.Field);
        Assert.Null(problem!.Value);
        Assert.DoesNotContain(password, problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("zwölf Boxkämpfer jagen")]
    [InlineData("د خیبر له لارې تېر شو")]
    [InlineData("k4-Ttz9-wQm2-8bRf")]
    [InlineData("the kettle is under my bed")]
    public void Takes_what_is_long_and_their_own(string password) => Assert.Null(Rules.Check(password, "ahmad.khan"));

    [Fact]
    public void Takes_256_characters_and_no_more()
    {
        var longest = string.Concat(Enumerable.Repeat("seven sheep walk 8 miles", 11))[..256];
        Assert.Null(Rules.Check(longest, "ada"));
        Assert.NotNull(Rules.Check(longest + "x", "ada"));
    }

    [Fact]
    public void A_one_time_password_meets_the_rules() => Assert.Null(Rules.Check(Passwords.OneTime(), "ada"));
}
