namespace BorderMap.Reports.Tests;

/// <summary>When the dead and hurt of a place tell a happening by themselves, and what else only looks like one.</summary>
public sealed class LoneTollTests
{
    private static IReadOnlyList<string> Kinds(string text) => [.. Repository.Extractor.Extract(new Report(text) { Published = new DateOnly(2025, 10, 16) }).Drafts.Select(draft => draft.Kind)];

    [Theory]
    [InlineData("An old man died in the queue at Torkham, a nurse of the Afghan side said. Some 900 people crossed the border on Wednesday.")]
    [InlineData("The Afghan delegation flies to Ankara. Eleven policemen have been laid to rest in Bajaur, the Pakistani minister said.")]
    [InlineData("Displaced families live in tents near the border. An outbreak of cholera took nine lives in Gurbuz.")]
    [InlineData("A lawmaker read the names of nine men of Chagai killed in the line of duty. The border fence is finished, he was told.")]
    public void Illness_roads_and_burials_at_the_border_are_no_force(string text) => Assert.Empty(Kinds(text));

    [Theory]
    [InlineData("A truce between Kabul and Islamabad held on Thursday.\n\nIn Spin Boldak, bakeries were open. On Wednesday alone, 36 civilians were killed in the district, its health director said. The Chaman gate is quiet.")]
    [InlineData("Calm returned to the Afghan-Pakistani border on Thursday.\n\nIn Dangam, a district of Kunar, families went back. On Tuesday alone nine people were killed there by Pakistani shells, officials in Asadabad said.")]
    public void The_dead_of_one_day_in_the_district_told_last_are_a_happening(string text) => Assert.Contains(Kinds(text), kind => kind is "cross_border_fire" or "shelling");

    [Fact]
    public void Men_killed_where_both_sides_are_named_are_a_happening() =>
        Assert.NotEmpty(Kinds("Afghanistan and Pakistan held to their truce. Nine civilians had been killed in Spin Boldak, the district chief said."));

    [Fact]
    public void Who_is_hurt_by_what_a_war_left_behind_belongs_to_it() =>
        Assert.Empty(Kinds("In Spin Boldak a tractor ran over an old mine on Tuesday; the driver is in hospital with burns, clearance teams said."));

    [Fact]
    public void The_dead_buried_are_those_of_the_deed_told_after() =>
        Assert.Single(Kinds("Four people of Chaman were buried on Wednesday. They died, the army said, when Afghan forces shelled the town of Chaman on Tuesday."));

    [Theory]
    [InlineData("Elders in Spin Boldak go back to 2017, when shells fell on two villages at the border.")]
    [InlineData("The gate at Torkham has been sealed so often that traders have left, an agent said.")]
    [InlineData("The reopening of Torkham is under discussion, a customs officer said.")]
    public void What_a_year_or_a_habit_tells_is_no_news(string text) => Assert.Empty(Kinds(text));

    [Fact]
    public void The_day_on_which_it_was_told_keeps_no_earlier_day_of_the_deed_away()
    {
        var clash = Assert.Single(Repository.Extractor.Extract(new Report("Afghan and Pakistani guards exchanged fire in Zazi Maidan district, the police chief told reporters here on Thursday. The fight began around noon on Tuesday, he said.") { Published = new DateOnly(2025, 10, 16) }).Drafts);
        Assert.Equal(new DateOnly(2025, 10, 14), clash.Date!.Date.Start);
    }

    [Theory]
    [InlineData("Pakistani jets bombed villages in the Marawara district of Kunar on Tuesday, officials there said.\n\nThe spokeswoman asked Kabul to act. The nine soldiers, she said, had been killed in the Khyber district.", "airstrike")]
    [InlineData("Security forces killed nine militants who tried to infiltrate at Shawal in North Waziristan on Monday night, the army said.\n\nWith two more bodies found this morning, the number of militants killed at Shawal has risen to eleven.", "infiltration")]
    [InlineData("The guards shot at Baizai on Sunday, and Pakistani troops fired back over the border. Five Taliban men fell and several more were carried away hurt.", "cross_border_fire")]
    public void Dead_of_the_bombing_side_and_bodies_found_later_begin_no_deed(string text, string kinds) => Assert.Equal(kinds, string.Join(' ', Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Select(draft => draft.Kind)));
}
