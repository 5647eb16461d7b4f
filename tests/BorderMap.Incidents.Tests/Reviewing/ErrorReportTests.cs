using BorderMap.Incidents.Reviewing;

namespace BorderMap.Incidents.Tests.Reviewing;

public class ErrorReportTests
{
    private static readonly ErrorReport Good = new() { Incident = "i-aaaaaaaaaa", Words = "The day is wrong:\nit was the 12th." };

    [Fact]
    public void Words_in_any_script_with_a_source_and_a_contact_are_taken() => Assert.Empty(
        (Good with { Words = "دا نېټه ناسمه ده", SourceUrl = "https://example.org/right", Contact = "reader@example.org", Version = 3 }).Check());

    [Theory]
    [InlineData("incident", "i-AAAAAAAAAA")]
    [InlineData("incident", "")]
    [InlineData("words", "  ")]
    [InlineData("words", "a\u202Eb")]
    [InlineData("words", "a\u0000b")]
    [InlineData("source_url", "javascript:alert(1)")]
    [InlineData("source_url", "")]
    [InlineData("contact", "two\nlines")]
    public void Names_what_cannot_be_kept(string field, string value)
    {
        var report = field switch
        {
            "incident" => Good with { Incident = value },
            "words" => Good with { Words = value },
            "source_url" => Good with { SourceUrl = value },
            _ => Good with { Contact = value },
        };

        Assert.Contains(report.Check(), problem => problem.Field == field && problem.Fix.Length > 0);
    }

    [Fact]
    public void Long_texts_and_versions_that_cannot_be_are_refused()
    {
        Assert.Equal(["words", "contact", "version"], (Good with { Words = new('x', 2001), Contact = new('x', 201), Version = 0 }).Check().Select(problem => problem.Field));
    }
}
