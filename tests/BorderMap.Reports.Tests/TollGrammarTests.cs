using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures by the grammar of tolls: who is counted, what counts nobody, what adds up.</summary>
public sealed class TollGrammarTests
{
    private static List<DraftClaim> Claims(string words) =>
        [.. Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total })];

    private static string Written(string words) =>
        string.Join("; ", Claims(words).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Baker and apprentice killed at the mill.", "2/-")]
    [InlineData("Shell kills herder, injures wife and daughter.", "1/2")]
    [InlineData("Grandmother, three children hurt near the well.", "-/4")]
    public void Bare_nouns_of_tickers_are_one_each(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Four Salarzai were killed.", "4/-")]
    [InlineData("Source: 3 KPF KIA, 6 WIA.", "3/6")]
    [InlineData("Five buffaloes were killed and two herders hurt.", "-/2")]
    [InlineData("Two barrages wounded five villagers.", "-/5")]
    public void A_noun_that_nobody_knows_is_people_where_only_people_can_be_meant(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Sepoy Tariq, 22, was killed.", "1/-")]
    [InlineData("A mother-of-four was killed.", "1/-")]
    [InlineData("A cook and a porter aged 50 and 41 were wounded.", "-/2")]
    public void Ages_count_nobody(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Not a villager was killed.", "0/-")]
    [InlineData("Neither the miller nor his nephew was hurt.", "0/0")]
    [InlineData("The family came to no harm.", "0/0")]
    [InlineData("Casualties, none.", "0/0")]
    public void Nought_is_told_in_many_ways(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The dead were a widow and her two sons.", "3/-")]
    [InlineData("Killed in the raid were a tailor and a barber.", "2/-")]
    [InlineData("The lone fatality was a 30-year-old trader.", "1/-")]
    [InlineData("Fatalities stand at seven and the injured are 12.", "7/12")]
    [InlineData("For the dead, a tailor and his son, prayers were said.", "2/-")]
    [InlineData("Two women, wounded in their tent, were carried off the hill.", "-/2")]
    public void The_harmed_may_stand_behind_their_word(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Nine farmers were killed, officials said. Two more died on the road, officials said.", "11/-")]
    [InlineData("Six farmers died and a seventh died on the road.", "7/-")]
    [InlineData("A fourteenth person has died of his wounds.", "14/-")]
    [InlineData("Three herders were hit and one of them died.", "1/2")]
    [InlineData("The blast left a porter dead, a clerk critical and a boy with a cut.", "1/2")]
    [InlineData("Ten men were killed and three died later.", "13/-")]
    [InlineData("Nine were wounded: five militants and four soldiers.", "-/9")]
    [InlineData("The bomber killed himself and five clerks.", "5/-")]
    public void What_is_told_after_adds_up(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Signal: 6k/2i.", "6/2")]
    [InlineData("KIA/WIA 4/9.", "4/9")]
    [InlineData("5 martyred/8 injured.", "5/8")]
    [InlineData("Own: 3 shaheed, 1 injured. Enemy: 8 killed.", "3/1; 8/-")]
    [InlineData("Brought dead, three; injured, eight.", "3/8")]
    public void Signals_and_labels_tell_figures(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Two persons became martyr and four took wounds.", "2/4")]
    [InlineData("A porter was shot in the knee.", "-/1")]
    [InlineData("Three clerks escaped with bruises.", "-/3")]
    [InlineData("Five guards reached the rank of martyrdom.", "5/-")]
    public void Wounds_and_deaths_have_many_words(string words, string figures) => Assert.Equal(figures, Written(words));
}
