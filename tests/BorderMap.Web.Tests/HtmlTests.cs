using BorderMap.Web.Pages;

namespace BorderMap.Web.Tests;

public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("\" onload=\"x", "&quot; onload=&quot;x")]
    [InlineData("'x' & y", "&#x27;x&#x27; &amp; y")]
    [InlineData("تورخم", "تورخم")]
    [InlineData(null, "")]
    public void Encodes_every_value(string? value, string encoded) => Assert.Equal($"<p title=\"{encoded}\">{encoded}</p>", Html.Of($"<p title=\"{value}\">{value}</p>").ToString());

    [Fact]
    public void Keeps_finished_html_as_it_is()
    {
        var items = "a<".Select(letter => Html.Of($"<li>{letter.ToString()}</li>"));

        Assert.Equal("<ul><li>a</li><li>&lt;</li></ul>", Html.Of($"<ul>{items}</ul>").ToString());
    }

    [Theory]
    [InlineData("https://example.org/a?b=c", true)]
    [InlineData("http://example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//example.org", false)]
    [InlineData("not a url", false)]
    [InlineData(null, false)]
    public void Follows_only_web_addresses(string? url, bool followed) => Assert.Equal(followed ? url : null, Html.WebAddress(url));
}
