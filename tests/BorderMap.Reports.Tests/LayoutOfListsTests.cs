namespace BorderMap.Reports.Tests;

/// <summary>What exports, tickers, digests and labelled lists say of where and when.</summary>
public sealed class LayoutOfListsTests
{
    private static IReadOnlyList<Draft> Drafts(string text) => Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts;

    private static string Told(string text) => string.Join("; ", Drafts(text).Select(draft => $"{draft.Kind} {draft.Date.Date.Start:MM-dd} {draft.Places[0].Place.Name}"));

    [Fact]
    public void Reads_an_export_whose_cells_commas_part()
    {
        const string Export = "Border log, both sides of the line\n\ndate,province,district,event,killed,injured,source\n2025-10-02,Khost,Gurbuz,mortar fire from the Pakistani side,0,2,district office\n2025-10-04,Kunar,Dangam,\"clash of guards, two hours\",1,,border police\n";

        Assert.Equal("shelling 10-02 Gurbuz; armed_clash 10-04 Dangam", Told(Export));
        var claims = Drafts(Export).Select(draft => draft.Claims.Single()).ToList();
        Assert.Equal(["district office", "border police"], claims.Select(claim => claim.Claimant));
        Assert.Equal(1, claims[1].Claim.Killed!.Max);
        Assert.Null(claims[1].Claim.Injured);
    }

    [Fact]
    public void Commas_of_a_sentence_part_no_cells() =>
        Assert.Equal("shelling 10-15 Gurbuz", Told("Date, place, cause, source: the monitors want all four.\n\nPakistani artillery shelled Gurbuz district of Khost on Wednesday, officials said."));

    [Fact]
    public void Reads_a_day_and_month_with_a_full_stop_in_a_cell() =>
        Assert.Equal("shelling 10-03 Gurbuz; drone_strike 10-05 Spera", Told("Border log, both sides of the line\n\nNo | Date | Place | Event | Killed\n1 | 03.10 | Gurbuz | mortar fire from across | 1\n2 | 05.10 | Spera | drone on a car | 2\n"));

    [Fact]
    public void A_ticker_marked_by_arrows_or_stars_is_no_trail_of_links()
    {
        Assert.Equal("airstrike 10-16 Barmal", Told("NEWS STRIP 16 OCTOBER\n\n>>> Pakistani jets bomb Barmal district of Paktika, governor says\n>>> Wheat price falls again\n>>> Cricket: Kabul win by two runs"));
        var claim = Drafts("NEWS STRIP 16 OCTOBER\n\n*** GOVERNOR'S OFFICE: TWO GUARDS KILLED AS PAKISTANI FORCES SHELL GURBUZ ***\n*** WHEAT PRICE FALLS AGAIN ***")[0].Claims[0];
        Assert.Equal("GOVERNOR'S OFFICE", claim.Claimant);
    }

    [Fact]
    public void A_row_labelled_with_a_crossing_tells_what_became_of_it() =>
        Assert.Equal("crossing_closure 10-11 Torkham crossing; crossing_reopening 10-14 Ghulam Khan crossing", Told("State of the gates, 16 October\n\n- Torkham: shut since 11 October\n- Ghulam Khan: opened on Tuesday for fruit lorries\n- Badini: as before"));

    [Fact]
    public void A_weekday_in_a_digest_is_of_its_week() =>
        Assert.Equal("cross_border_fire 10-04 Gurbuz; shelling 10-07 Dangam", Told("The week on the line, 4 to 10 October\n\nSat. Gurbuz. Pakistani guards opened fire on a herdsman and killed him.\nTue. Dangam. Pakistani artillery shelled two hamlets."));

    [Fact]
    public void The_day_of_a_label_holds_for_its_paragraph() =>
        Assert.Equal("cross_border_fire 10-02 Gurbuz; cross_border_fire 10-09 Lower Dir", Told("Our monitors looked into two cases.\n\n2 October, Gurbuz. Gunfire from the Pakistani side hit a car. The driver was wounded, his family said.\n\n9 October, Lower Dir. Gunfire from Kunar struck a van. Its driver was wounded, police said."));

    [Fact]
    public void A_year_told_in_a_paragraph_is_not_that_of_the_report() =>
        Assert.Equal("shelling 10-03 Dangam", Told("\"My brother stepped on a mine in 1987,\" says Gul Khan.\n\nPakistani artillery shelled Dangam district of Kunar on October 3, killing two."));

    [Fact]
    public void Reads_a_log_whose_lines_begin_with_day_and_month() =>
        Assert.Equal("shelling 10-02 Gurbuz; drone_strike 10-05 Spera", Told("Border log, compiled from the press\n\n02/10 Gurbuz (Khost): mortar fire from the Pakistani side, one killed.\n05/10 Spera (Khost): drone hit a car, two killed."));

    [Fact]
    public void Reads_a_list_of_gates_with_what_holds_each_in_brackets() =>
        Assert.Equal("crossing_closure 10-14 Kharlachi crossing; crossing_reopening 10-15 Angoor Adda crossing", Told("GATES: STATUS ON THURSDAY 16 OCTOBER 2025\n\nTorkham (Khyber/Nangarhar) - usual hours for all who have papers\nKharlachi (Kurram/Paktia) - CLOSED since Tuesday 14th, rule for drivers\nAngoor Adda (S Waziristan/Paktika) - REOPENED yesterday after 11 days\nBadini (Qilla Saifullah/Zabul) - usual hours, as in all of the weeks before"));
}
