using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Of which of several happenings a figure is, and that one told again, or told of by another, stays one.</summary>
public sealed class WhoseTollTests
{
    private static string Told(string text) => string.Join("; ", Repository.Extractor.Extract(new Report(text) { Published = new DateOnly(2026, 3, 10) }).Drafts
        .Select(draft => $"{draft.Kind} {string.Join(' ', draft.Claims.Where(claim => claim.Claim.About is ClaimAbout.Toll).Select(claim => $"{claim.Claim.Killed?.Min}/{claim.Claim.Injured?.Min}"))}".Trim()));

    [Theory]
    [InlineData("Pakistani jets bombed houses in Barmal before dawn on Monday, killing eight people, officials said, and drawing artillery fire on posts in Kurram within hours.", "airstrike 8/; cross_border_fire")]
    [InlineData("A drone dropped a bomb on a truck in Lal Pur on Saturday, before the fighting began, and the driver and his son were killed.", "drone_strike 2/; armed_clash")]
    [InlineData("In another incident in the district, a driver was killed and two men were hurt when their pickup hit a roadside bomb near Badini, close to the Afghan border, on Thursday.", "ied_attack 1/2")]
    public void A_toll_is_of_the_act_that_its_sentence_ties_it_to(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("On the night of 7 March security forces killed nine khwarij who tried to cross the border at Shawal in North Waziristan.\n\nWith two more bodies found this morning, the number of khwarij killed at Shawal has risen to eleven.", "infiltration 9/ 2/ 11/")]
    [InlineData("An explosion near the fence in Gurbuz on Friday killed two smugglers who stepped on a mine, an elder said; a nurse said three died, the last of them on Sunday.", "mine_blast 2/ 3/")]
    [InlineData("Province | District | Date | Form | Killed | Injured\nKhost | Gurbuz | 1 March | Shelling | 3 | 7\nPaktika | Gomal | 6 March | Air strike | 9 | 14\n\nThe authorities have reported higher figures for Gomal (15 killed, 20 injured on 6 March).", "shelling 3/7; airstrike 9/14 15/20")]
    public void The_day_of_a_later_figure_makes_no_other_deed(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("A fierce exchange of fire began late on Wednesday between Pakistani troops and the Afghan Taliban at Arandu in Chitral, officials said.\n\nA fierce exchange of fire began late on Wednesday between Pakistani troops and the Afghan Taliban at Arandu in Chitral, officials said.\n\nThree soldiers were killed, they said.", "armed_clash 3/")]
    [InlineData("Three soldiers died when gunmen fired from Afghan territory on a post at Kharlachi in Kurram on Sunday, the army said, the second attack of its kind in the district in a month. Residents said that two women were hurt.", "cross_border_fire 3/ /2")]
    public void What_a_page_has_twice_or_counts_is_one(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("Afghan forces fired mortar shells into Chaman on 8 March, killing one person, the deputy commissioner said.\n\nOn 2 March, shells from the Afghan side had killed seven people in Chaman, the army said.\n\nThe Afghan defence ministry confirmed the fighting and said that two of its guards had been hurt.", "shelling 1/ /2; shelling 7/")]
    public void After_what_had_been_before_the_news_goes_on(string text, string told) => Assert.Equal(told, Told(text));
}
