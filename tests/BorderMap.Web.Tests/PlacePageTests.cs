using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class PlacePageTests(SharedSite shared)
{
    [Fact]
    public async Task Tells_a_person_what_a_place_is_where_it_lies_and_what_happened_there()
    {
        using var response = await shared.Site.GetAsync("/places/x-torkham-crossing");
        var page = await response.TextAsync();

        foreach (var part in new[] { "<h1>Torkham", "dir=\"rtl\"", "Crossing in ", "href=\"/?place=x-torkham-crossing\"", "href=\"/api/places/x-torkham-crossing?boundary=true\"", "Durand Line", "latitude, longitude, WGS 84", "<svg", "rel=\"canonical\"" })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country")]
    [InlineData("province")]
    [InlineData("district")]
    [InlineData("locality")]
    [InlineData("crossing")]
    [InlineData("area")]
    public async Task Every_kind_of_place_has_its_page_with_links_that_lead_somewhere(string kind)
    {
        if (shared.Atlas.Places.All.FirstOrDefault(place => place.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)) is not { } place)
        {
            Assert.Skip($"the gazetteer has no {kind}");
            return;
        }
        using var response = await shared.Site.GetAsync($"/places/{place.Id}");
        var page = await response.TextAsync();
        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"(/places/[^\"]+)\"").Select(match => match.Groups[1].Value).Distinct();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        foreach (var link in links)
        {
            using var other = await shared.Site.GetAsync(link);
            Assert.Equal((link, HttpStatusCode.OK), (link, other.StatusCode));
        }
    }

    [Theory]
    [InlineData("/places/nowhere")]
    [InlineData("/places/%3Cscript%3E")]
    [InlineData("/places/%F0%9F%92%A9")]
    public async Task A_place_that_is_not_there_is_told_to_person_and_program(string path)
    {
        using var person = await shared.Site.GetAsync(path, ("Accept", "text/html"));
        using var program = await shared.Site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, person.StatusCode);
        Assert.DoesNotContain("<script>", await person.TextAsync(), StringComparison.Ordinal);
        await ProblemTests.ProblemOf(program, 404);
    }
}
