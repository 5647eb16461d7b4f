namespace BorderMap.Reports.Tests;

/// <summary>What goes on with a happening that was told, and what only speaks of deeds: neither begins a draft of its own.</summary>
public sealed class StrokeAndHabitTests
{
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day });

    [Theory]
    [InlineData("Pakistani aircraft made two strikes in Shamulzayi district of Zabul on Tuesday night, officials say. In the first, on a house in Zher Karez, four people were killed. The second hit an empty school.")]
    [InlineData("Mortar shells hit two villages in Sarkano district of Kunar on Tuesday, the police said. The first landed in Ganjgal and wounded a boy. The other exploded near the mosque of Nawapas.")]
    [InlineData("Afghan and Pakistani guards exchanged fire near Ghulam Khan on Tuesday night, police in Miranshah said. A shopkeeper in Gurbuz said he had heard heavy gunfire for an hour.")]
    [InlineData("Taliban men overran two Pakistani posts in the Nawo area of Dur Baba, Nangarhar, on Tuesday night, Kabul says.\n\nResidents of Landi Kotal on the other side heard firing until midnight.")]
    [InlineData("Terrorists from inside Afghanistan opened fire on troops at Kharlachi, Kurram, on Tuesday, the ISPR said. Sepoy Irfan Ullah, resident of Jamrud, Khyber, embraced shahadat while fighting gallantly.")]
    [InlineData("Pakistani aircraft entered Afghan airspace over Achin district of Nangarhar on Tuesday and turned back after anti-aircraft guns opened up.")]
    [InlineData("A quadcopter came over from the Afghan side at Angoor Adda on Tuesday and went back. Residents fired at it, missed.")]
    [InlineData("A protest was lodged over the attack of 14 October in Alwara, North Waziristan. On that day terrorists came over from Gayan and Barmal in Paktika and attacked troops at the fence.")]
    public void One_happening_stays_one(string text) => Assert.Single(Extract(text).Drafts);

    [Theory]
    [InlineData("Each time a convoy is ambushed in Waziristan our planes go over; each time they go, the guns of Khost and Paktia reply.")]
    [InlineData("That Pakistan and the Taliban shoot at one another in Kurram has become so ordinary that it hardly makes the front page.")]
    [InlineData("Bombs dropped at night on villages in Khost do not close the road that the militants use.")]
    [InlineData("The force has said it fires only at people who cut the fence at Zhob.")]
    [InlineData("He rejected as baseless a remark by an Indian official about air strikes on Khost.")]
    [InlineData("Rumours that drones had bombed a seminary in Achin were denied by the police chief.")]
    [InlineData("A boy of nine was killed on Tuesday in Dangam, Kunar, near the border, by a grenade he had found.")]
    [InlineData("Elders in Kunar complained that the fence had cut two villages off from their fields.")]
    public void What_is_only_spoken_of_is_no_draft(string text) => Assert.Empty(Extract(text).Drafts);

    [Theory]
    [InlineData("The police in Landi Kotal denied that any soldier had been captured in the clash.")]
    [InlineData("The Nangarhar information office denies rumours that two Taliban guards died in Tuesday's shooting.")]
    [InlineData("A spokesman in Kabul adds that the number of 200 dead spread by the other side is baseless.")]
    [InlineData("The Pakistani army called the toll of 58 soldiers \"a lie\".")]
    public void Who_denies_a_loss_denies_no_deed(string text) =>
        Assert.Equal(DraftStatus.Reported, Assert.Single(Extract("Guards of both sides fired at each other at Torkham on Tuesday, residents said. " + text).Drafts).Status);
}
