namespace BorderMap.Reports.Tests;

/// <summary>Single sentences on gates, truces, aircraft, men taken, denials and things lost: one rule each.</summary>
public sealed class GateAndTruceTests
{
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day });

    [Theory]
    [InlineData("Pakistani forces closed the Torkham crossing on Sunday.", "crossing_closure", "2025-10-12", "2025-10-16")]
    [InlineData("The Chaman gate has been padlocked since Sunday, customs agents said.", "crossing_closure", "2025-10-12", "2025-10-16")]
    [InlineData("At Kharlachi the barrier came down on Tuesday and nothing has moved through since.", "crossing_closure", "2025-10-14", "2025-10-16")]
    [InlineData("No truck has crossed at Ghulam Khan since Saturday, traders said.", "crossing_closure", "2025-10-11", "2025-10-16")]
    [InlineData("Torkham stood deserted for a fourth day on Wednesday.", "crossing_closure", "2025-10-12", "2025-10-16")]
    [InlineData("Authorities turned back trucks at Angoor Adda on Wednesday and sealed the gate.", "crossing_closure", "2025-10-15", "2025-10-16")]
    [InlineData("Pakistan closed the Torkham crossing for two hours on Sunday.", "crossing_closure", "2025-10-12", "2025-10-12")]
    [InlineData("Kharlachi | CLOSED | 12 Oct | fuel queue 2 km", "crossing_closure", "2025-10-12", "2025-10-16")]
    [InlineData("Schools in Torkham stayed closed on Tuesday. The gate at Chaman was thrown open to pedestrians on Wednesday.", "crossing_reopening", "2025-10-15", "2025-10-15")]
    [InlineData("Trucks began rolling through Kharlachi again on Wednesday.", "crossing_reopening", "2025-10-15", "2025-10-15")]
    [InlineData("The crossing at Spin Boldak is working normally again since Tuesday, officials said.", "crossing_reopening", "2025-10-14", "2025-10-14")]
    [InlineData("A lull in fighting brokered by Qatar took effect on Wednesday evening.", "ceasefire", "2025-10-15", "2025-10-15")]
    [InlineData("Both sides sign an immediate ceasefire on Wednesday.", "ceasefire", "2025-10-15", "2025-10-15")]
    [InlineData("Officers of both sides met at Torkham on Tuesday and brought about a truce until the end of the month.", "ceasefire", "2025-10-14", "2025-10-14")]
    [InlineData("Elders of Goshta made a truce with the Pakistani officers opposite, on Wednesday.", "ceasefire", "2025-10-15", "2025-10-15")]
    [InlineData("Talks between the commanders at Kharlachi on Monday led to a local ceasefire.", "ceasefire", "2025-10-13", "2025-10-13")]
    [InlineData("A meeting of officers at Ghulam Khan on Tuesday brought a pledge to hold fire.", "ceasefire", "2025-10-14", "2025-10-14")]
    [InlineData("The Taliban said their forces had halted operations at midnight on Sunday at the request of Qatar.", "ceasefire", "2025-10-12", "2025-10-12")]
    [InlineData("Pakistani drones flew over Khost on Tuesday. One was brought down in Spera the same evening.", "drone_shootdown", "2025-10-14", "2025-10-14")]
    [InlineData("Pakistani paramilitaries took nine Afghan woodcutters into custody at Kharlachi on Wednesday.", "detention", "2025-10-15", "2025-10-15")]
    [InlineData("Four tribesmen were whisked across the Durand Line near Angoor Adda by gunmen on Tuesday.", "abduction", "2025-10-14", "2025-10-14")]
    [InlineData("Militants cut through the fence and stormed a post at Ghulam Khan on Tuesday.", "ground_attack", "2025-10-14", "2025-10-14")]
    [InlineData("Afghanistan and Pakistan undertook on Wednesday to uphold the ceasefire and to create a panel that would verify it.", "ceasefire", "2025-10-15", "2025-10-15")]
    [InlineData("A temporary truce between Pakistan and Afghanistan is to start at 17:30 this evening, the spokesman wrote.", "ceasefire", "2025-10-16", "2025-10-16")]
    [InlineData("Farmers of Khost called for the Ghulam Khan gate, shut since 12 October, to be reopened.", "crossing_closure", "2025-10-12", "2025-10-16")]
    [InlineData("SITUATION IN BRIEF\nGhulam Khan: closed 14 October, still closed on Thursday.\nAngoor Adda: open.\n", "crossing_closure", "2025-10-14", "2025-10-16")]
    public void Finds_what_is_told(string text, string kind, string start, string end)
    {
        var draft = Assert.Single(Extract(text).Drafts, draft => draft.Kind is not ("airspace_violation" or "infiltration"));

        Assert.Equal((kind, DateOnly.Parse(start), DateOnly.Parse(end)), (draft.Kind, draft.Date.Date.Start, draft.Date.Date.End));
    }

    [Theory]
    [InlineData("Guards fired at each other at Torkham on Tuesday.\n\nTraffic was suspended at once and had not resumed on Wednesday.", "crossing_closure")]
    [InlineData("Guards fired at each other at Torkham on Tuesday. Pedestrian and cargo movement both suspended till further notice.", "crossing_closure")]
    [InlineData("Guards fired at each other at Kharlachi on Tuesday. Lorries were turned back the same evening; the route remains shut.", "crossing_closure")]
    [InlineData("Guards fired at each other at Kharlachi on Tuesday. The road of Kharlachi was closed by them.", "crossing_closure")]
    [InlineData("Guards fired at each other at Torkham on Tuesday. Is it open? No. It was locked the same day.", "crossing_closure")]
    [InlineData("After three labourers were abducted by gunmen near Badini on Tuesday the levies stopped all business at the Badini gate.", "crossing_closure")]
    [InlineData("The border point of Torkham has been out of use since Sunday.", "crossing_closure")]
    [InlineData("The gate at Kharlachi let the first lorries through on Wednesday.", "crossing_reopening")]
    [InlineData("The first trucks, most of them with onions, rolled through Torkham on Wednesday.", "crossing_reopening")]
    [InlineData("At Torkham families have been passing through the gate since Wednesday noon.", "crossing_reopening")]
    public void Finds_what_becomes_of_a_gate_told_before(string text, string kind) => Assert.Contains(Extract(text).Drafts, draft => draft.Kind == kind);

    [Theory]
    [InlineData("Jets bombed a house in Barmal on Tuesday, killing four, officials in Paktika said.\n\nIn September more than 70 people died on both sides before Qatar brokered a ceasefire.")]
    [InlineData("Jets bombed a house in Barmal on Tuesday, killing four, officials in Paktika said.\n\nThe two sides agreed to a truce last month in talks hosted by Turkey.")]
    [InlineData("A drone struck a house in Khogyani on Tuesday, killing four.\n\nIslamabad did not comment.\n\nTies have been poor. Qatar and Turkey brokered a truce, but several rounds of talks brought no lasting deal.")]
    public void Leaves_a_truce_named_in_passing(string text) => Assert.DoesNotContain(Extract(text).Drafts, draft => draft.Kind is "ceasefire");

    [Theory]
    [InlineData("PESHAWAR: Border forces of Pakistan and the Afghan Taliban fired at each other near a key border crossing on Tuesday.\n\nA spokesman in Nangarhar said the situation was normal.\n\nTorkham point, used by traders of both countries, was calm in the evening.")]
    [InlineData("KABUL: Pakistani and Afghan guards traded fire at one of the busiest crossings on Wednesday, residents said.\n\nShops were closed. Officials in Jalalabad did not comment.\n\nTrucks queued on both sides of the Torkham border crossing.")]
    public void A_fight_at_a_gate_without_its_name_is_at_the_one_named_later(string text) => Assert.StartsWith("Torkham", Assert.Single(Extract(text).Drafts, draft => draft.Kind is "armed_clash").Places[0].Place.Name, StringComparison.Ordinal);

    [Theory]
    [InlineData("A report on Tuesday said that the Kharlachi terminal had been closed. It was not closed.")]
    [InlineData("Also circulating is a false report that Ghulam Khan is closed.")]
    [InlineData("Schools in Torkham will stay closed until Wednesday.")]
    [InlineData("The road over the Nawa Pass was closed by snow on Tuesday.")]
    [InlineData("Police in Karachi detained 60 Afghans on Tuesday for lack of papers.")]
    [InlineData("Traders called for the reopening of Torkham.")]
    public void Leaves_out_what_did_not_happen_or_is_none_of_the_border(string text) => Assert.Empty(Extract(text).Drafts);

    [Theory]
    [InlineData("The army said no shells had been fired into Kunar.", DraftStatus.Denied)]
    [InlineData("Pakistan's military called the report \"a fairy tale\".", DraftStatus.Denied)]
    [InlineData("A Pakistani spokesman said nothing had been fired from his side.", DraftStatus.Denied)]
    [InlineData("Pakistan's military said it had nothing to do with it.", DraftStatus.Reported)]
    [InlineData("Pakistan's military declined to comment.", DraftStatus.Reported)]
    public void Tells_a_deed_denied_from_a_hand_in_it_denied(string words, DraftStatus status) =>
        Assert.Equal(status, Assert.Single(Extract($"Shells hit Dangam in Kunar on Tuesday, residents said. {words}").Drafts).Status);

    [Theory]
    [InlineData("Two posts were overrun and one set ablaze.", "2 post Captured; 1 post Destroyed")]
    [InlineData("Nine outposts were taken.", "9 outpost Captured")]
    [InlineData("Four Kalashnikovs and one Ranger vehicle fell to the mujahideen.", "4 Kalashnikov Captured; 1 Ranger vehicle Captured")]
    [InlineData("Eleven sub-machine guns and two RPG-7 were recovered.", "11 sub-machine gun Captured; 2 RPG-7 Captured")]
    public void Reads_what_was_captured_and_destroyed(string words, string things) =>
        Assert.Equal(things, string.Join("; ", Assert.Single(Extract($"Afghan forces attacked Pakistani posts opposite Spin Boldak on Tuesday. {words}").Drafts).Claims.SelectMany(claim => claim.Claim.Objects).Select(thing => $"{thing.Min} {thing.Item} {thing.Effect}")));

    [Theory]
    [InlineData("Elders in Chaman called for a truce on Wednesday. Talks in Istanbul have not brought a truce.")]
    [InlineData("Unless both sides make a truce, no trader of Torkham will send a truck.")]
    public void A_truce_wished_for_is_none(string text) => Assert.Empty(Extract(text).Drafts);

    [Theory]
    [InlineData("The Taliban on Wednesday accused Pakistan of having violated the airspace of Kabul and of having bombed a market in Barmal district of Paktika.", "airspace_violation Kabul; airstrike Barmal")]
    [InlineData("The ministry accused Pakistan of entering the airspace of Khost and of bombing a school in Barmal district of Paktika on Wednesday.", "airspace_violation Khost; airstrike Barmal")]
    [InlineData("Mujahid said Pakistani aircraft had violated the airspace of Khost on Wednesday and had bombed two houses in Spera district.", "airstrike Spera")]
    public void The_airspace_of_one_place_and_the_bombing_of_another_are_two(string text, string told) =>
        Assert.Equal(told, string.Join("; ", Extract(text).Drafts.Select(draft => $"{draft.Kind} {draft.Places[0].Place.Name}")));

    [Fact]
    public void Counts_days_from_the_stamp_above()
    {
        var draft = Assert.Single(Extract("@khost_watch - 12 Oct, 11:58 pm\nPakistani shells hit Dangam in Kunar, killing two.\n\n@khost_watch - 14 Oct, 7:10 am\nAll quiet in the valley.").Drafts);

        Assert.Equal(new DateOnly(2025, 10, 12), draft.Date.Date.Start);
    }

    [Fact]
    public void Counts_back_from_the_day_told_before()
    {
        var drafts = Extract("On Tuesday rockets fell on Nari. The night before, shells had hit Sarkano in Kunar, officials said.").Drafts;

        Assert.Equal([new DateOnly(2025, 10, 14), new DateOnly(2025, 10, 13)], drafts.Select(draft => draft.Date.Date.Start!.Value));
    }

    [Theory]
    [InlineData("The Torkham gate opened on Tuesday. Traders recalled that it was closed for 27 days this year.", 0)]
    [InlineData("The Torkham gate has been closed for 27 days, traders said on Wednesday.", 1)]
    public void A_closure_some_time_in_the_year_is_over(string text, int closures) => Assert.Equal(closures, Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Count(draft => draft.Kind is "crossing_closure"));

    [Fact]
    public void A_closure_from_one_day_to_another_ends_on_its_last_day() => Assert.Contains(Repository.Extractor.Extract(new Report("The Friendship Gate was closed on Sunday and opened again the same evening.\n\nThe Chaman crossing had been shut from September 13 to September 21 after a gunman killed a soldier at the gate.") { Published = new(2025, 10, 16) }).Drafts,
        draft => draft is { Kind: "crossing_closure" } && draft.Date.Date.End == new DateOnly(2025, 9, 21));
}
