using BorderMap.Gazetteer.Matching;

namespace BorderMap.Gazetteer.Tests.Matching;

public class EditWordsTests
{
    [Theory]
    [InlineData("torkham", "torkham", null)]
    [InlineData("turkham", "torkham", "u for o")]
    [InlineData("trokham", "torkham", "o and r swapped")]
    [InlineData("torkam", "torkham", "one h left out")]
    [InlineData("torkkham", "torkham", "k doubled")]
    [InlineData("torxkham", "torkham", "one x too many")]
    [InlineData("janikhel", "jani khel", "written together")]
    [InlineData("jani khel", "janikhel", "written apart")]
    [InlineData("پکتيكا", "پکتیکا", "ي for ی, ك for ک")]
    [InlineData("spen buldakk", "spin boldak", "e for i, u for o, k doubled")]
    public void Says_what_was_edited(string written, string recorded, string? words) => Assert.Equal(words, EditWords.Of(written, recorded, RuleFiles.Value.Costs));

    [Fact]
    public void Names_a_few_edits_and_counts_the_rest() =>
        Assert.EndsWith(" more", EditWords.Of("abcdefgh", "stuvlmnr", RuleFiles.Value.Costs), StringComparison.Ordinal);
}
