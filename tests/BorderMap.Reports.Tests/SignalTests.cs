namespace BorderMap.Reports.Tests;

/// <summary>Signals, logs and tickers: abbreviations, dates in one word, a day in the title; and what stands beside an act and is none.</summary>
public sealed class SignalTests
{
    /// <summary>A Thursday.</summary>
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static IReadOnlyList<Draft> Drafts(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day }).Drafts;

    private static string[] Kinds(string text) => [.. Drafts(text).Select(draft => draft.Kind)];

    private static string Written(string text) => string.Join("; ", Drafts(text).Select(draft => $"{draft.Kind} {draft.Date.Date.Start:MM-dd}{(draft.Date.Date.End == draft.Date.Date.Start ? "" : $"..{draft.Date.Date.End:MM-dd}")}"));

    [Theory]
    [InlineData("shelling", "SITREP 13 OCT 25\n0415 Spera, Khost: 9 arty rds fm PAK side, 1 barn dmgd.")]
    [InlineData("shelling", "SITREP 13 OCT 25\n0415 Dangam dist: mor fire fm across, nil cas.")]
    [InlineData("cross_border_fire", "SITREP 13 OCT 25\n0415 Nari: SAF fm PAK side, 20 min.")]
    [InlineData("airspace_violation", "SITREP 13 OCT 25\n0415 Barmal: 2 x jets overhead, no ordnance.")]
    [InlineData("drone_strike", "SITREP 13 OCT 25\n0415 Barmal, Paktika: drone, 2 missiles, hut burnt.")]
    [InlineData("infiltration", "SITREP 13 OCT 25\n0415 Ghulam Khan: infil attempt foiled, 4 x TTP killed.")]
    public void A_signal_is_read_on_the_day_of_its_title(string kind, string text) => Assert.Equal($"{kind} 10-13", Written(text));

    [Theory]
    [InlineData("13OCT25 0330L Gurbuz: shelling from the Pakistani side, two houses hit.", "10-13")]
    [InlineData("Pakistani forces shelled Gurbuz in Khost, 130330L OCT 25, police said.", "10-13")]
    [InlineData("Pakistani forces shelled Gurbuz in Khost, 122250L-130110L OCT 25, police said.", "10-12..10-13")]
    public void A_date_in_one_word_is_a_date(string text, string day) => Assert.Equal($"shelling {day}", Written(text));

    [Theory]
    [InlineData("shelling", "Mortar bombs from the Pakistani side have fallen on Nari since 5 a.m. today, elders said.")]
    [InlineData("armed_clash", "Saturday's exchange near Kharlachi hurt an Afghan and two Pakistani guards.")]
    [InlineData("armed_clash", "Pakistani soldiers engaged Afghan guards at Teri Mangal on Tuesday for an hour.")]
    [InlineData("cross_border_fire", "Afghan guards discharged rifles at a Pakistani picket near Chaman on Tuesday.")]
    [InlineData("ground_attack", "Gunmen from the far side set fire to a picket on the border at Nawa Pass on Tuesday.")]
    [InlineData("airstrike", "The dawn raid on Barmal, Paktika, by Pakistani aircraft on Tuesday killed five.")]
    [InlineData("airstrike", "Two women of Tani, Khost, were killed on Tuesday by a bomb from a Pakistani plane.")]
    [InlineData("airspace_violation", "Pakistani helicopters made low passes over Dangam, Kunar, on Tuesday.")]
    [InlineData("ied_attack", "A truck of the frontier police was hit by a roadside bomb near the border at Ghulam Khan on Tuesday.")]
    [InlineData("mine_blast", "Three guards were hurt by a mine laid beside the border wire at Kharlachi on Tuesday.")]
    [InlineData("infiltration", "A band that had crossed from Afghanistan was engaged by troops at Ghulam Khan on Tuesday.")]
    [InlineData("fence_dispute", "Pakistani masons mending the wire near Kharlachi were chased off by Afghan guards on Tuesday.")]
    [InlineData("detention", "A herder of Spera was taken by a Pakistani patrol at the border on Tuesday.")]
    [InlineData("abduction", "Two masons were kidnapped near Ghulam Khan on Tuesday by gunmen who took them across the border to Khost.")]
    public void Told(string kind, string text) => Assert.Equal([kind], Kinds(text));

    [Theory]
    [InlineData("Pakistani troops held a gunnery exercise near Chaman on Tuesday.")]
    [InlineData("Border guards rehearsed beating off an attack on a post near Barmal on Tuesday.")]
    [InlineData("Hail pounded the orchards of Nari on Tuesday.")]
    [InlineData("The bazaar of Ghulam Khan was hit by a power cut on Tuesday.")]
    [InlineData("Teachers at Gayan, Paktika, went on strike on Tuesday.")]
    [InlineData("The governor of Kunar launched an attack on corruption in Marawara on Tuesday.")]
    [InlineData("A flag meeting of the two sides was held at Kharlachi on Tuesday.")]
    [InlineData("A clinic was opened at Angoor Adda on Tuesday.")]
    [InlineData("Traffic through Ghulam Khan is due to resume soon, a clerk said on Tuesday.")]
    [InlineData("Families displaced earlier by fighting went home to Sarkani on Tuesday.")]
    [InlineData("An adviser said on Tuesday that strikes on Khost or Kunar \"would help nobody\".")]
    [InlineData("Residents of Bajaur fear fresh shelling, a teacher said on Tuesday.")]
    [InlineData("Nobody fired at Chaman on Tuesday, elders said.")]
    [InlineData("Police arrested a thief at Kharlachi on Tuesday.")]
    public void NotTold(string text) => Assert.Empty(Kinds(text));
}
