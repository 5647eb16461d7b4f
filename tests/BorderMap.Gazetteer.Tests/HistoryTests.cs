namespace BorderMap.Gazetteer.Tests;

/// <summary>Names, areas and districts that were, or were made since the sources.</summary>
public class HistoryTests
{
    private static Places Places => CommittedAtlas.Value.Places;

    [Theory]
    [InlineData("Kurram Agency", "FATA", "1108692271")]
    [InlineData("Bajaur Agency", "FATA", "1108692131")]
    [InlineData("باجوڑ ایجنسی", "فاٹا", "1108692131")]
    [InlineData("South Waziristan Agency", null, "1108692389")]
    [InlineData("FR Bannu", "FATA", "1108692173")]
    [InlineData("North-West Frontier Province", null, "1360701001")]
    [InlineData("FATA", null, "x-fata-area")]
    [InlineData("Federally Administered Tribal Areas", null, "x-fata-area")]
    [InlineData("Loya Paktia", null, "x-loya-paktia-area")]
    [InlineData("لویه پکتیا", null, "x-loya-paktia-area")]
    [InlineData("Waziristan", null, "x-waziristan-area")]
    [InlineData("Tirah", null, "x-tirah-area")]
    [InlineData("Tora Bora", null, "x-tora-bora-area")]
    [InlineData("Khyber Pass", null, "x-khyber-pass-area")]
    [InlineData("Malakand Division", null, "x-malakand-division-area")]
    [InlineData("Makran", null, "x-makran-area")]
    [InlineData("Lower Kurram", null, "x-lower-kurram-area")]
    [InlineData("Upper South Waziristan", null, "x-upper-south-waziristan-district")]
    [InlineData("Upper Chitral", null, "x-upper-chitral-district")]
    [InlineData("Chaman District", null, "x-chaman-district")]
    [InlineData("Wana", "Lower South Waziristan", "421205185")]
    [InlineData("Shorawak", null, "1108562507")]
    [InlineData("Fort Sandeman", null, "421167203")]
    public void Resolves_what_was_and_what_was_made_since(string name, string? context, string id)
    {
        var resolution = CommittedAtlas.Value.Resolver.Resolve(name, context);
        Assert.Equal((ResolutionStatus.Resolved, id), (resolution.Status, resolution.Candidates[0].Place.Id));
    }

    [Fact]
    public void Says_until_when_a_name_held()
    {
        var agency = Places.Find("1108692271")!.Names.First(name => name.Text == "Kurram Agency");
        Assert.Equal(new DateOnly(2018, 5, 31), agency.Until);
        Assert.Equal(new DateOnly(2010, 4, 19), Places.Find("1360701001")!.Names.First(name => name.Text == "NWFP").Until);
    }

    [Theory]
    [InlineData("1108692389", "2022-04-13", "Upper South Waziristan", "Lower South Waziristan")]
    [InlineData("1108692157", "2018-11-19", "Upper Chitral", "Lower Chitral")]
    [InlineData("x-fata-area", "2018-05-31", "Khyber Pakhtunkhwa")]
    [InlineData("1108692183", "2018-05-31", "Tank")]
    public void Says_what_it_is_today(string id, string until, params string[] today)
    {
        var place = Places.Find(id)!;
        Assert.Equal(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), place.Until);
        Assert.Equal(today, Places.TodayOf(place).Select(p => p.Name));
    }

    [Theory]
    [InlineData("1108692271", "x-fata-area", null, true)] // Kurram
    [InlineData("421175491", "x-fata-area", null, true)] // Miranshah
    [InlineData("421175491", "x-waziristan-area", null, true)]
    [InlineData("x-waziristan-area", "x-fata-area", null, true)]
    [InlineData("1108692347", "x-fata-area", null, false)] // Peshawar
    [InlineData("85667563", "x-loya-paktia-area", null, true)] // Khost
    [InlineData("x-tirah-area", "1108692255", null, true)] // in Khyber, and in Orakzai
    [InlineData("x-tirah-area", "1360701001", null, true)]
    [InlineData("1108692337", "1108692147", null, true)] // Nushki, once of Chagai
    [InlineData("1108692337", "1108692147", "2001-01-01", true)]
    [InlineData("1108692337", "1108692147", "2012-01-01", false)]
    [InlineData("421205185", "x-lower-south-waziristan-district", null, true)] // Wana
    [InlineData("1343270971", "x-upper-south-waziristan-district", null, true)] // Spinkai
    [InlineData("x-upper-south-waziristan-district", "1108692389", null, true)]
    [InlineData("x-upper-south-waziristan-district", "x-lower-south-waziristan-district", null, false)]
    public void Knows_what_lies_in_what(string place, string region, string? on, bool isIn) => Assert.Equal(isIn, Places.IsIn(
        Places.Find(place)!, Places.Find(region)!, on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1108562099", "Paktia", "1108562101", "Paktika")] // Jani Khel
    [InlineData("1108561811", "Kandahar", "1108561813", "Zabul")] // Arghandab
    [InlineData("1108562527", "Kabul", "421171021", "Paktika")] // Surobi, Sarobi
    [InlineData("1108562407", "Helmand", "1108562411", "Kandahar")] // Reg
    public void Keeps_districts_of_one_name_apart(string one, string province, string other, string otherProvince)
    {
        var name = Places.Find(one)!.Names.Select(n => n.Text).Intersect(Places.Find(other)!.Names.Select(n => n.Text)).First();
        var alone = CommittedAtlas.Value.Resolver.Resolve(name).Candidates.Select(candidate => candidate.Place.Id).ToList();
        Assert.Contains(one, alone);
        Assert.Contains(other, alone);
        Assert.Equal(one, CommittedAtlas.Value.Resolver.Resolve(name, province).Candidates[0].Place.Id);
        Assert.Equal(other, CommittedAtlas.Value.Resolver.Resolve(name, otherProvince).Candidates[0].Place.Id);
    }

    /// <summary>Names that the sources put on the wrong district or province.</summary>
    [Theory]
    [InlineData("Khost", "421171977")] // Kabul
    [InlineData("South Waziristan", "1108692275")] // Lakki Marwat
    [InlineData("Zhob", "890420091")] // Loralai
    [InlineData("Wana", "890422345")] // North Waziristan
    [InlineData("Peshawar", "1108692151")] // Charsadda
    [InlineData("Peshawar", "1108692335")] // Nowshera
    [InlineData("Hazara", "1108692115")] // Abbottabad
    [InlineData("Kishim", "1108562529")] // Tagab
    [InlineData("Darwaz", "1108561949")] // Darwaz-e Bala
    [InlineData("بگرامي ولسوالۍ", "421187943")] // Bagram
    public void A_wrong_name_of_the_sources_gives_another_place(string name, string never)
    {
        Assert.DoesNotContain(Places.Find(never)!.Names, n => n.Text == name);
        Assert.DoesNotContain(CommittedAtlas.Value.Resolver.Resolve(name).Candidates, candidate => candidate.Place.Id == never);
    }

    [Theory]
    [InlineData("Spina Shaga")]
    [InlineData("Mani Jabha")]
    public void What_no_source_places_is_somewhere_in_its_district(string name)
    {
        var resolution = CommittedAtlas.Value.Resolver.Resolve(name, "Jaji Aryub, Paktia");
        Assert.Equal((ResolutionStatus.Approximate, "1108561789"), (resolution.Status, resolution.Candidates[0].Place.Id));
    }
}
