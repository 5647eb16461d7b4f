namespace BorderMap.Reports.Tests;

/// <summary>When a deed was: by its own words, by those of the clause, sentence or heading it hangs on.</summary>
public sealed class TimeTests
{
    /// <summary>A Thursday.</summary>
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static IReadOnlyList<Draft> Drafts(string text, DateOnly? published) => Repository.Extractor.Extract(new Report(text) { Published = published }).Drafts;

    private static string Written(Draft draft) => $"{draft.Kind} {draft.Date.Date.Start:MM-dd}{(draft.Date.Date.End == draft.Date.Date.Start ? "" : $"..{draft.Date.Date.End:MM-dd}")}";

    private static string Written(string text) => string.Join("; ", Drafts(text, Day).Select(Written));

    [Theory]
    [InlineData("on the 9th", "10-09")]
    [InlineData("on Thursday the 9th", "10-09")]
    [InlineData("on the 28th of last month", "09-28")]
    [InlineData("on the night of the 9th", "10-09..10-10")]
    [InlineData("between the 9th and the 11th", "10-09..10-11")]
    [InlineData("on 09-10", "10-09")]
    [InlineData("on the last Saturday of September", "09-27")]
    [InlineData("on the second Monday in September", "09-08")]
    [InlineData("in the first week of October", "10-01..10-07")]
    [InlineData("in early October", "10-01..10-10")]
    [InlineData("at the end of September", "09-21..09-30")]
    [InlineData("on Wednesday of last week", "10-08")]
    [InlineData("on Sunday last", "10-12")]
    [InlineData("on the Sunday before last", "10-05")]
    [InlineData("over the weekend", "10-11..10-12")]
    [InlineData("on 18 Mizan", "10-10")]
    [InlineData("on the day of Jumu'ah, 18 Mizan,", "10-10")]
    [InlineData("on the 18th of Mizan", "10-10")]
    [InlineData("on the eighteenth day of Mizan", "10-10")]
    [InlineData("on 18/7/1404", "10-10")]
    [InlineData("on 10 October, a Friday,", "10-10")]
    [InlineData("the night before last", "10-14..10-15")]
    [InlineData("on the evening before last", "10-14")]
    [InlineData("a fortnight ago", "09-28..10-02")]
    public void Reads_a_day_by_its_number_name_or_part(string words, string expected) =>
        Assert.Equal($"shelling {expected}", Written($"Pakistani forces shelled the Dangam district of Kunar {words}, officials said."));

    [Theory]
    [InlineData("The Torkham crossing opened on Wednesday, five days after it was sealed by Pakistani guards.", "crossing_reopening 10-15; crossing_closure 10-10..10-15")]
    [InlineData("Traffic through the Ghulam Khan crossing resumed on Tuesday, a week after the gate was closed when Afghan guards fired on a Pakistani post.", "crossing_reopening 10-14; crossing_closure 10-07..10-14; cross_border_fire 10-07")]
    [InlineData("Two days after an air strike on Barmal in Paktika on Sunday, Afghan forces shelled Angoor Adda.", "airstrike 10-12; shelling 10-14")]
    [InlineData("Pakistani jets bombed Barmal in Paktika on Sunday. Two days later Afghan forces shelled Chaman.", "airstrike 10-12; shelling 10-14")]
    [InlineData("Pakistani jets bombed Barmal in Paktika on Sunday. Three days earlier, Afghan forces had shelled Chaman.", "airstrike 10-12; shelling 10-09")]
    [InlineData("Pakistani jets bombed Barmal in Paktika on Sunday. The following night, Afghan forces shelled Chaman.", "airstrike 10-12; shelling 10-13..10-14")]
    [InlineData("Pakistani jets bombed Barmal in Paktika on Sunday. The day after, Afghan forces shelled Chaman.", "airstrike 10-12; shelling 10-13")]
    [InlineData("A week before jets bombed Barmal in Paktika on Sunday, Afghan forces shelled Chaman.", "airstrike 10-12; shelling 10-05")]
    [InlineData("Three weeks after Afghan gunners shelled Arandu, killing two, the bazaar there opened on Monday, residents said.", "shelling 09-22")]
    [InlineData("Hours after Pakistani jets bombed Barmal in Paktika on Tuesday, Afghan forces attacked Pakistani posts at Angoor Adda.", "airstrike 10-14; ground_attack 10-14")]
    [InlineData("A ceasefire at Kharlachi was announced on October 9. Two nights before the announcement, Pakistani jets had bombed Barmal in Paktika.", "airstrike 10-07; ceasefire 10-09")]
    [InlineData("The evening before the gate at Angoor Adda was shut on Sunday, a quadcopter dropped a grenade on a shop in Barmal, Paktika.", "crossing_closure 10-12..10-16; drone_strike 10-11")]
    public void Counts_from_one_deed_to_another(string text, string expected) => Assert.Equal(Sorted(expected), Sorted(Written(text)));

