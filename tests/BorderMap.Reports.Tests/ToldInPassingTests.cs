namespace BorderMap.Reports.Tests;

/// <summary>What only names a deed told, counts it, judges it, ends it or answers it: no happening of its own.</summary>
public sealed class ToldInPassingTests
{
    private static string Told(string text) => string.Join("; ", Repository.Extractor.Extract(new Report(text) { Published = new(2025, 12, 6) }).Drafts.Select(draft =>
        $"{draft.Kind} {draft.Date?.Date.Start:dd}-{draft.Date?.Date.End:dd}"));

    [Theory]
    [InlineData("Three soldiers died when gunmen fired from Afghan territory on a border post in Kharlachi, Kurram, on Friday, the military said, the second attack of its kind in the tribal districts in a month.", 1)]
    [InlineData("Militants from Afghanistan attacked a border post in Ghakhi, Bajaur, on Friday and killed two soldiers, officials said, the third such attack this week.", 1)]
    [InlineData("Militants from Afghanistan attacked a border post in Ghakhi, Bajaur, on Thursday and killed two soldiers. A second attack on a post in Kharlachi, Kurram, on Friday killed one, officials said.", 2)]
    public void The_second_of_its_kind_is_the_one_told(string text, int drafts) => Assert.Equal(drafts, Told(text).Split("; ").Length);

    [Theory]
    [InlineData("CHAMAN: Four people were killed in a heavy exchange of fire between Pakistani and Afghan forces along the border late on Thursday, officials said, in a fresh breach of the ceasefire agreed in October.")]
    [InlineData("CHAMAN: Mortar fire by Pakistani forces killed two shepherds near Spin Boldak on Thursday, the governor said, in what he called a violation of the truce agreed in October.")]
    public void A_breach_that_the_deed_is_called_is_no_other_day(string text) => Assert.Contains(" 04-", Assert.Single(Told(text).Split("; ")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Taliban fighters fired on posts in Kurram and North Waziristan on Friday, officials said, wounding two soldiers. About twenty attackers infiltrated from the Afghan side in the Ghozgarhi area of Kurram and went back, they said.")]
    [InlineData("In a separate incident on Friday, security forces intercepted a group of khwarij attempting infiltration from Afghanistan at Ghulam Khan: seven khwarij were killed and two were apprehended alive.")]
    [InlineData("Gunmen from the Afghan side attacked a Levies post near Brabcha in Chagai on Friday and took away two men. Elders have been asked to help in the recovery of the abducted men.")]
    [InlineData("Fire was exchanged along the border at Spin Boldak late on Friday. \"Unfortunately, this evening the Pakistani side once again began attacks on Spin Boldak,\" the Taliban spokesman posted on X.")]
    public void What_the_text_goes_on_to_tell_of_a_fight_is_part_of_it(string text) => Assert.Single(Told(text).Split("; "));

    [Theory]
    [InlineData("Firing between Pakistani and Afghan forces at Kharlachi in Kurram stopped on Friday after five days. The clashes, which broke out at Kharlachi on Monday, claimed the life of one soldier, officials said.", "01-05")]
    [InlineData("Fighting between Afghan and Pakistani guards at Torkham ended on Thursday, officials said. The clash erupted at Torkham on Tuesday and left one guard dead.", "02-04")]
    public void A_fight_whose_end_is_told_first_is_one_with_its_beginning(string text, string days) => Assert.EndsWith(days, Assert.Single(Told(text).Split("; ")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Pakistani jets bombed homes in Barmal in Paktika on Friday, the Taliban said, and its troops answered with heavy weapons. Five women died in Barmal, a spokesman said.\n\nIn the reply, mortar bombs fell on Angur Ada, where a captain was killed, a security source said.", "airstrike 05-05; shelling 05-05")]
    [InlineData("Pakistan carried out airstrikes in Paktika and Khost early on Friday, and Taliban forces answered by shelling army positions on the other side.\n\nResidents of Kurram said mortar rounds fell near Burki.", "airstrike 05-05; shelling 05-05")]
    public void The_answer_to_a_strike_fell_elsewhere(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("The Taliban government said on Friday it had freed five Pakistani soldiers captured in border fighting in October. The men had been detained on November 4 in the Maruf district of Kandahar.", "detention 04-04")]
    [InlineData("Pakistani troops clashed with Taliban fighters at Chaman on Friday, and three of them were captured.", "armed_clash 05-05")]
    public void How_the_released_were_taken_is_named_in_passing(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("The Torkham gate has been shut since November 20. It had been due to open for relief trucks on Friday; a customs official said that plan was on hold.")]
    [InlineData("BORDER LOG\nTorkham - open for returnees only (1,340 persons). Trade gate shut since 20 Nov 2025.")]
    [InlineData("The opening of the Torkham gate, shut since November 20, was put off on Friday for another sitting of the jirga.")]
    public void A_gate_whose_opening_was_put_off_is_shut(string text) => Assert.StartsWith("crossing_closure", Assert.Single(Told(text).Split("; ")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ten people died in Gurbuz, Khost, our listeners will recall, in a Pakistani air strike on Tuesday.")]
    [InlineData("Readers will remember that Pakistani jets bombed a house in Gurbuz, Khost, on Tuesday and killed ten people.")]
    public void What_is_to_be_recalled_has_happened(string text) => Assert.Equal("airstrike 02-02", Told(text));
}
