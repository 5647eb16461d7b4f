namespace BorderMap.Reports.Tests;

/// <summary>What is told in plain words, and is no happening at the border: another war, another gate, a habit, a sum, a reason given.</summary>
public sealed class NotOfTheBorderTests
{
    /// <summary>A Thursday.</summary>
    private static readonly DateOnly Day = new(2025, 10, 16);

    private const string Told = "Pakistani guns shelled Dangam in Kunar on Tuesday, border police said. ";

    private static string[] Kinds(string text) => [.. Drafts(text).Select(draft => draft.Kind)];

    private static IReadOnlyList<Draft> Drafts(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day }).Drafts;

    [Theory]
    [InlineData("In Quetta, a grenade thrown at a house wounded a watchman on Tuesday.")]
    [InlineData("Three officers of the Frontier Constabulary died when gunmen attacked their headquarters in Peshawar on Tuesday.")]
    [InlineData("Iran has closed the Taftan gate since Tuesday.")]
    [InlineData("Iran has tightened its own border, where a guard was shot on Tuesday.")]
    [InlineData("A Counter Terrorism Department team killed four men in Mastung on Tuesday.")]
    public void A_city_or_another_border_is_none_of_this_one(string text) => Assert.Equal(["shelling"], Kinds(Told + text));

    [Theory]
    [InlineData("In the city of Kandahar, army and insurgents battled for a jail on Tuesday.")]
    [InlineData("Fighting between the Taliban and government troops went on around Spin Boldak on Tuesday.")]
    public void The_war_of_Kabul_with_its_insurgents_is_another(string text) => Assert.Equal(["shelling"], Kinds(Told + text));

    [Theory]
    [InlineData("People of Angoor Adda need not be alarmed by gunfire on Wednesday, the administration said.")]
    [InlineData("The bang on Wednesday which villagers near Kharlachi took for shelling was a tyre.")]
    [InlineData("He warned of militants who slip in from Helmand.")]
    [InlineData("Police unveiled a memorial at Kharlachi on Wednesday to those killed in the battles.")]
    public void A_habit_or_a_fear_is_no_deed(string text) => Assert.Equal(["shelling"], Kinds(Told + text));

    [Theory]
    [InlineData("The police report 0 clashes in Khost on Wednesday.")]
    [InlineData("There were zero attacks in Bajaur on Wednesday, officials said.")]
    public void A_count_of_nought_is_no_deed(string text) => Assert.Equal(["shelling"], Kinds(Told + text));

    [Theory]
    [InlineData("Pakistani jets bombed houses in Barmal on Tuesday, which Islamabad called a response to the bombing of a mosque.")]
    [InlineData("Pakistani jets bombed houses in Barmal on Tuesday, in retaliation for recent suicide bombings, the ministry said.")]
    [InlineData("Pakistani jets bombed the house in Barmal on Tuesday of a man who had planned the bombing of a mosque.")]
    public void The_reason_given_for_a_strike_is_no_strike(string text) => Assert.Equal(["airstrike"], Kinds(text));

    [Fact]
    public void What_a_drone_fires_is_its_strike() => Assert.Equal(["drone_strike"], Kinds("An armed drone, believed Pakistani, fired two missiles at a garage in Bahramcha on Tuesday."));

    [Fact]
    public void A_closure_of_some_days_weeks_ago_is_over() => Assert.DoesNotContain("crossing_closure",
        Kinds("Shells from the Afghan side hit Chaman on Tuesday. It follows a shooting on September 13, when a gunman killed a guard and the crossing was shut for eight days."));

    [Fact]
    public void Guns_that_answer_from_where_shells_fell_are_another_shelling() =>
        Assert.Equal(2, Drafts("Shells came down on Nari in Kunar on Tuesday and killed three women. Mortar bombs from Nari struck hamlets above Arandu on Tuesday, a Chitral Scouts officer said, leaving six people hurt.").Count);

    [Fact]
    public void A_truce_of_the_day_is_where_the_fight_was() =>
        Assert.Contains(Drafts("Afghan and Pakistani forces fought at Spin Boldak on Wednesday until noon. A 48-hour truce between Pakistan and Afghanistan began at 6 pm on Wednesday."), draft => draft is { Kind: "ceasefire", Places.Count: > 0 });

    [Theory]
    [InlineData("On Wednesday a bus overturned on the Dangam road; three died.")]
    [InlineData("Crowding at the Dangam clinic caused a stampede on Wednesday; four people were injured.")]
    [InlineData("TWO KILLED AS TRUCK FALLS INTO RAVINE NEAR DANGAM.")]
    [InlineData("Kunar saw its deadliest earthquake in years on August 31, when more than 2,000 people died.")]
    public void Harm_of_another_cause_is_no_deed_though_a_clause_parts_them(string text) => Assert.Equal(["shelling"], Kinds(Told + text));

    [Theory]
    [InlineData("Reports that Ghulam Khan has been closed since Wednesday are wrong, an officer said.")]
    [InlineData("The spokesman rejects talk that villagers in Maruf had tried to pull down the fence on Wednesday.")]
    [InlineData("Word that shots had been fired at Angoor Adda on Wednesday proved to be mistaken.")]
    public void Hearsay_that_is_wrong_tells_of_nothing(string text) => Assert.Equal(["shelling"], Kinds(Told + text));

    [Theory]
    [InlineData("Air strikes account for 71 per cent of the casualties in Khost and Paktika after 21 February.")]
    [InlineData("Between 1 January and 31 March the mission verified 1,020 casualties from hostilities in Kunar.")]
    [InlineData("The ministry said 1,957 attacks had been recorded in Bajaur in the first four months of the year.")]
    public void Shares_and_counts_over_months_are_no_happening(string text) => Assert.Equal(["shelling"], Kinds(Told + text));

    [Theory]
    [InlineData("Pakistani and Afghan forces fought on Tuesday near Spin Boldak, each government saying that the other had opened fire first.")]
    [InlineData("Border guards traded shots at Torkham on Tuesday night, and each side blamed the other for firing first.")]
    public void The_other_who_fired_first_fought_in_the_same_fight(string text) => Assert.Single(Kinds(text));

    [Theory]
    [InlineData("An FC vehicle struck a mine on the patrol track near the fence at Qamar Din Karez on Tuesday; three soldiers were wounded.", "mine_blast")]
    [InlineData("Pakistan carried out air raids on two Afghan districts, Spera and Barmal, on Tuesday.", "airstrike")]
    [InlineData("A missile from an unmanned aircraft tore through a guest room in Spera on Tuesday, killing three.", "drone_strike")]
    [InlineData("Three labourers engaged in fixing fence posts near Toba Achakzai were taken away at gunpoint on Tuesday by men from Maruf.", "abduction")]
    public void The_means_say_the_kind(string text, string kind) => Assert.Equal([kind], Kinds(text));

    [Theory]
    [InlineData("Taliban forces have stopped Pakistani soldiers from stringing wire in Chahar Burjak, the commander said. The soldiers had come 15 kilometres inside last Thursday, he added.")]
    [InlineData("Taliban guards have prevented Pakistani troops from laying a fence in Chahar Burjak, the governor's office said. It said the troops had driven in last Thursday.")]
    public void A_first_sentence_in_the_perfect_has_the_day_of_its_sequel(string text) => Assert.Equal(Day.AddDays(-7), Assert.Single(Drafts(text)).Date.Date.Start);
}
