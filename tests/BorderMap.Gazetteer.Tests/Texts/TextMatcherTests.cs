using System.Text;
using System.Text.Json;
using BorderMap.Gazetteer.Tests.Build;
using BorderMap.Gazetteer.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Gazetteer.Tests.Texts;

public class TextMatcherTests
{
    [Theory]
    [InlineData("Heavy fire was reported near Torkham on Sunday.", "Torkham")]
    [InlineData("Clashes in Spin Boldak, Kandahar and in Khost's Gurbuz district.", "Spin Boldak|Kandahar|Khost|Gurbuz")]
    [InlineData("A post in N. Waziristan was attacked from Paktika province.", "N. Waziristan|Paktika")]
    [InlineData("KABUL: Shelling hit Kunar. Residents of Asadabad fled.", "KABUL|Kunar|Asadabad")]
    [InlineData("SHELLING HIT NANGARHAR AND LANDI KOTAL OVERNIGHT", "NANGARHAR|LANDI KOTAL")]
    [InlineData("shelling hit nangarhar overnight", "nangarhar")]
    [InlineData("He said (in Pashto) that \u202Bتورخم\u202C and the bazaar of چمن were shut.", "تورخم|چمن")]
    [InlineData("په خوست کې جګړه وشوه", "خوست")]
    [InlineData("The gate in Turkhem stays shut, Chamman too.", "Turkhem|Chamman")]
    [InlineData("The road from Spin\nBoldak to Quetta is open", "Spin\nBoldak|Quetta")]
    [InlineData("The police said on Sunday that the border is calm.", "")]
    [InlineData("nothing here at all", "")]
    [InlineData("", "")]
    public void Finds_the_names_of_places(string text, string names) =>
        Assert.Equal(names, string.Join('|', Texts.Find(text).Select(match => match.Text)));

    [Fact]
    public void Says_how_each_was_recognised_and_which_kind_is_named()
    {
        var matches = Texts.Find("Fighting in Dzadzi Maidan district, Khowst province, near Nangrahar");
        Assert.Equal([("Dzadzi Maidan", PlaceKind.District), ("Khowst", PlaceKind.Province), ("Nangrahar", null)], matches.Select(match => (match.Text, match.Named)));
        Assert.Equal(PlaceKind.Province, matches[1].Places[0].Kind);
        Assert.Equal("85667591", matches[2].Places[0].Id);
    }

    [Fact]
    public void Keeps_shorter_names_inside_a_longer_one_as_alternatives()
    {
        var match = Assert.Single(Texts.Find("in Spin Boldak today"));
        Assert.Equal(TextMatchKind.Exact, match.How);
        Assert.Contains("Boldak", match.Alternatives.Select(alternative => alternative.Text));
    }

    [Fact]
    public void Spans_are_the_texts_own_letters_in_order_and_apart_whatever_the_text() => Check.QuickThrowOnFailure(Prop.ForAll(Any(), text =>
    {
        var (end, matches) = (0, Texts.Find(text));
        foreach (var match in matches)
        {
            if (match.Start < end || match.Length == 0 || text.Substring(match.Start, match.Length) != match.Text || match.Places.Count == 0
                || match.Alternatives.Any(inner => inner.Start < match.Start || inner.End > match.End))
            {
                return false;
            }
            end = match.End;
        }
        return true;
    }));

    [Fact]
    public void Bears_long_texts_without_words()
    {
        Assert.Empty(Texts.Find(new string('x', 100_000)));
        Assert.Empty(Texts.Find(new string('\'', 100_000)));
        Assert.NotEmpty(Texts.Find(string.Concat(Enumerable.Repeat("Khost ", 2000))));
    }

    [Fact]
    public void Finds_the_names_that_readers_marked_in_reports()
    {
        var folder = Path.Combine(Checkout.Root, "..", "shared", "gold");
        Assert.SkipUnless(Directory.Exists(folder), "needs ../shared/gold");
        var (marked, found, missed) = (0, 0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            using var article = JsonDocument.Parse(File.ReadAllBytes(file));
            var matches = Texts.Find(article.RootElement.GetProperty("text").GetString()!);
            foreach (var toponym in article.RootElement.GetProperty("toponyms").EnumerateArray().Where(IsRecordedHere))
            {
                var span = (toponym.GetProperty("start").GetInt32(), toponym.GetProperty("end").GetInt32());
                marked++;
                if (matches.Any(match => (match.Start, match.End) == span))
                {
                    found++;
                }
                else
                {
                    missed.Add(toponym.GetProperty("text").GetString()!);
                }
            }
        }
        Assert.True(found >= 0.97 * marked, $"{found} of {marked}, not {string.Join(", ", missed)}");
    }

    private static bool IsRecordedHere(JsonElement toponym) =>
        toponym.GetProperty("usage").GetString() == "literal" && toponym.GetProperty("scored").GetBoolean()
        && toponym.GetProperty("place") is { ValueKind: JsonValueKind.Object } place
        && place.GetProperty("country").GetString() is "AF" or "PK" && !place.GetProperty("approx").GetBoolean();

    private static TextMatcher Texts => CommittedAtlas.Value.Texts;

    /// <summary>Names, words, marks and any characters at all.</summary>
    private static Arbitrary<string> Any()
    {
        var rough = Gen.Choose(0, char.MaxValue).Select(i => ((char)i).ToString());
        var words = Gen.Elements("Khost", "Spin", "Boldak", "Jani", "Khel", "the", "Border", "Police", "تورخم", "خوست", "'s", "\u2019s", ".", ",", "-", "\n", "\u200C", "\u202B", "N.", "KABUL", "district");
        return Gen.ListOf(Gen.Frequency((1, rough), (4, words), (4, Gen.Constant(" ")))).Select(parts => parts.Aggregate(new StringBuilder(), (t, part) => t.Append(part)).ToString()).ToArbitrary();
    }
}