    [Theory]
    [InlineData("The Torkham gate was shut on Friday and opened again on Monday.", "crossing_closure 10-10..10-13; crossing_reopening 10-13")]
    [InlineData("The Kharlachi gate, sealed on Saturday, was unlocked on Tuesday.", "crossing_closure 10-11..10-14; crossing_reopening 10-14")]
    [InlineData("Pakistan kept the Torkham crossing closed for a third day on Wednesday, after Afghan troops shelled the Landi Kotal district.", "crossing_closure 10-13..10-16; shelling 10-13")]
    [InlineData("The Torkham crossing was closed on Wednesday after Afghan troops shelled the Landi Kotal district. The shells fell on Landi Kotal on Tuesday.", "crossing_closure 10-15..10-16; shelling 10-14")]
    [InlineData("Afghan guards opened fire at the Friendship Gate in Chaman, killing two. The two were killed in last Sunday's firing at Chaman.", "cross_border_fire 10-12")]
    public void Keeps_the_days_of_clauses_apart(string text, string expected) => Assert.Equal(Sorted(expected), Sorted(Written(text)));

    [Theory]
    [InlineData("The Kharlachi gate will not open today, officials said. Ghulam Khan is working normally.", "crossing_closure 10-16")]
    [InlineData("Torkham has not reopened since Saturday. Officials did not say when the gate would open.", "crossing_closure 10-11..10-16")]
    [InlineData("The Angoor Adda gate has yet to reopen.", "crossing_closure 10-15..10-16")]
    [InlineData("The Chaman crossing was closed on Sunday. It has been working as usual since Tuesday.", "crossing_closure 10-12..10-14; crossing_reopening 10-14")]
    [InlineData("Daily report, Torkham\n\n1. 0630 hrs. Nil.\n2. 1930 hrs. Exchange of small arms at Torkham between Afghan and Pakistani guards.\n3. Gate closed at 1930 on account of ser 2.", "armed_clash 10-16; crossing_closure 10-16")]
    public void A_gate_that_is_not_opened_is_shut(string text, string expected) => Assert.Equal(Sorted(expected), Sorted(Written(text)));

    [Theory]
    [InlineData("Border log, Chaman, spring 2017\n\ndate | where | what\n3 May | Chaman | gate closed by guards\n6 May | Kharlachi | mortar shells from Afghan side, two killed", "crossing_closure 2017-05-03; shelling 2017-05-06")]
    [InlineData("BORDER WEEK, 28 July - 3 August 2025\n\nPAKTIKA. On 29 July Pakistani forces shelled Barmal.", "shelling 2025-07-29")]
    public void A_year_at_the_head_holds_for_the_days_below(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Drafts(text, null).Select(draft => $"{draft.Kind} {draft.Date.Date.Start:yyyy-MM-dd}")));

    private static string Sorted(string drafts) => string.Join("; ", drafts.Split("; ").Order(StringComparer.Ordinal));

    [Fact]
    public void A_gate_that_remained_shut_on_a_day_was_shut_before_it() =>
        Assert.Equal("crossing_closure 10-12..10-16", Written("The Torkham crossing remained closed on Wednesday, drivers said. An official said that the gate was sealed on Sunday."));

    [Fact]
    public void Hours_before_a_fight_may_be_the_day_before() =>
        Assert.Equal("armed_clash 10-13; crossing_closure 10-12..10-16", Written("Afghan and Pakistani guards exchanged fire at Torkham on Monday, hours after officials had shut the gate. The gate, closed since Sunday evening, stayed locked."));

    [Fact]
    public void The_same_night_is_the_night_told_and_not_the_day_beside_it() =>
        Assert.Equal("airstrike 10-13..10-14", Written("A power cut in Kabul on Monday night was still unexplained on Wednesday.\n\nPakistani jets bombed Barmal district of Paktika that same night."));

    [Fact]
    public void The_day_of_a_dateline_dates_no_deed() =>
        Assert.Equal("armed_clash 10-14..10-15", Written("KABUL, 16 October (Orbit): Taliban guards and Pakistani troops exchanged heavy fire near Torkham. The clash took place on Tuesday night, a statement said."));
}
