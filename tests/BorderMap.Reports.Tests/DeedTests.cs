namespace BorderMap.Reports.Tests;

/// <summary>Deeds read from the classes of their words, in wording that no pattern has.</summary>
public sealed class DeedTests
{
    private static string[] Kinds(string text) => [.. Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Select(draft => draft.Kind)];

    [Theory]
    [InlineData("shelling", "Seven projectiles loosed from beyond the ridge thudded into orchards at Nari, Kunar, on Tuesday, hurting a girl.")]
    [InlineData("shelling", "Tuesday: 14 rounds on Gurbuz, Khost, from the Pakistani side, no one hurt.")]
    [InlineData("airstrike", "A house in Spera, Khost, was reduced to rubble on Tuesday by two Pakistani jets, neighbours said.")]
    [InlineData("airstrike", "Pakistani aircraft fired twice at a post in Spera, Khost, on Tuesday.")]
    [InlineData("drone_strike", "A Pakistani quadcopter let a charge fall on a tea stall in Shorabak, Kandahar, on Tuesday, wounding three.")]
    [InlineData("drone_strike", "Two tribesmen in Gomal, Paktika, lost their lives on Tuesday when an unmanned craft from Pakistan fired on their car.")]
    [InlineData("airspace_violation", "Pakistani aircraft wheeled over Khost's Gurbuz district for half an hour on Tuesday, residents said.")]
    [InlineData("airspace_violation", "Pakistani jets circled over Barmal, Paktika, on Tuesday for an hour without dropping anything, residents said.")]
    [InlineData("airspace_violation", "On Tuesday a helicopter from Pakistan strayed three kilometres inside Afghanistan over Dangam, Kunar, and turned back, police said.")]
    [InlineData("drone_shootdown", "Afghan gunners said they had dropped a Pakistani drone out of the sky above Spera, Khost, on Tuesday.")]
    [InlineData("ied_attack", "A hidden charge blew under a lorry carrying fence crews at Ghulam Khan on Tuesday, killing a jawan.")]
    [InlineData("suicide_attack", "A youth in a vest full of explosives blew himself apart among guards at the Torkham gate on Tuesday, killing four.")]
    [InlineData("infiltration", "Six armed men filtering across the border into Kurram on Tuesday were cut off by the Frontier Corps; four were killed.")]
    [InlineData("ground_attack", "Some sixty fighters from across the line descended upon a levies fort near Badini on Tuesday; it held out until dawn.")]
    [InlineData("cross_border_fire", "A woodcutter was grazed by a bullet from across the border at Kharlachi on Tuesday.")]
    [InlineData("armed_clash", "Both sides blazed at each other at Teri Mangal until midnight on Tuesday.")]
    [InlineData("abduction", "Three road engineers were bundled into a pickup by gunmen near Badini on Tuesday and driven over the border.")]
    [InlineData("detention", "Two woodcutters were grabbed by Pakistani guards at the wire in Barmal, Paktika, on Tuesday.")]
    [InlineData("crossing_closure", "Not a truck has been let across at Ghulam Khan since Tuesday, traders said.")]
    [InlineData("crossing_closure", "The Kharlachi gate will not open today, an official said on Tuesday.")]
    [InlineData("crossing_reopening", "The chain came off the Kharlachi gate on Tuesday and lorries rolled again.")]
    [InlineData("fence_dispute", "Wire gangs of the Pakistani army were pelted and driven off at Maruf on Tuesday by herders who say the pasture is theirs.")]
    [InlineData("airspace_violation", "Pakistani planes broke the sound barrier over Jalalabad on Tuesday and rattled its windows.")]
    [InlineData("airspace_violation", "On Tuesday the helicopters of Pakistan tramped over the border and flouted the air of our homeland at Tani, the corps in Khost said.")]
    [InlineData("airstrike", "Pakistan blew up two sheds in Barmal from the air on Tuesday, the elders said.")]
    [InlineData("drone_strike", "A drone flew over the line into Gurbuz on Tuesday and killed a miller, neighbours said.")]
    [InlineData("drone_strike", "A quad-copter, which came from beyond the border, let two grenades go over a picket at Nawa Pass on Tuesday.")]
    [InlineData("cross_border_fire", "Fire was opened on Tuesday from the Pakistani side at a watchtower in Goshta.")]
    [InlineData("armed_clash", "Heavy rifles began at Teri Mangal on Tuesday at dusk, on one bank of the stream and soon on the other.")]
    [InlineData("abduction", "On Tuesday soldiers from the Pakistani side came over to Spera and made off with two herders.")]
    [InlineData("post_capture", "Gunmen from Kunar reached Nawa Pass on Tuesday and for a long while held the Pakistani watchtower, until help came.")]
    [InlineData("ied_attack", "Masons at the fence near Kharlachi lost a tractor on Tuesday to a hidden bomb, the Frontier Corps said.")]
    [InlineData("ceasefire", "A 72-hour lull took hold at Chaman on Tuesday, Kabul and Islamabad said.")]
    [InlineData("ceasefire", "Both governments agreed in Muscat on Tuesday to hold their fire.")]
    [InlineData("fence_dispute", "On Tuesday Pakistani troops planted concrete pillars for their wire inside Gomal, Paktika, and villagers dug them out.")]
    public void Told(string kind, string text) => Assert.Equal([kind], Kinds(text));

