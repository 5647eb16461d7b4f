namespace BorderMap.Gazetteer.Tests.Resolving;

public class SearchTests
{
    private static PlaceResolver Resolver => CommittedAtlas.Value.Resolver;

    [Theory]
    [InlineData("torkh", "x-torkham-crossing")]
    [InlineData("spin b", "1108562519")]
    [InlineData("boldak sp", "1108562519")]
    [InlineData("peshaw", "1108692347")]
    [InlineData("خوس", "85667563")]
    [InlineData("كاب", "85667603")]
    [InlineData("تورخ", "x-torkham-crossing")]
    [InlineData("jaji ary", "1108561789")]
    [InlineData("wazir", "x-waziristan-area")]
    [InlineData("angoor", "x-angoor-adda-crossing")]
    public void Completes_what_is_being_typed(string typed, string first) => Assert.Equal(first, Resolver.Search(typed)[0].Place.Id);

    [Fact]
    public void Shows_large_places_before_small_ones()
    {
        var kinds = Resolver.Search("kh", 10).Select(c => c.Place.Kind).ToList();
        Assert.Contains(PlaceKind.Province, kinds);
        Assert.DoesNotContain(PlaceKind.Locality, kinds.Take(3));
    }

    [Fact]
    public void Shows_each_place_once_and_no_more_than_asked()
    {
        var ids = Resolver.Search("k", 25).Select(c => c.Place.Id).ToList();
        Assert.Equal(25, ids.Distinct().Count());
        Assert.Equal(25, ids.Count);
    }

    [Fact]
    public void Gives_only_places_that_count_however_many_others_begin_so()
    {
        var found = Resolver.Search("a", 10, place => place.Kind is PlaceKind.Crossing);

        Assert.Contains("x-angoor-adda-crossing", found.Select(c => c.Place.Id));
        Assert.All(found, c => Assert.Equal(PlaceKind.Crossing, c.Place.Kind));
        Assert.Equal(["x-torkham-crossing"], Resolver.Search("Torkhamm", 3, place => place.Kind is PlaceKind.Crossing).Select(c => c.Place.Id));
    }

    [Fact]
    public void Falls_back_to_other_spellings_when_nothing_begins_so() => Assert.Equal("1108562519", Resolver.Search("Spin Buldakk")[0].Place.Id);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("zzzzqqqq")]
    [InlineData("%_'\"<>")]
    public void Finds_nothing_where_nothing_is(string typed) => Assert.Empty(Resolver.Search(typed));
}
