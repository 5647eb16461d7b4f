namespace BorderMap.Reports.Tests;

/// <summary>Who says a figure where he stands behind a label, an aside or a desk, is asked, or is the body a paragraph is of.</summary>
public sealed class SpeakerAskedTests
{
    private static IEnumerable<string?> Speakers(string report) =>
        Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2025, 10, 16) }).Drafts.SelectMany(draft => draft.Claims).Select(claim => claim.Claimant);

    private static IEnumerable<string?> After(string words) => Speakers($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}");

    [Theory]
    [InlineData("Flash 2: Interior ministry: 3 civilians killed.", "Interior ministry")]
    [InlineData("Rescue 1122: 2 shepherds dead, 1 hurt.", "Rescue 1122")]
    [InlineData("Two shepherds killed, one hurt (dist. gov.).", "dist. gov")]
    public void Reads_labels_of_entries(string words, string speaker) => Assert.Contains(speaker, After(words));

    [Theory]
    [InlineData("Security sources, on the other hand, claim six raiders were killed.", "Security sources")]
    [InlineData("The army, for its part, said that six raiders had been killed.", "The army")]
    [InlineData("The district chief, Gul Wali, confined himself to saying that six villagers had been hurt.", "The district chief, Gul Wali")]
    [InlineData("The provincial police wanted to add only that six villagers were hurt.", "The provincial police")]
    [InlineData("Six villagers were killed, reported the district chief, Gul Wali.", "the district chief, Gul Wali")]
    [InlineData("The tale told by ministers in Quetta, that six raiders were killed, made people laugh.", "ministers in Quetta")]
    [InlineData("Our station heard otherwise from a police source in Bajaur: six villagers were killed.", "a police source in Bajaur")]
    public void Reads_who_says_it_behind_other_words(string words, string speaker) => Assert.Contains(speaker, After(words));

    [Fact]
    public void Gives_a_figure_to_the_source_named_behind_it() =>
        Assert.Contains("an officer at the gate", After("A guard was hurt. The source of this news, an officer at the gate, could not say who had fired first."));

    [Fact]
    public void Gives_a_quotation_to_whoever_was_asked() =>
        Assert.Contains("Dr Samina Bibi", After("Our reporter spoke to Dr Samina Bibi, who runs the clinic: \"Six dead I have here, and nine wounded.\""));

    [Fact]
    public void Calls_the_body_that_a_paragraph_is_of_it() =>
        Assert.Contains("Islamabad", Speakers("Pakistani forces shelled Dangam in Kunar on Tuesday, Mullah Rahim said.\n\nIslamabad had earlier spoken of raiders around Ghakhi in Bajaur on Tuesday, in whose attack, it maintained, two soldiers were killed."));

    [Fact]
    public void Hears_whoever_is_named_in_the_tag_of_a_recording() =>
        Assert.Contains("Gul Wali, teacher", Speakers("[ANCHOR] Pakistani forces shelled the Dangam district of Kunar on Tuesday.\n\n[SOT, Gul Wali, teacher] \"Two of my pupils were killed.\"\n\n[ANCHOR] And now the weather."));

    [Theory]
    [InlineData("Press Release No 71/2025\nRawalpindi, 16 October 2025\n\nOn 14 October two soldiers were killed when terrorists attacked a post in Ghulam Khan, North Waziristan.", "Pakistan military (ISPR)")]
    [InlineData("From the press section of the 203 Mansoori Corps, for all media\n\nOn 14 October two soldiers of the enemy were killed in an attack on a post facing Dand Patan.", "203 Mansoori Corps")]
    [InlineData("Khost governor's press office | daily tally\n\nPakistani forces shelled Gurbuz on Tuesday. Two shepherds were killed.", "Khost governor's press office")]
    public void Takes_a_release_for_the_words_of_whoever_issues_it(string report, string speaker) => Assert.Contains(speaker, Speakers(report));

    [Fact]
    public void Takes_no_place_in_capitals_before_a_headline_for_a_person() =>
        Assert.DoesNotContain("QILLA SAIFULLAH", Speakers("QILLA SAIFULLAH: Two labourers were killed at the fence\n\nRaiders from Afghanistan fired on them at Badini on Tuesday."));
}
