namespace BorderMap.Gazetteer.Tests.Folding;

public class SkeletonTests
{
    [Theory]
    [InlineData("Peshawar", "پشاور")]
    [InlineData("Torkham", "تورخم")]
    [InlineData("Torkham", "طورخم")]
    [InlineData("Kandahar", "کندهار")]
    [InlineData("Qandahar", "قندهار")]
    [InlineData("Jalalabad", "جلال آباد")]
    [InlineData("Khost", "خوست")]
    [InlineData("Chaman", "چمن")]
    [InlineData("Ghulam Khan", "غلام خان")]
    [InlineData("Zhob", "ژوب")]
    [InlineData("Spin Boldak", "سپین بولدک")]
    [InlineData("Parachinar", "پاڑہ چنار")]
    public void Both_scripts_have_one_skeleton(string latin, string arabic) => Assert.Equal(Skeleton(latin), Skeleton(arabic));

    [Theory]
    [InlineData("Khost", "Kunar")]
    [InlineData("Chak 12", "Chak 13")]
    public void Other_names_have_another(string one, string other) => Assert.NotEqual(Skeleton(one), Skeleton(other));

    [Theory]
    [InlineData("Torkham", "تورخم", 0.3)]
    [InlineData("Peshawar", "پشاور", 0.5)]
    [InlineData("Khost", "خوست", 0.3)]
    [InlineData("Pekhawar", "پښاور", 0.5)]
    [InlineData("Miranshah", "میران شاه", 0.5)]
    [InlineData("Wana", "وانا", 0.3)]
    public void A_name_sounds_alike_in_both(string latin, string arabic, double most) =>
        Assert.InRange(RuleFiles.Value.SoundCosts.Between(Sounds(latin), Sounds(arabic), 9), 0, most);

    private static string Skeleton(string name)
    {
        var key = RuleFiles.Value.Folding.Heavy(name);
        var letters = new char[key.Length];
        return new string(letters, 0, RuleFiles.Value.Skeletons.Apply(key, letters));
    }

    private static string Sounds(string name)
    {
        var key = RuleFiles.Value.Folding.Light(name);
        var letters = new char[2 * key.Length];
        return new string(letters, 0, RuleFiles.Value.Sounds.Apply(key, letters));
    }
}
