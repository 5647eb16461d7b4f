using System.Text.RegularExpressions;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Tests;

/// <summary>What is pasted may begin and end anywhere, and lines may stand in any order: everything is read, and every span lies in the text.</summary>
public sealed partial class PieceOfTextTests
{
    private const int Seed = 11;

    private static IEnumerable<Article> Articles => Directory.EnumerateFiles(Path.Combine(ArticleTests.Folder, "learning"), "*.txt").Order(StringComparer.Ordinal).Where((_, number) => number % 3 == 0).SelectMany(Article.ReadAll);

    private static void Read(string text)
    {
        var extraction = Repository.Extractor.Extract(new Report(text) { Published = new DateOnly(2025, 10, 16) });
        Assert.All(extraction.Drafts.SelectMany(draft => draft.Evidence.Concat(draft.Claims.Select(claim => claim.Span))), span => Assert.InRange(span.End, span.Start, text.Length));
    }

    [Fact]
    public void Reads_each_sentence_by_itself()
    {
        foreach (var sentence in Articles.SelectMany(article => Sentences().Split(article.Text)).Where(text => text.Length > 20))
        {
            Read(sentence);
        }
    }

    [Theory]
    [InlineData("The", "On", "In", "At", "During", "More", "Some", "About", "Another", "First", "One", "None", "Nobody", "All")]
    [InlineData("In the", "The first", "At least", "Carried out from the air", "Two were hit from the air", "They struck by air", "It", "They", "A list put")]
    public void Reads_a_text_that_ends_with_a_loose_word(params string[] words) => Assert.All(words, word =>
    {
        Read($"Two farmers were killed by a shell in Barmal district of Paktika on Monday, police said.\n\n{word}");
        Read($"A shell killed two farmers in Barmal district of Paktika on Monday.\n\n{word}");
        Read($"A shell hurt three men in Barmal on Monday. The police chief said two\n\n{word} of");
        Read($"Pakistani jets bombed Barmal on Monday. He gave details of both. {word}");
    });

    [Fact]
    public void Reads_a_text_that_was_cut_anywhere_or_shuffled()
    {
        var random = new Random(Seed);
        foreach (var article in Articles)
        {
            var from = random.Next(article.Text.Length);
            Read(article.Text.Substring(from, random.Next(article.Text.Length - from)));
            var words = article.Text.Split(' ');
            Read(string.Join(' ', words.Where(_ => random.Next(6) > 0)));
            random.Shuffle(words);
            Read(string.Join(' ', words));
            var sentences = Sentences().Split(article.Text);
            random.Shuffle(sentences);
            Read(string.Join(' ', sentences));
        }
    }

    [Theory]
    [InlineData("Five questions for:\n\nWhat happened at Torkham?")]
    [InlineData(", spoke to our reporter on Tuesday.")]
    [InlineData("An interview with ...\n\nQ: What happened?\nA: Two were killed at Torkham.")]
    public void Reads_an_interview_that_does_not_say_with_whom(string text) => Read(text);

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+")]
    private static partial Regex Sentences();

    [Fact]
    public void The_mark_of_a_footnote_ends_no_sentence_late()
    {
        var drafts = Repository.Extractor.Extract(new Report("On 2 January, guards of both sides fought in Jaji Maidan.[41] On 5 January, Pakistani shells fell on Dangam in Kunar.[42][citation needed] On 7 January, jets bombed a house in Barmal.[43]") { Published = new(2025, 1, 8) }).Drafts;

        Assert.Equal([2, 5, 7], drafts.Select(draft => draft.Date.Date.Start!.Value.Day));
    }
}
