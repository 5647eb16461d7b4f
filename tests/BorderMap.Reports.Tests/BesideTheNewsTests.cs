namespace BorderMap.Reports.Tests;

/// <summary>A report of one happening, and behind it a sentence that tells none at the border.</summary>
public sealed class BesideTheNewsTests
{
    private const string News = "At least eight civilians were killed when Pakistani artillery hit villages in Shorabak district of Kandahar province on Thursday, local officials said.";

    private static string Told(string text) => string.Join("; ", Repository.Extractor.Extract(new Report(text) { Published = new(2025, 11, 21) }).Drafts.Select(draft =>
        $"{draft.Kind} {draft.Date.Date.Start:dd} {string.Join(", ", draft.Places.Select(place => place.Words))} {draft.Claims.Count} claims"));

    private static void IsNews(string sentence) => Assert.Equal(Told(News), Told($"{News} {sentence}"));

    [Theory]
    [InlineData("In Sudan, a drone hit a hospital on Monday and killed 19.")]
    [InlineData("Israeli jets struck a village in Lebanon on Tuesday, killing four.")]
    [InlineData("A drone strike in Somalia killed 30 fighters on Wednesday.")]
    [InlineData("Ukraine said Russian missiles killed five people in Kharkiv on Wednesday.")]
    [InlineData("Iranian border guards shot dead five Afghan migrants on Wednesday.")]
    [InlineData("Nine Chinese workers were killed in an attack from Afghanistan on Tajikistan's border on Monday.")]
    public void Wars_of_other_countries_are_no_news_of_the_border(string sentence) => IsNews(sentence);

    [Theory]
    [InlineData("File photo: Taliban fighters stand guard after a clash at Kharlachi.")]
    [InlineData("Photo: A house destroyed in an air strike in Shamulzai, 2022.")]
    [InlineData("Related: Two soldiers martyred in Landi Kotal attack")]
    [InlineData("See also: Pakistan shuts Torkham after clash")]
    [InlineData("More on this: Clashes at Kharlachi leave seven dead")]
    [InlineData("Editor's note: An earlier version of this story said the shelling took place in Kharlachi.")]
    [InlineData("Clarification: an earlier report put the clash in Kharlachi.")]
    [InlineData("This story has been updated to remove a reference to a clash at Kharlachi.")]
    public void Captions_links_and_notes_belong_to_the_page(string sentence) => IsNews(sentence);

    [Theory]
    [InlineData("Skirmishes break out every few weeks at Ghulam Khan.")]
    [InlineData("Gunfire at Kharlachi has been an almost weekly event.")]
    [InlineData("Militants frequently cross the border to attack posts in Kurram.")]
    [InlineData("Islamabad demanded action against those who launch attacks from Paktika.")]
    [InlineData("Over 120 civilians have died in such strikes, a rights group said.")]
    public void What_happens_often_is_nothing_of_one_day(string sentence) => IsNews(sentence);

    [Theory]
    [InlineData("The Taliban denied that they planned to attack posts in North Waziristan.")]
    [InlineData("People in Spera are afraid of more shelling.")]
    [InlineData("What led to the firing at Kharlachi is not clear.")]
    [InlineData("Families who fled the shelling are living in tents in Paktika.")]
    public void Plans_denied_fears_and_questions_move_nothing(string sentence) => IsNews(sentence);

    [Theory]
    [InlineData("A military helicopter crashed in North Waziristan on Wednesday because of a technical fault, killing eight.")]
    [InlineData("Old ammunition went off in a scrap yard in Spin Boldak on Monday and killed six children.")]
    [InlineData("A gunman killed two worshippers at a shrine in Kunduz on Sunday.")]
    [InlineData("Islamic State said it was behind a bombing in Kunduz on Wednesday that killed three people.")]
    public void Accidents_and_killings_inland_are_no_news_of_the_border(string sentence) => IsNews(sentence);

    [Theory]
    [InlineData("On Wednesday, a Pakistani drone hit a car in Gurbuz, Khost, killing two, the minister said on a visit to Moscow.")]
    [InlineData("Guards of both countries exchanged fire at Kharlachi, Kurram, on Wednesday, an official said, adding that such incidents were common.")]
    [InlineData("A Pakistani quadcopter crashed in Gurbuz, Khost, on Wednesday after Taliban forces fired at it.")]
    public void What_is_told_of_another_day_and_place_stands_by_itself(string sentence) => Assert.Equal(2, Told($"{News} {sentence}").Split("; ").Length);
}
