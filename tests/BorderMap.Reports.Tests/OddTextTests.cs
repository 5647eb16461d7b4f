using BorderMap.Reports.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Reports.Tests;

/// <summary>Texts that are no reports, or try to be more than one can bear: fewer drafts and a word about it, never an exception.</summary>
public sealed class OddTextTests
{
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static readonly string[] Pieces =
    [
        "Pakistani forces ", "shelled ", "the Dangam district of Kunar ", "on Tuesday", ", killing ", "at least ", "two ", "dozens ", "between 15 and 20 ", "civilians", ". ", "\n", "\n\n", "“", "”", "\"", " he said", "police said ", "according to ",
        "<p>", "</p>", "<b>", "<script>", "</script>", "<!--", "&nbsp;", "&amp;", "<", ">", "|", "\t", "0140 ", "12 JAN 26: ", "11-17 October", "15 Mizan 1404", "32.526 N, 69.265 E", "42S WB 3082 2706", "\u202E", "\u2060", "\u200C", "کونړ ", "🙂", "\uD83D", "\0",
        "no casualties", "was denied by the army", " - ", "; ", "five of the seven ", "(", ")", "999999999999 ", "’s ", "and ", "Torkham gate closed since ", "in the district ", "the same night ", "last week ", "a ", "of twelve ",
    ];

    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day });

    [Theory]
    [InlineData("", Warnings.Empty)]
    [InlineData(" \n\t ", Warnings.NoWords)]
    [InlineData("12345 ... 67 !!", Warnings.NoWords)]
    [InlineData("PK\u0003\u0004\0\0\u0008 �� shelled Kunar on the border", Warnings.Binary)]
    [InlineData("Die Grenze bei Torkham bleibt seit Montag geschlossen, sagten Beamte beider Seiten, und Hunderte Lastwagen warten dort auf die Weiterfahrt nach Kabul.", Warnings.OtherLanguage)]
    [InlineData("سه غیرنظامی در ولسوالی دانگام ولایت کنر در نتیجه حملات راکتی کشته شدند و چهار تن دیگر زخمی شدند، به گفته مقام‌های محلی.", Warnings.OtherLanguage)]
    [InlineData("Forces shelled \u202EKunar\u202C on the border, police said.", Warnings.Directions)]
    public void Says_what_is_odd_about_a_text(string text, string warning) => Assert.Contains(warning, Extract(text).Warnings);

    [Fact]
    public void Reads_place_names_of_a_text_in_another_language_but_makes_no_drafts_of_it()
    {
        var extraction = Extract("سه غیرنظامی در ولسوالی دانگام ولایت کنر در نتیجه حملات راکتی کشته شدند و چهار تن دیگر زخمی شدند، به گفته مقام‌های محلی.");

        Assert.Empty(extraction.Drafts);
        Assert.Contains(extraction.Toponyms, toponym => toponym.Place?.Name == "Kunar");
    }

    [Fact]
    public void Leaves_relative_days_open_without_a_day_of_publication()
    {
        var extraction = Repository.Extractor.Extract(new Report("Pakistani artillery shelled the Dangam district of Kunar on Tuesday, killing two civilians, officials said."));

        Assert.Equal((PublishedFrom.Unknown, null, null), (extraction.PublishedFrom, extraction.Drafts[0].Date.Date.Start, extraction.Drafts[0].Date.Date.End));
        Assert.Contains(Warnings.NoDay, extraction.Warnings);
    }

    [Fact]
    public void Reads_the_beginning_of_a_text_of_ten_megabytes_and_says_so()
    {
        var text = string.Concat(Enumerable.Repeat("Pakistani artillery shelled the Dangam district of Kunar on Tuesday, killing two civilians, officials said.\n", 100_000));

        var extraction = Extract(text);

        Assert.Contains(Warnings.TooLong(text.Length), extraction.Warnings);
        AssertSpans(extraction, text);
    }

    [Fact]
    public void Every_span_of_any_text_holds_its_words() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(60),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), text => AssertSpans(Extract(text), text)));

    /// <summary>Steps are looks at a word: counted, not timed.</summary>
    [Theory]
    [InlineData("Clashes erupted in Dangam on Tuesday, killing two guards, police said. ")]
    [InlineData("Khost, Paktia, Kunar, ")]
    [InlineData("a woman and two children and ")]
    [InlineData("said said said ")]
    [InlineData("killed killed at least ")]
    [InlineData("Xyzzy, Qorzan and ")]
    [InlineData("the spokesman said the strike was denied; ")]
    [InlineData("the district there the gate shelled ")]
    [InlineData("between 1/2/3/4 and 5 October ")]
    [InlineData("\"“(’ ")]
    [InlineData("- Nari: shelling, 2 dead\n")]
    [InlineData("01 Mar | Nari | 2 | killed\n")]
    [InlineData("<p><b>Kunar</b> &amp; <!-- <script ")]
    [InlineData("Home\n")]
    public void A_text_four_times_as_long_takes_about_four_times_the_steps(string piece)
    {
        // Long enough that what is bounded is full in both.
        var (some, four) = (Steps(piece, 10_000), Steps(piece, 40_000));

        Assert.True(four <= 5 * some + 20_000, $"{some} steps, then {four}");
        Assert.True(some < 10_000 * 900L, $"{some} steps for 10,000 characters");
    }

    private static long Steps(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
        CountedTokens? counted = null;
        var read = ReportText.Read(text, tokens => counted = new CountedTokens(tokens));
        Repository.Extractor.Extract(new Report(text) { Published = Day }, read);
        return counted!.Looks;
    }

    private sealed class CountedTokens(IReadOnlyList<Token> tokens) : IReadOnlyList<Token>
    {
        public long Looks { get; private set; }

        public int Count => tokens.Count;

        public Token this[int index]
        {
            get
            {
                Looks++;
                return tokens[index];
            }
        }

        public IEnumerator<Token> GetEnumerator()
        {
            foreach (var token in tokens)
            {
                Looks++;
                yield return token;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Fact]
    public void A_position_that_runs_into_a_place_name_is_read_like_any_other()
    {
        const string Text = "Torkham gate closed since |32.526 N, 69.265 E<b>Torkham gate closed since \n\nTorkham gate";

        AssertSpans(Extract(Text), Text);
    }

    [Fact]
    public void The_same_text_gives_the_same_drafts()
    {
        var text = string.Concat(Pieces);

        Assert.Equal(Writing.ExtractionJson.Write(Extract(text)), Writing.ExtractionJson.Write(new Extractor(Repository.Atlas).Extract(new Report(text) { Published = Day })));
    }

    private static void AssertSpans(Extraction extraction, string text)
    {
        var spans = extraction.Sentences.Concat(extraction.Ignored.Select(part => part.Span)).Concat(extraction.LeftOut.Select(left => left.Span))
            .Concat(extraction.Drafts.SelectMany(draft => draft.Evidence.Append(draft.KindSpan).Concat(draft.Why.SelectMany(reason => reason.Spans)).Concat(draft.Actors.Select(actor => actor.Span)).Concat(draft.Denials.Select(denial => denial.Span))))
            .Concat(extraction.Drafts.SelectMany(draft => draft.Claims).Concat(extraction.Totals.Select(total => total.Claim)).SelectMany(claim => claim.Figures.Append(claim.Span)));
        Assert.All(spans, span => Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"{span.Start}..{span.End} of {text.Length}"));
        Assert.All(extraction.Toponyms, toponym => Assert.Equal(text[toponym.Span.Start..toponym.Span.End], toponym.Text));
        Assert.All(extraction.Drafts.SelectMany(draft => draft.Claims), claim => Assert.Equal(text[claim.Span.Start..claim.Span.End], claim.Claim.Span!.Quote));
    }
}
