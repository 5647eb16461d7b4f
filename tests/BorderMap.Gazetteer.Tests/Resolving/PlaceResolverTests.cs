namespace BorderMap.Gazetteer.Tests.Resolving;

public class PlaceResolverTests
{
    private const string Khost = "85667563", SouthWaziristan = "1108692389", NorthWaziristan = "890422345", JajiAryub = "1108561789",
        SpinBoldak = "1108562519", KandaharProvince = "85667549", KandaharTown = "421186119", Paktia = "85667641";

    private static PlaceResolver Resolver => CommittedAtlas.Value.Resolver;

    [Theory]
    [InlineData("Khost", Khost)]
    [InlineData("Khowst", Khost)]
    [InlineData("خوست", Khost)]
    [InlineData("Khost province", Khost)]
    [InlineData("Kandahar", KandaharProvince)]
    [InlineData("Paktya", Paktia)]
    [InlineData("South Waziristan", SouthWaziristan)]
    [InlineData("South Waziristan Agency", SouthWaziristan)]
    [InlineData("N. Waziristan", NorthWaziristan)]
    [InlineData("Spin Buldak", SpinBoldak)]
    [InlineData("سپین بولدک", SpinBoldak)]
    [InlineData("Aryub Zazai", JajiAryub)]
    [InlineData("اریوب ځاځی", JajiAryub)]
    [InlineData("Torkham", "x-torkham-crossing")]
    [InlineData("torkham border crossing", "x-torkham-crossing")]
    [InlineData("تورخم", "x-torkham-crossing")]
    [InlineData("طورخم", "x-torkham-crossing")]
    [InlineData("Friendship Gate", "x-spin-boldak-chaman-crossing")]
    [InlineData("Angoor Ada", "x-angoor-adda-crossing")]
    [InlineData("Chaman", "421167899")]
    [InlineData("Wana", "421205185")]
    [InlineData("Miran Shah", "421175491")]
    [InlineData("Peshawar", "1108692347")]
    [InlineData("Quetta", "890438109")]
    [InlineData("Zhob", "890455843")]
    [InlineData("Landi Kotal", "421167239")]
    [InlineData("Nangrahar", "85667591")]
    [InlineData("Balochistn", "85675733")]
    public void Resolves_a_name_alone(string name, string id) => Check(Resolver.Resolve(name), ResolutionStatus.Resolved, id);

    [Theory]
    [InlineData("Jani Khel", "Paktia", "1108562099")]
    [InlineData("Jani Khel", "Paktika", "1108562101")]
    [InlineData("Jani Khel", "paktyka", "1108562101")]
    [InlineData("Spin Boldak", "Kandahar", SpinBoldak)]
    [InlineData("Kandahar", "Kandahar, Afghanistan", KandaharTown)]
    [InlineData("Kurram Agency", "FATA", "1108692271")]
    [InlineData("Arghandab", "Zabol", "1108561813")]
    [InlineData("Dand-e-Patan district", "Paktia", "1108561927")]
    [InlineData("Ghulam Khan", "Khost", "x-ghulam-khan-crossing")]
    [InlineData("Wana", "S. Waziristan, Pakistan", "421205185")]
    [InlineData("Musa Khel", "Balochistan, Pakistan", "1108692317")]
    public void Resolves_a_name_by_its_context(string name, string context, string id)
    {
        Check(Resolver.Resolve(name, context), ResolutionStatus.Resolved, id);
        Check(Resolver.Resolve($"{name}, {context}"), ResolutionStatus.Resolved, id);
    }

    [Theory]
    [InlineData("Paktia, Jani Khel", "1108562099")]
    [InlineData("Afghanistan, Paktika, Jani Khel", "1108562101")]
    [InlineData("افغانستان، قندهار، سپین بولدک", SpinBoldak)]
    public void Reads_the_context_from_far_to_near_too(string name, string id) => Check(Resolver.Resolve(name), ResolutionStatus.Resolved, id);