    [Theory]
    [InlineData("What could upset the forecast: the gate at Chaman shut again; an air raid on Kunar; shells on Kurram.")]
    [InlineData("The panel named these flashpoints: a closure of Kharlachi, an air raid on Nari, shelling in Kurram.")]
    [InlineData("The minister came under fire on Tuesday for his remarks on Torkham.")]
    [InlineData("A judge in Peshawar on Tuesday freed a man held for the 2022 bombing of a mosque near Landi Kotal.")]
    [InlineData("A jeep of the Frontier Corps rolled down a slope near Kharlachi on Tuesday, killing three soldiers.")]
    [InlineData("At no time on Tuesday was a shell lobbed at Ghulam Khan, the army said.")]
    [InlineData("It is not a fact that guards at Torkham shot anyone on Tuesday, police said.")]
    [InlineData("Wedding guests fired into the air near Spin Boldak on Tuesday and a boy was hit by a bullet.")]
    [InlineData("A gas cylinder blew up in a bakery at Chaman on Tuesday, burning two.")]
    [InlineData("Traders at Torkham hit out at new taxes on Tuesday and closed their shops.")]
    [InlineData("The Torkham gate is open as usual, an official said on Tuesday.")]
    [InlineData("Ghulam Khan is working normally, an official said on Tuesday.")]
    [InlineData("A helicopter brought aid to Spera, Khost, on Tuesday, flying over the flooded valley.")]
    [InlineData("Ministers held talks with elders at Torkham on Tuesday about the gate.")]
    [InlineData("An old shell exploded while boys played in Gurbuz, Khost, on Tuesday.")]
    [InlineData("The fence at Torkham will be cut back in spring, engineers said on Tuesday.")]
    [InlineData("The soldiers took three wounded villagers to hospital in Parachinar on Tuesday.")]
    public void NotTold(string text) => Assert.Empty(Kinds(text));

    [Theory]
    [InlineData("The Kharlachi gate was shut on Sunday and opened again on Tuesday.")]
    [InlineData("The gate at Kharlachi, locked on Sunday morning, was unlocked on Tuesday at noon.")]
    public void AGateShutAndOpenedInOneBreathIsBoth(string text) => Assert.Equal(["crossing_closure", "crossing_reopening"], Kinds(text).Order());

    [Fact]
    public void WhatMayComeAgainHasBeen() => Assert.Equal(["airstrike"], Kinds("If Pakistani jets bomb Khost once more as they did on Monday, killing three children, Kabul will answer."));
}
