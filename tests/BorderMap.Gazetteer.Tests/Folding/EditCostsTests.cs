using BorderMap.Gazetteer.Folding;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Gazetteer.Tests.Folding;

public class EditCostsTests
{
    private static EditCosts Costs => RuleFiles.Value.Costs;

    [Theory]
    [InlineData("wardak", "vardak", "wardak", "kardak")]
    [InlineData("kunar", "konar", "kunar", "kunas")]
    [InlineData("peshawarr", "peshawar", "peshawart", "peshawar")]
    [InlineData("پشین", "بشین", "پشین", "دشین")]
    [InlineData("خوست", "حوست", "خوست", "لوست")]
    [InlineData("jani khel", "janikhel", "jani khel", "janimkhel")]
    public void Edits_of_one_sound_cost_less_than_others(string near, string nearRecorded, string far, string farRecorded) =>
        Assert.True(Costs.Between(near, nearRecorded, 9) < Costs.Between(far, farRecorded, 9));

    [Theory]
    [InlineData("kbul", "kabul", "kxabul", "kabul")]
    [InlineData("torkam", "torkham", "torkhamz", "torkham")]
    public void A_letter_left_out_costs_less_than_one_too_many(string omitted, string recorded, string added, string otherRecorded) =>
        Assert.True(Costs.Between(omitted, recorded, 9) < Costs.Between(added, otherRecorded, 9));

    [Fact]
    public void Equal_keys_cost_nothing_and_no_others_do() => Check.QuickThrowOnFailure(Prop.ForAll(Keys(), Keys(), (a, b) =>
        Costs.Between(a, a, 99) == 0 && Costs.Between(a, b, 99) > 0 == (a != b)));

    [Fact]
    public void A_limit_changes_no_cost_below_it() => Check.QuickThrowOnFailure(Prop.ForAll(Keys(), Keys(), (a, b) =>
    {
        var cost = Costs.Between(a, b, 99);
        return Math.Abs(Costs.Between(a, b, cost + 0.01f) - cost) < 0.001 && (cost == 0 || Costs.Between(a, b, cost / 2) >= cost / 2);
    }));

    private static Arbitrary<string> Keys() =>
        Gen.Choose(0, 12).SelectMany(length => Gen.ArrayOf(Gen.Elements("aeioukhgszt وابپهی".ToCharArray()), length)).Select(letters => new string(letters)).ToArbitrary();
}
