using System.Text;
using BorderMap.Incidents.Cql2;

namespace BorderMap.Incidents.Tests.Cql2;

public class RoundTripTests
{
    private const int Filters = 3_000;

    [Fact]
    public void What_is_written_in_either_encoding_reads_back_as_it_was()
    {
        var maker = new FilterMaker(new Random(1));
        for (var i = 0; i < Filters; i++)
        {
            var filter = maker.Condition();
            var text = TextPrinter.Print(filter);
            Assert.Equal(text, TextPrinter.Print(Read(text, Cql2Language.Text)));
            Assert.Equal(text, TextPrinter.Print(Read(JsonPrinter.Print(filter), Cql2Language.Json)));
        }
    }

    [Fact]
    public void Any_text_is_a_filter_or_a_problem_within_it()
    {
        var random = new Random(2);
        var maker = new FilterMaker(random);
        for (var i = 0; i < Filters; i++)
        {
            var filter = maker.Condition(2);
            var (text, language) = i % 2 == 0 ? (TextPrinter.Print(filter), Cql2Language.Text) : (JsonPrinter.Print(filter), Cql2Language.Json);
            var mutated = i % 10 < 8 ? Mutated(text, random) : Garbage(random);
            var result = Cql2Filter.Read(mutated, language, FilterMaker.Queryables);
            if (result.Filter is { } read)
                Assert.Null(Cql2Filter.Read(TextPrinter.Print(read), Cql2Language.Text, FilterMaker.Queryables).Problem);
            else
                Assert.InRange(result.Problem!.Position!.Value, 1, mutated.Length + 1);
        }
    }

    private static Expression Read(string text, Cql2Language language)
    {
        var result = Cql2Filter.Read(text, language, FilterMaker.Queryables);
        Assert.True(result.Problem is null, $"{text}\n{result.Problem}");
        return result.Filter!;
    }

    private static string Mutated(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (var changes = random.Next(1, 4); changes > 0 && changed.Length > 0; changes--)
        {
            var at = random.Next(changed.Length);
            switch (random.Next(4))
            {
                case 0:
                    changed.Remove(at, random.Next(1, Math.Min(12, changed.Length - at) + 1));
                    break;
                case 1:
                    changed.Insert(at, text.AsSpan(random.Next(text.Length))[..1]);
                    break;
                case 2:
                    changed[at] = Pick("()'\"\\,.-+*/%^<>=!0123456789eEZ{}[]:\0\uD800\u200Fآ".AsSpan(), random);
                    break;
                default:
                    changed.Insert(at, (string[])[" AND ", " NOT ", "(", ")", "''", "POINT(", "\"", "{\"op\":", "[", "1e999", "\\u0000", "\\ud800", "..", "NULL"] is var words ? words[random.Next(words.Length)] : "");
                    break;
            }
        }
        return changed.ToString();
    }

    private static string Garbage(Random random) => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x80)));

    private static char Pick(ReadOnlySpan<char> from, Random random) => from[random.Next(from.Length)];
}
