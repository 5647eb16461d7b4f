namespace BorderMap.Reports.Tests;

/// <summary>One happening told twice is one draft; two nights, or a gate shut and opened, are two.</summary>
public sealed class ToldTwiceTests
{
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static string Told(string text) => string.Join("; ", Repository.Extractor.Extract(new Report(text) { Published = Day }).Drafts.Select(draft => $"{draft.Kind} {draft.Date?.Date.Start:dd}-{draft.Date?.Date.End:dd}"));

    [Theory]
    [InlineData("The Torkham crossing remained closed for the third consecutive day on Wednesday, officials said.\n\nThe gate was shut on Monday after Afghan guards began to build a post near the zero point.", "crossing_closure 13-16")]
    [InlineData("No truck passed the Kharlachi gate on Wednesday, the fourth day of its closure. Traders said the gate had been sealed on Sunday by the Afghan side. It was still closed in the evening, customs staff said.", "crossing_closure 12-16")]
    [InlineData("Ghulam Khan was closed on October 9 for security reasons, the collector of customs notified.\n\nThe terminal was still shut on Wednesday, and coal dealers in Bannu said 400 trucks were waiting.", "crossing_closure 09-16")]
    [InlineData("The trade gate at Kharlachi was closed on Monday and it is closed today.", "crossing_closure 13-16")]
    [InlineData("Torkham reopens to traffic\n\nTORKHAM: The Torkham border crossing was reopened on Wednesday after two days. Trucks began crossing at seven, and pedestrians were let through again in the afternoon.", "crossing_reopening 15-15")]
    [InlineData("Fighting at Spin Boldak, officials said on Thursday, ended with a 48-hour truce agreed by both sides. The truce took effect at six on Wednesday evening.", "ceasefire 15-15")]
    public void A_state_of_a_gate_or_a_truce_told_twice_is_one(string text, string told) => Assert.Equal(told, string.Join("; ", Told(text).Split("; ").Where(each => !each.StartsWith("armed_clash", StringComparison.Ordinal))));

    [Theory]
    [InlineData("The Pakistani side locked the Ghulam Khan gate on Tuesday morning without giving a reason and opened it before dark.", "crossing_closure 14-14; crossing_reopening 14-14")]
    [InlineData("The Angoor Adda gate was shut on Tuesday for the night and opened at eight on Wednesday morning, the deputy commissioner said.", "crossing_closure 14-15; crossing_reopening 15-15")]
    [InlineData("The Friendship Gate at Chaman was shut at noon on Sunday and opened again on Monday morning. On Wednesday it was closed again, Levies said.", "crossing_closure 12-13; crossing_reopening 13-13; crossing_closure 15-16")]
    [InlineData("The Kharlachi crossing reopened on Wednesday. The point was shut on October 9 after a quarrel over a watch-tower.", "crossing_reopening 15-15; crossing_closure 09-15")]
    [InlineData("The Torkham crossing was reopened on Wednesday after being shut for a single day over a scuffle between porters and guards.", "crossing_reopening 15-15")]
    public void A_gate_shut_opened_and_shut_again_is_told_each_time(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("Afghan and Pakistani troops fought for two hours on Tuesday night near Chaman, each saying that the other had opened fire. Three people were hurt, a doctor in Chaman said.", 1)]
    [InlineData("In a separate incident, two rockets fired from across the border landed in Ghakhi in Mamund on Tuesday night, police said.", 1)]
    public void Two_words_for_it_in_one_sentence_are_one(string text, int drafts) => Assert.Equal(drafts, Told(text).Split("; ").Length);

    [Theory]
    [InlineData("The mission asked for an inquiry into air raids by Pakistan in Barmal district of Paktika on Monday, in which 24 people were killed.\n\nA security official told AFP on Tuesday that the raids had hit \"camps of terrorists\" and killed 18 of them.", "airstrike 13-13")]
    [InlineData("Pakistan carried out airstrikes in Paktika early on Monday, and Taliban forces answered by shelling army posts in Kurram.\n\nTaliban officials said the strikes hit houses in the Barmal district of Paktika, killing six people.", "airstrike 13-13; shelling 13-13")]
    [InlineData("An air raid killed ten people of one family in Gurbuz district of Khost on Monday night, officials said.\n\nA military source told Reuters on Tuesday the raid struck a hideout of the group and left four commanders dead.", "airstrike 13-14")]
    public void Raids_that_others_speak_of_later_are_those_told(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("On the night between 7 and 8 October security forces killed 33 khwarij who were trying to infiltrate from Afghanistan at Sambaza in Zhob district, the ISPR said. During a sanitisation operation on the night of 8/9 October fourteen more khwarij were killed, it said.", "infiltration 07-08; infiltration 08-09")]
    [InlineData("Troops killed 54 militants who tried to sneak in from Afghanistan on the nights of October 7 and 8 near Hassan Khel in North Waziristan, the military said. A search of the area followed on the night of October 9. As a result, another 17 militants were killed, it added.", "infiltration 07-08; infiltration 09-10")]
    [InlineData("Seven khwarij were killed at Ghulam Khan on the night of 8/9 October as they tried to infiltrate from Afghanistan, the ISPR said. On the night of 9/10 October three more were hunted down, taking the total to ten.", "infiltration 08-09")]
    public void A_later_night_with_its_own_dead_is_one_of_its_own_unless_summed_up(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("Two border guards were killed in a clash with Pakistani forces in the Zazi Maidan district of Khost, officials said on Wednesday. The firing began on Tuesday morning when soldiers tried to set up a post in the Palosi area, a police spokesman said.", "armed_clash 14-14")]
    [InlineData("Two children have been wounded by gunfire from Pakistani guards in the Shorabak district of Kandahar, officials said on Wednesday.\n\nThe children were collecting wood near the fence in the Sarlat area on Tuesday when they were fired on.", "cross_border_fire 14-14")]
    [InlineData("Mortars fired across the line hit the Spera district of Khost on Tuesday evening and killed a child. Residents of the district said shelling went on until dawn on Wednesday.", "shelling 14-14")]
    [InlineData("Pakistani troops exchanged fire with Afghan guards in Kurram on Monday. The firing in Chaman began on Wednesday and killed two men.", "armed_clash 13-13; cross_border_fire 15-15")]
    public void How_a_fight_began_or_went_on_is_told_of_that_fight(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("Afghan forces shelled Angoor Adda on Tuesday, the army said. Kabul said the guns had hit hideouts of those who had planned the attack on Barmal.", "shelling 14-14")]
    [InlineData("Police at Chaman hold six men who had cut the fence near Roghani on the border.", "detention 15-16")]
    [InlineData("Militants who had crossed from Kunar stormed a post at Ghakhi Pass on Tuesday night, killing two soldiers, officials said.", "ground_attack 14-15")]
    [InlineData("Shells from Kunar hit Ghakhi in Bajaur on Wednesday. They came two weeks after the arrest of Imran Khan set off riots in Pakistan.", "shelling 15-15")]
    public void What_says_who_somebody_is_or_is_taken_as_known_is_no_news(string text, string told) => Assert.Equal(told, Told(text));
}
