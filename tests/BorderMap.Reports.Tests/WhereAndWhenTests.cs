namespace BorderMap.Reports.Tests;

/// <summary>Where and when something happened that its own sentence does not say.</summary>
public sealed class WhereAndWhenTests
{
    private static string[] Told(string text) => [.. Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Select(draft => $"{draft.Kind} {draft.Date.Date.Start:MM-dd} {draft.Places[0].Place.Name}")];

    [Theory]
    [InlineData("On Monday a quarrel over water brought herders of both banks to the river. The guards came after them. Pakistani soldiers opened fire on Sarkani district with a machine gun.", "cross_border_fire 10-13 Sarkani")]
    [InlineData("Pakistani shells fell on Sarkani district shortly after the sunset prayer on Monday.", "shelling 10-13 Sarkani")]
    [InlineData("What happened last Monday night?\n\nPakistani jets bombed two houses in Barmal district of Paktika.", "airstrike 10-13 Barmal")]
    public void A_day_told_holds_for_what_follows(string text, string told) => Assert.Equal([told], Told(text));

    [Fact]
    public void An_entry_of_a_log_has_its_day_and_place_in_sentences_of_their_own() =>
        Assert.Equal(["airstrike 10-10 Urgun", "shelling 10-12 Dangam"], Told("Border monitor, a chronology.\n\n10 October (Friday). Urgun, Paktika. Late in the evening Pakistani aircraft struck two houses.\n\n12 October (Sunday). Dangam, Kunar. Towards noon Pakistani artillery shelled the hills."));

    [Theory]
    [InlineData("Nobody in Dand Patan slept.\n\nOn Monday Pakistani soldiers opened fire on three labourers at the fence; one died on the way to Gardez.", "cross_border_fire 10-13 Dand Patan")]
    [InlineData("Tonight the Pakistani side bombed the refugees in Barmal district of Paktika.", "airstrike 10-16 Barmal")]
    public void What_has_no_place_of_its_own_is_where_the_text_was(string text, string told) => Assert.Equal([told], Told(text));

    [Theory]
    [InlineData("Reporters who reached Spera district of Khost were shown two flattened houses.\n\nPakistani jets bombed them on Monday.", "airstrike 10-13 Spera")]
    [InlineData("Guards in Paktika say the crossing at Angur Ada has been shut since Monday night, when their post and a Pakistani fort fired at each other.", "armed_clash 10-13 Angura")]
    [InlineData("Pakistani shells fell in the Afghan capital on Monday, the ministry said.", "shelling 10-13 Kabul")]
    public void A_place_told_beside_an_act_is_where_it_was(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("QUETTA: Afghan troops opened fire on Monday at Chaman near the village of Killi Luqman.", "Quetta")]
    [InlineData("Pakistani shells fell on Spera district of Khost on Monday and hit the house of Shahsawar.", "Shah Swar")]
    public void A_dateline_and_the_name_of_an_owner_are_no_scene(string text, string place) =>
        Assert.DoesNotContain(Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.SelectMany(draft => draft.Places), found => found.Place.Name == place);

    [Theory]
    [InlineData("CHITRAL: Militants came down from Nuristan before dawn on Monday and stormed two posts of the army.", "ground_attack 10-13 Chitral")]
    [InlineData("The bazaar of Arandu was empty. Mortar rounds from the Kunar side hit it on Monday, a trader said.", "shelling 10-13 Arandu crossing")]
    [InlineData("Officials in Nushki said a patrol was ambushed on Monday by men from Shorabak, across the border.", "ground_attack 10-13 Nushki")]
    [InlineData("ARANDU: Shots were exchanged across the Kunar river on Monday night, the deputy commissioner said.", "armed_clash 10-13 Arandu crossing")]
    public void Where_those_came_from_who_hit_a_place_is_not_where_it_happened(string text, string told) => Assert.Equal([told], Told(text));

    [Theory]
    [InlineData("GARDEZ - A day after gunmen and border guards traded fire in the hills of Gurbuz, in Khost province, the two sides still disagreed on Tuesday.", "armed_clash 10-13 Gurbuz")]
    public void A_day_counted_back_from_is_found_behind_a_dateline(string text, string told) => Assert.Equal([told], Told(text));

    [Fact]
    public void The_other_who_fired_first_tells_of_no_other_fight() =>
        Assert.Equal(["armed_clash 10-13 Chaman"], Told("Pakistani and Afghan forces fought on Monday between Chaman and Spin Boldak, each government saying that the other had opened fire first. A doctor said three people were hurt."));

    [Theory]
    [InlineData("Two soldiers and seven militants died in a gun battle on the Afghan border in Mohmand on Tuesday, the army said. Havildar Gul Rahim, 38, from the Kohat district, and Sepoy Bilal Ahmad (24, from Swabi) embraced martyrdom.", "Mohmand")]
    [InlineData("A sepoy was killed at Ghulam Khan by fire from across the border on Tuesday. Sepoy Umar Gul, 22, of Mardan, embraced martyrdom.", "Ghulam Khan")]
    [InlineData("An Afghan post fell to Pakistani troops at Ghulam Khan on Tuesday. Mujahid told a news conference in Kabul that nine fighters were killed.", "Ghulam Khan")]
    [InlineData("Guards fought at Torkham on Tuesday. Abdul Mateen, who speaks for the interior ministry in Kabul, said one Afghan guard was dead and two were hurt.", "Torkham")]
    [InlineData("Torkham: Border forces traded fire on Monday. Abdul Mateen, who speaks for the interior ministry in Kabul, said one Afghan guard was killed in Monday's fighting.", "Torkham")]
    [InlineData("Pakistani and Afghan forces exchanged fire near Chaman on Monday. Mujahid told a news conference in Kabul that nine soldiers had been killed in the fighting.", "Chaman")]
    [InlineData("Afghan and Pakistani guards fought at Ghulam Khan on Tuesday. An interior ministry spokesman in Kabul wondered who had begun the fight.", "Ghulam Khan")]
    [InlineData("Pakistani jets struck near the old interior ministry in Kabul on Tuesday night, killing four people, residents said.", "Kabul")]
    [InlineData("The ministry said Khost was bombed by Pakistani jets on Monday.", "Khost")]
    public void Homes_and_seats_are_no_scenes(string text, string place)
    {
        var read = Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) });
        Assert.Equal([place], read.Drafts.SelectMany(draft => draft.Places).Select(each => read.Toponyms[each.Toponym].Text));
    }

    [Theory]
    [InlineData("The mission recorded 164 victims in the twelve months before, and about 700 in the four years since 2021.\n\nOn 9 October, a drone hit a car in Ziruk district of Paktika and killed three men, it said.", 2025)]
    [InlineData("Incident log, spring 2021\n\n9 April: a drone hit a car in Ziruk district of Paktika and killed three men.", 2021)]
    public void A_year_told_amid_a_sentence_is_no_period_of_the_text(string text, int year) => Assert.Equal(year, Assert.Single(Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts).Date.Date.Start!.Value.Year);

    [Theory]
    [InlineData("Militants from Kunar attacked a post in Bajaur on Monday, killing two soldiers.\n\nThe gate at Ghulam Khan was shut the same day following a clash between Afghan and Pakistani guards over a trench.", "armed_clash 10-13 Ghulam Khan crossing")]
    [InlineData("On Monday militants coming from Nuristan stormed two posts in Lower Chitral.\n\nThe Torkham crossing was closed on Monday after an exchange of fire between the border forces.", "armed_clash 10-13 Torkham crossing")]
    public void A_fight_that_shut_a_gate_was_at_the_gate(string text, string told) => Assert.Contains(told, Told(text));
}
