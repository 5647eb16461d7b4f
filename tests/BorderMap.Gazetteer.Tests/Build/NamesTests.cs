using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Names;

namespace BorderMap.Gazetteer.Tests.Build;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Peshawar", "ضلع پشاور", "bsr")]
    [InlineData("Peshawar District", "پیشاور", "bsr")]
    [InlineData("Khost", "خوست", "kst")]
    [InlineData("Paghman", "ولسوالی پغمان", "bkmn")]
    [InlineData("Zhob", "د ژوب ولسوالۍ", "zb")]
    public void A_name_has_one_skeleton_in_both_scripts(string latin, string arabic, string skeleton) =>
        Assert.Equal((skeleton, skeleton), (Given.Skeleton.Of(latin), Given.Skeleton.Of(arabic)));

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abd", 1.0 / 3)]
    [InlineData("", "abc", 1)]
    [InlineData("", "", 0)]
    public void Difference_is_the_edit_distance_over_the_longer_length(string one, string other, double expected) =>
        Assert.Equal(expected, Skeleton.Difference(one, other), 6);

    /// <summary>The faults that the sources are known for; the second column is what goes.</summary>
    [Theory]
    [InlineData("Abbottabad", "Hazara")]
    [InlineData("Charsadda", "Peshawar District")]
    [InlineData("Charsadda", "ضلع پشاور")]
    [InlineData("Nowshera", "Peshawar")]
    [InlineData("Loralai", "Zhob")]
    [InlineData("Lakki Marwat", "South Waziristan Agency")]
    [InlineData("North Waziristan", "Wana")]
    [InlineData("North Waziristan", "F.A.T.A.")]
    [InlineData("Nushki", "Chagai District")]
    public void Names_of_other_places_are_dropped(string district, string alias)
    {
        var state = Frontier(district, alias);
        DropWrongAliases.Do(state, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(alias, Given.Texts(state.Entries.Values.Single(e => e.Name == district)));
    }

    [Theory]
    [InlineData("Peshawar", "ضلع پشاور")]
    [InlineData("Peshawar", "Pekhawar")]
    [InlineData("North Waziristan", "شمالي وزيرستان")]
    [InlineData("North Waziristan", "North Waziristan Agency")]
    [InlineData("South Waziristan", "Wana")] // its own town
    [InlineData("Nushki", "Noshki")]
    public void Own_names_stay(string district, string alias)
    {
        var state = Frontier(district, alias);
        DropWrongAliases.Do(state, TestContext.Current.CancellationToken);
        Assert.Contains(alias, Given.Texts(state.Entries.Values.Single(e => e.Name == district)));
    }

    [Fact]
    public void Khost_is_no_name_of_Kabul_and_Panjshir_none_of_Parwan()
    {
        var state = Given.State(
            Given.Province(1, "Khowst", "AF", "Khost"),
            Given.Place(2, PlaceKind.District, "Kabul", "AF", "Kabul City", "Khost"),
            Given.Province(3, "Parwan", "AF", "Parvan", "Panjshir", "fas*ولایت پنجشیر"),
            Given.Province(4, "Panjshir", "AF", "fas*ولایت پنجشیر"));
        DropWrongAliases.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(["Khost"], Given.Texts(state.Entries[1]));
        Assert.Equal(["Kabul City"], Given.Texts(state.Entries[2]));
        Assert.Equal(["Parvan"], Given.Texts(state.Entries[3]));
        Assert.Equal(["ولایت پنجشیر"], Given.Texts(state.Entries[4]));
        Assert.Equal(3, state.Report["aliases dropped: the own name of another province or district"]);
    }

    [Fact]
    public void A_name_across_the_line_takes_nothing_away()
    {
        var state = Given.State(Given.Province(1, "Khost", "AF"), Given.District(2, "Kabul", null, "Khost"));
        DropWrongAliases.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(["Khost"], Given.Texts(state.Entries[2]));
    }

    [Fact]
    public void A_neighbours_name_goes_also_where_it_begins_or_nearly_is_the_own_one()
    {
        var state = Given.State(
            Given.Place(1, PlaceKind.District, "Tagab (Kishmi Bala)", "AF", "Tagab", "Kishim"),
            Given.Place(2, PlaceKind.District, "Kishim", "AF", "Kishim"),
            Given.Place(3, PlaceKind.District, "Bagram", "AF", "pus*بگرامي ولسوالۍ", "fas*ولسوالی بگرام"),
            Given.Place(4, PlaceKind.District, "Bagrami", "AF", "fas*بگرامی"));
        DropWrongAliases.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal(["Tagab"], Given.Texts(state.Entries[1]));
        Assert.Equal(["Kishim"], Given.Texts(state.Entries[2]));
        Assert.Equal(["ولسوالی بگرام"], Given.Texts(state.Entries[3]));
        Assert.Equal(["بگرامی"], Given.Texts(state.Entries[4]));
    }

    [Fact]
    public void Hamlets_lose_the_translations_of_a_word_or_person_of_their_name()
    {
        var top = Given.Locality(1, "Top", "AF", 66, 34, null, "fas*فرفره", "ara*بلبل", "und+توپ");
        var miran = Given.Locality(2, "Miran Shah", "PK", 72, 30, null, "fas*جلال‌الدین میران‌شاه تیموری", "urd*میران شاہ");
        var town = new Entry { Id = 3, Kind = PlaceKind.Locality, Name = "Hub", Country = "PK", Lon = 66.9, Lat = 25, WikidataId = "Q1", Names = [Given.Name("snd*دریاہ")] };
        var second = Given.Locality(4, "Khan Arat", "PK", 72, 34, null, "urd*اسلام آباد", "und+Islamabad");
        DropTranslations.Do(Given.State(top, miran, town, second), TestContext.Current.CancellationToken);
        Assert.Equal(["فرفره", "توپ"], Given.Texts(top)); // Dari stays in Afghanistan
        Assert.Equal(["میران شاہ"], Given.Texts(miran));
        Assert.Equal(["دریاہ"], Given.Texts(town));
        Assert.Equal(["اسلام آباد", "Islamabad"], Given.Texts(second));
    }

    [Fact]
    public void A_frontier_region_is_told_from_the_district_whose_name_it_repeats()
    {
        var region = new Entry
        {
            Id = 2,
            Kind = PlaceKind.District,
            Name = "Bannu",
            Country = "PK",
            Lon = 70,
            Lat = 33,
            ShapeName = "FR Bannu",
            ProvinceId = 1,
            Labels = ["F.A.T.A.", "Tribal Area Adj Bannu District", "FR Bannu"],
            Names = [Given.Name("eng*Bannu"), Given.Name("urd*بنوں"), Given.Name("FR Bannu"), Given.Name("Tribal Area Adj Bannu District")],
        };
        var state = Given.State(Given.District(1, "Bannu", 1, "eng*Bannu"), region);
        NameFrontierRegions.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal("FR Bannu", region.Name);
        Assert.DoesNotContain("Bannu", Given.Texts(region));
        Assert.DoesNotContain("بنوں", Given.Texts(region));
        Assert.Contains("Frontier Region Bannu", Given.Texts(region));
        Assert.Equal("Bannu", state.Entries[1].Name);
    }

    [Fact]
    public void Hamlets_keep_a_copied_translation_once_and_the_town_keeps_all()
    {
        string[] names = ["fas*چمن", "pus*چمن", "urd*چمن", "ara*شامان بلد"];
        var town = new Entry { Id = 1, Kind = PlaceKind.Locality, Name = "Chaman", Country = "PK", Lon = 66.4, Lat = 30.9, WikidataId = "Q1017644", Names = [.. names.Select(Given.Name)] };
        var hamlet = Given.Locality(2, "Chaman", "AF", 69, 35, null, [.. names, "und+Čaman"]);
        var alone = Given.Locality(3, "Wezh", "AF", 69, 35, null, names);
        DropCopiedNames.Do(Given.State(town, hamlet, alone), TestContext.Current.CancellationToken);
        Assert.Equal(4, town.Names.Count);
        Assert.Equal([Given.Name("fas+چمن"), Given.Name("und+Čaman")], hamlet.Names);
        Assert.Equal(4, alone.Names.Count);
    }

    [Fact]
    public void The_name_shown_is_the_English_one_and_the_former_stays_recorded()
    {
        var torkham = Given.Locality(9, "Towr Kham", "AF", 71, 34, null, "eng*Torkham");
        var state = Given.State([torkham, .. ShownProvinces()]);
        ShowNames.Do(state, TestContext.Current.CancellationToken);
        Assert.Equal("Torkham", torkham.Name);
        Assert.Contains("Towr Kham", Given.Texts(torkham));
        Assert.Equal("Khost", state.Entries[85667563].Name);
    }

    [Fact]
    public void A_shown_name_that_is_recorded_nowhere_stops_the_build()
    {
        var fault = Assert.Throws<GazetteerFormatException>(() => ShowNames.Do(Given.State(), TestContext.Current.CancellationToken));
        Assert.Equal(("shown-names.tsv", 2), (fault.File, fault.Line));
    }

    [Fact]
    public void Names_come_once_preferred_first_with_the_shown_name_among_them()
    {
        var ordered = OrderNames.Order("Towr Kham", [Given.Name("und+Torkham"), Given.Name("fas+ب"), Given.Name("urd*ا"), Given.Name("eng*Torkham"), Given.Name("urd+ا")]);
        Assert.Equal([Given.Name("eng*Torkham"), Given.Name("urd*ا"), Given.Name("und*Towr Kham"), Given.Name("fas+ب")], ordered);
    }

    private static IEnumerable<Entry> ShownProvinces() =>
        Checkout.Rows("rules/build/shown-names.tsv").Select(row => Given.Province(long.Parse(row[0]), "Khowst", "AF", row[1]));

    /// <summary>Some of Pakistan's districts, with the labels of older boundary sets, and one more name on one of them.</summary>
    private static BuildState Frontier(string district, string alias)
    {
        var names = new[] { "Abbottabad|Hazara", "Mansehra|Hazara", "Charsadda|Peshawar", "Nowshera|Peshawar", "Peshawar|Peshawar", "Loralai|Zhob", "Zhob|Zhob", "Chagai|Quetta",
            "Nushki|Quetta", "Quetta|Quetta", "Lakki Marwat|F.A.T.A.", "South Waziristan|F.A.T.A.", "North Waziristan|F.A.T.A." };
        var districts = names.Select((text, i) => text.Split('|') is [var name, var label]
            ? new Entry { Id = i + 1, Kind = PlaceKind.District, Name = name, Country = "PK", Lon = 70, Lat = 33, ProvinceId = 99, Labels = [label], Names = [Given.Name(name)] }
            : throw new InvalidOperationException(text)).ToList();
        districts.Single(d => d.Name == district).Names.Add(Given.Name(alias));
        var wana = new Entry { Id = 50, Kind = PlaceKind.Locality, Name = "Wāna", Country = "PK", Lon = 69.6, Lat = 32.3, WikidataId = "Q1", DistrictId = districts.Single(d => d.Name == "South Waziristan").Id };
        return Given.State([.. districts, wana]);
    }
}
