using System.Net;
using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>Search, resolve, reverse and the document of one place.</summary>
public sealed class PlaceTests(SharedSite shared)
{
    private const string Khost = "85667563";

    [Theory]
    [InlineData("kind=crossing", "kind", "crossing")]
    [InlineData("country=PK", "country", "PK")]
    [InlineData("kind=district&country=AF", "country", "AF")]
    public async Task Narrows_a_search_to_a_kind_and_a_country(string narrow, string member, string value)
    {
        var found = await Places($"/api/places/search?q=spin&{narrow}");

        Assert.NotEmpty(found);
        Assert.All(found, place => Assert.Equal(value, place.GetProperty(member).GetString()));
    }

    [Fact]
    public async Task Puts_the_nearest_of_what_it_finds_first()
    {
        var found = await Places("/api/places/search?q=chaman&near=66.45,30.92");

        Assert.InRange(Math.Abs(found[0].GetProperty("lon").GetDouble() - 66.45), 0, 0.3);
        Assert.InRange(Math.Abs(found[0].GetProperty("lat").GetDouble() - 30.92), 0, 0.3);
    }

    [Theory]
    [InlineData("lang=ps", "", "ps", "کابل")]
    [InlineData("lang=fa", "", "fa", "کابل")]
    [InlineData("lang=prs", "", "prs", "کابل")]
    [InlineData("lang=ur", "", "ur", "کابل")]
    [InlineData("lang=en", "ur", "en", "Kabul")]
    [InlineData("", "", "en", "Kabul")]
    [InlineData("", "xx, ur-PK;q=0.8, en;q=0.5", "ur", "کابل")]
    [InlineData("", "fa-AF", "prs", "کابل")]
    [InlineData("", "de, fr;q=0.9", "en", "Kabul")]
    [InlineData("", "ps;q=0, en", "en", "Kabul")]
    public async Task Names_places_in_the_language_asked_for_and_says_which(string lang, string accepted, string used, string name)
    {
        foreach (var path in new[] { "/api/places/search?q=Kabul&kind=province", "/api/places/resolve?name=Kabul&kind=province", "/api/places/85667603?", "/api/places/reverse?lon=69.2&lat=34.53" })
        {
            using var response = await shared.Site.GetAsync($"{path}&{lang}".TrimEnd('&'), [.. accepted.Length > 0 ? new[] { ("Accept-Language", accepted) } : []]);
            var answer = await response.JsonAsync();

            Assert.Equal(used, answer.GetProperty("lang").GetString());
            Assert.Equal(used, response.Header("Content-Language"));
            Assert.Contains("Accept-Language", response.Header("Vary"), StringComparison.Ordinal);
            Assert.Contains(name, answer.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Falls_back_to_latin_script_and_says_so()
    {
        var places = shared.Atlas.Places.All;
        var latin = places.First(place => place.Names.All(name => name.Language is "und" or "eng") && place.Names.All(name => name.Text.All(char.IsAscii)));
        var answer = await shared.Site.JsonAsync($"/api/places/{latin.Id}?lang=ps");

        Assert.Equal("ps", answer.GetProperty("lang").GetString());
        Assert.Equal("en", answer.GetProperty("name_lang").GetString());
        Assert.Equal(latin.Name, answer.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_tag_of_an_answer_depends_on_the_language_asked_for()
    {
        using var english = await shared.Site.GetAsync("/api/places/" + Khost);
        using var urdu = await shared.Site.GetAsync("/api/places/" + Khost, ("Accept-Language", "ur"));
        using var again = await shared.Site.GetAsync("/api/places/" + Khost, ("Accept-Language", "ur"), ("If-None-Match", urdu.Header("ETag")!));

        Assert.NotEqual(english.Header("ETag"), urdu.Header("ETag"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Resolves_with_all_evidence_that_a_query_can_give()
    {
        var answer = await shared.Site.JsonAsync("/api/places/resolve?name=Jani%20Khel&context=Paktia&country=AF&kind=district&near=69.8,33.7&near-line=true&on=2015-06-30&limit=3");

        Assert.Equal("Jani Khel", answer.GetProperty("query").GetString());
        var best = answer.GetProperty("candidates")[0];
        Assert.Equal(("district", "Paktia"), (best.GetProperty("kind").GetString(), best.GetProperty("province").GetString()));
        Assert.InRange(answer.GetProperty("candidates").GetArrayLength(), 1, 3);
    }

    [Fact]
    public async Task Tells_nearest_places_and_every_notation_of_a_position()
    {
        var answer = await shared.Site.JsonAsync("/api/places/reverse?lon=71.08&lat=34.13&limit=4");

        foreach (var member in new[] { "lon", "lat", "district", "province", "country", "side", "line_distance_km", "line_km", "words", "mgrs", "utm", "dms", "nearest", "crossings" })
        {
            Assert.True(answer.TryGetProperty(member, out _), member);
        }
        Assert.InRange(answer.GetProperty("nearest").GetArrayLength(), 0, 4);
    }

    [Fact]
    public async Task Gives_a_place_with_what_holds_it_and_its_names_with_their_languages()
    {
        var torkham = await shared.Site.JsonAsync("/api/places/x-torkham-crossing");

        Assert.Equal("country", torkham.GetProperty("within").EnumerateArray().Last().GetProperty("kind").GetString());
        Assert.All(torkham.GetProperty("names").EnumerateArray(), name => Assert.Equal(3, name.GetProperty("language").GetString()!.Length));
        foreach (var member in new[] { "former_parents", "today", "members" })
        {
            Assert.Equal(JsonValueKind.Array, torkham.GetProperty(member).ValueKind);
        }
    }

    [Fact]
    public async Task An_id_that_was_superseded_leads_to_its_successor()
    {
        var (old, successor) = Superseded();
        using var document = await shared.Site.GetAsync($"/api/places/{old}?boundary=true");
        using var page = await shared.Site.GetAsync($"/places/{old}");

        Assert.Equal(HttpStatusCode.MovedPermanently, document.StatusCode);
        Assert.EndsWith($"/api/places/{successor}?boundary=true", document.Header("Location"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MovedPermanently, page.StatusCode);
        Assert.EndsWith($"/places/{successor}", page.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allows_questions_by_post_from_any_origin_where_they_change_nothing()
    {
        foreach (var (path, allowed) in new[] { ("/api/places/resolve", true), ("/reconcile", true), ("/api/places/search", false) })
        {
            using var response = await shared.Site.SendAsync(HttpMethod.Options, path, ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

            Assert.Equal(allowed, response.Header("Access-Control-Allow-Methods")!.Contains("POST", StringComparison.Ordinal));
            Assert.Contains("Content-Type", response.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
        }
    }

    private static (string Old, string Successor) Superseded()
    {
        var row = File.ReadLines(Path.Combine(Site.Content.Data, "gazetteer", "successors.tsv")).ElementAt(1).Split('\t');
        return (row[0], row[1]);
    }

    private async Task<List<JsonElement>> Places(string path) => [.. (await shared.Site.JsonAsync(path)).GetProperty("places").EnumerateArray()];
}
