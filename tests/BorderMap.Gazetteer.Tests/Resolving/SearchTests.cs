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
    [InlineData("peshaur", "1108692347")]
    [InlineData("pehsaw", "1108692347")]
    [InlineData("paktiy", "85667641")]
    [InlineData("nangrah", "85667591")]
    [InlineData("torkkam", "x-torkham-crossing")]
    [InlineData("spin buld", "1108562519")]
    [InlineData("پیشاو", "1108692347")]
    public void Forgives_a_slip_or_another_spelling(string typed, string among) =>
        Assert.Contains(among, Resolver.Search(typed).Select(candidate => candidate.Place.Id));

    [Fact]
    public void Completes_in_the_other_script_what_is_recorded_in_one()
    {
        static bool IsArabic(string text) => text.Any(c => c >= 'ء');
        var town = CommittedAtlas.Value.Places.All.First(place => place.Name == "Abbaspura" && place.Names.All(name => !IsArabic(name.Text)));
        Assert.Contains(Resolver.Search("عباسپورا", 25), candidate => candidate.Place.Name == town.Name);
    }

    [Fact]
    public void Finds_most_districts_by_misspelt_beginnings()
    {
        var (misspeller, tried, found) = (new Misspeller(seed: 3), 0, 0);
        foreach (var place in CommittedAtlas.Value.Places.All.Where(place => place.Kind is PlaceKind.District or PlaceKind.Province or PlaceKind.Crossing))
        {
            var written = misspeller.Misspell(place.Name);
            if (place.Name.Length >= 6 && written[..2] == place.Name[..2])
            {
                tried++;
                found += Resolver.Search(written[..(written.Length * 3 / 4)]).Any(candidate => candidate.Place.Id == place.Id) ? 1 : 0;
            }
        }
        Assert.True(found >= 0.8 * tried, $"{found} of {tried}");
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(200)]
    public void Bears_long_and_odd_texts(int length)
    {
        foreach (var part in new[] { "a", " ", "\0", "\u202B", "خ", "kخ ", "\uD800", "%", "1" })
        {
            Assert.NotNull(Resolver.Search(string.Concat(Enumerable.Repeat(part, length / part.Length))));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("zzzzqqqq")]
    [InlineData("%_'\"<>")]
    public void Finds_nothing_where_nothing_is(string typed) => Assert.Empty(Resolver.Search(typed));
}