    [Theory]
    [InlineData("Giwi, Jaji Aryub, Paktia")]
    [InlineData("Paktia, Jaji Aryub, Giwi")]
    [InlineData("Giwi, Jaji Aryub")]
    [InlineData("Spina Shaga, Aryub Zazai, Paktya")]
    [InlineData("Mani Jabha, Jaji Aryub, Paktia, Afghanistan")]
    public void Says_the_district_where_no_source_has_the_village(string name)
    {
        var resolution = Resolver.Resolve(name);
        Check(resolution, ResolutionStatus.Approximate, JajiAryub);
        var best = resolution.Candidates[0];
        Assert.Equal(PlacePrecision.District, best.Precision);
        Assert.Equal(best.Place.RadiusM, best.RadiusM);
        Assert.Contains("no source records", best.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolves_in_a_context_whose_readings_lie_in_each_other() =>
        Check(Resolver.Resolve("Bahramcha, Helmand"), ResolutionStatus.Resolved, "x-bahramcha-crossing");

    [Fact]
    public void Reads_a_context_by_the_rest_of_it() =>
        Check(Resolver.Resolve("Xyzzyqwv, Musa Khel, Balochistan"), ResolutionStatus.Approximate, "1108692317");

    [Fact]
    public void Shows_a_namesake_elsewhere_behind_the_district_and_says_so()
    {
        var other = Resolver.Resolve("Giwi, Jaji Aryub, Paktia").Candidates[1];
        Assert.Equal("Giwi", other.Place.Name);
        Assert.EndsWith("but not in Jaji Aryub, Paktia", other.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jani Khel", "1108562099", "1108562101")]
    [InlineData("Arghandab", "1108561811", "1108561813")]
    public void Leaves_two_districts_of_one_name_to_a_person(string name, params string[] ids)
    {
        var resolution = Resolver.Resolve(name);
        Assert.Equal(ResolutionStatus.Ambiguous, resolution.Status);
        Assert.Equal(ids, resolution.Candidates.Take(ids.Length).Select(c => c.Place.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Says_the_alternatives_of_a_province_that_shares_its_name()
    {
        var others = Resolver.Resolve("Khost").Candidates.Skip(1).Select(c => c.Place.Kind).ToList();
        Assert.Contains(PlaceKind.District, others);
        Assert.Contains(PlaceKind.Locality, others);
    }

    [Theory]
    [InlineData("Khost", "421171977")] // Kabul district
    [InlineData("South Waziristan", "1108692179")] // Lakki Marwat
    [InlineData("Zhob", "890420091")] // Loralai
    [InlineData("Peshawar", "1108692151")] // Charsadda
    public void Never_gives_a_place_that_a_source_misnamed(string name, string wrong) =>
        Assert.DoesNotContain(wrong, Resolver.Resolve(name, limit: 50).Candidates.Select(c => c.Place.Id));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Xyzzyqwv")]
    [InlineData("\u0000\u0001\u200F")]
    [InlineData("，。！？")]
    [InlineData(",,,;؛،")]
    [InlineData("((((")]
    [InlineData("'; DROP TABLE place; --<script>alert(1)</script>")]
    public void Knows_that_it_does_not_know(string name)
    {
        var resolution = Resolver.Resolve(name);
        Assert.Equal(ResolutionStatus.Unknown, resolution.Status);
        Assert.Empty(resolution.Candidates);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("Khost, ")]
    [InlineData("ﷺ")]
    public void Bears_ten_thousand_characters(string part) =>
        Assert.True(Resolver.Resolve(string.Concat(Enumerable.Repeat(part, 10_000 / part.Length)), part).Candidates.Count <= 5);

    [Fact]
    public void Says_which_context_it_did_not_understand() =>
        Assert.Contains("not understood: Qwxyzt", Resolver.Resolve("Torkham", "Qwxyzt").Candidates[0].Why, StringComparison.Ordinal);

    [Fact]
    public void Finds_every_place_by_every_name_recorded_for_it()
    {
        var places = CommittedAtlas.Value.Places.All;
        var lost = places
            .Where((place, i) => place.Kind is not PlaceKind.Locality || i % 101 == 0)
            .SelectMany(place => place.Names.Select(name => (Place: place, name.Text)))
            .Where(name => name.Text.IndexOfAny([',', '،', ';', '؛', '(']) < 0)
            .Where(name => Resolver.Resolve(name.Text, limit: 2000).Candidates.All(c => c.Place.Id != name.Place.Id))
            .Select(name => $"{name.Place.Id} {name.Text}");
        Assert.Empty(lost);
    }

    [Fact]
    public void Gives_scores_from_0_to_1_best_first() => Assert.All((string[])["Kabul", "Khost, Khost", "Jani Khel", "Torkhum", "Giwi, Jaji Aryub"], name =>
    {
        var scores = Resolver.Resolve(name, limit: 20).Candidates.Select(c => c.Score).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    });

    private static void Check(Resolution resolution, ResolutionStatus status, string id) =>
        Assert.Equal((status, id), (resolution.Status, resolution.Candidates is [var best, ..] ? best.Place.Id : null));
}
