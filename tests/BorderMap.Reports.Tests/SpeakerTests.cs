using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Who says a figure: by pronouns, nouns, passives, brackets, labels, letterheads, questions and answers.</summary>
public sealed class SpeakerTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Assert.Single(Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2026, 3, 10) }).Drafts).Claims.Where(claim => claim.Claim.About is ClaimAbout.Toll)];

    private static string? Only(string report) => Assert.Single(Claims(report)).Claimant;

    [Theory]
    [InlineData("Police chief Wali Shinwari toured Barmal on Monday after the shelling of Sunday night. Four men had been killed, he said, and six were hurt.", "Police chief Wali Shinwari")]
    [InlineData("A cook named Sharif and the headman of the village, Malik Toryal, both saw Pakistani jets bomb Barmal on 8 March. The latter says three people were killed.", "the headman of the village, Malik Toryal")]
    [InlineData("After meeting Colonel Rashid Baig at the gate, Malik Torak came out. Two villagers, he said, had been wounded by Pakistani shells in Barmal on Sunday.", "Malik Torak")]
    public void Finds_whom_a_pronoun_means(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("By the count of the imam who washed them, eight people were killed in Pakistani air strikes on Barmal on Sunday.", "the imam")]
    [InlineData("Six policemen - the figure is General Rahim Safi's - were wounded on Sunday when Pakistani artillery shelled Barmal.", "General Rahim Safi")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. Five dead, was the governor's answer.", "the governor")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. What the governor would own up to was two wounded.", "the governor")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. The clinic, for its part, has nine dead.", "The clinic")]
    public void Reads_a_noun_for_what_was_told(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Six rebels were said by two army officers to have been killed in Pakistani air strikes on Barmal on Sunday.", "two army officers")]
    [InlineData("Confirmed by Paktika's information director: three dead in the Pakistani air strike on Barmal on Sunday.", "Paktika's information director")]
    [InlineData("1 soldier shaheed, 2 injured in firing from Afghan side on Angoor Adda on Sunday acc. to police.", "police")]
    [InlineData("Pakistani shells hit Barmal on Sunday, killing three people. This was confirmed by the district governor.", "the district governor")]
    [InlineData("Pakistani shells hit Barmal on Sunday, killing three people. Umar Gul, the local councillor, says so.", "Umar Gul, the local councillor")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Two dead, three hurt. Source: Barmal clinic; not verified.", "Barmal clinic")]
    [InlineData("According to information received, Pakistani shells killed four people in Barmal on Sunday.", null)]
    public void Finds_who_is_named_behind(string report, string? claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Two officers, neither of them willing to be named, said Pakistani jets had killed nine rebels in Barmal on Sunday.", "Two officers")]
    [InlineData("Two farmers were killed, say people of the hamlet, when Pakistani shells hit Barmal on Sunday.", "people of the hamlet")]
    [InlineData("We, the elders of Barmal, declare: on Sunday two women were martyred by the shelling of Pakistan on Barmal.", "the elders of Barmal")]
    [InlineData("Governor Hafiz Karimi in a voice message: \"Shells from the other side killed two children in Barmal on Sunday.\"", "Governor Hafiz Karimi")]
    [InlineData("205 AL-BADR CORPS - EVENING BULLETIN, 9 MARCH. The enemy shelled Barmal on Sunday. Own mujahideen wounded: two.", "205 AL-BADR CORPS")]
    [InlineData("9 Mar | Barmal | Pakistani shelling | Soldiers: 0 killed, 2 wounded | Reported by: district council", "district council")]
    [InlineData("Mullah Omari, the head of the district: nine people were killed in the Pakistani air strike on Barmal on Sunday.", "Mullah Omari, the head of the district")]
    [InlineData("Nine people were killed in the Pakistani air strike on Barmal on Sunday, said a villager, Zar Gul.", "a villager, Zar Gul")]
    [InlineData("Nine people were killed in the Pakistani air strike on Barmal on Sunday, said two officials.", "two officials")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. A security source, same day: \"nine people were killed\".", "A security source")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. Quoting the mayor, local media reported that nine people were killed.", "the mayor")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. Three journalists visited the bazaar. They said nine people were killed.", "Three journalists")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. Rescue workers condemned the attack and said nine people were killed.", "Rescue workers")]
    public void Cuts_a_name_right(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Hospital sources (3 dead), the police (5 dead) and elders (9 dead) differ about Sunday's Pakistani air strike on Barmal.", "Hospital sources", "the police", "elders")]
    [InlineData("Pakistani artillery shelled Barmal on Sunday. One driver, Zar Gul, spoke of four dead; another, Mir Khan, of six dead.", "One driver, Zar Gul", "Mir Khan")]
    [InlineData("Q: What happened in Barmal on Sunday? A (Col. Zahid Noor): The Pakistanis shelled it, and three of our guards were killed. Q: And civilians? A: Five killed.", "Col. Zahid Noor", "Col. Zahid Noor")]
    public void Keeps_speakers_apart(string report, params string[] claimants) => Assert.Equal(claimants, Claims(report).Select(claim => claim.Claimant));

    [Theory]
    [InlineData("Islamabad denied that civilians were among the dead.", DraftStatus.Claimed)]
    [InlineData("Pakistan's army declined to comment.", DraftStatus.Claimed)]
    [InlineData("Pakistan's military said none of its drones had flown.", DraftStatus.Denied)]
    [InlineData("A Pakistani minister called the report baseless.", DraftStatus.Denied)]
    [InlineData("The Afghan commander said his men had not fired back.", DraftStatus.Claimed)]
    [InlineData("A hospital in Urgun counted six dead.", DraftStatus.Reported)]
    public void Tells_how_well_a_deed_is_known(string words, DraftStatus status) =>
        Assert.Equal(status, Assert.Single(Repository.Extractor.Extract(new Report($"Afghan officials said a Pakistani drone struck Barmal on Sunday and killed four people. {words}") { Published = new DateOnly(2026, 3, 10) }).Drafts).Status);
}
