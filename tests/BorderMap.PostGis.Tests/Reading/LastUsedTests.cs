namespace BorderMap.PostGis.Tests.Reading;

public class LastUsedTests
{
    /// <summary>Room for two of them.</summary>
    private readonly LastUsed<string, string> kept = new(2000, (_, text) => text.Length);

    private static string Of(char letter) => new(letter, 500);

    [Fact]
    public void What_was_not_asked_for_longest_goes_first()
    {
        kept.Keep("a", 1, Of('a'));
        kept.Keep("b", 1, Of('b'));
        Assert.NotNull(kept.Find("a", 1));
        kept.Keep("c", 1, Of('c'));

        Assert.NotNull(kept.Find("a", 1));
        Assert.Null(kept.Find("b", 1));
        Assert.NotNull(kept.Find("c", 1));
    }

    [Fact]
    public void Nothing_is_given_out_of_another_public_sequence()
    {
        kept.Keep("a", 1, Of('a'));
        Assert.Null(kept.Find("a", 2));
        Assert.Null(kept.Find("a", 1));
    }

    [Fact]
    public void What_is_kept_anew_takes_the_place_of_what_was_there()
    {
        foreach (var letter in "abcdef")
            kept.Keep("a", 1, Of(letter));
        kept.Keep("b", 1, Of('b'));

        Assert.Equal(Of('f'), kept.Find("a", 1));
        Assert.NotNull(kept.Find("b", 1));
    }

    [Fact]
    public void A_long_key_takes_room_as_its_value_does()
    {
        var byKey = new LastUsed<string, string>(2000, (key, text) => key.Length + text.Length);
        byKey.Keep(Of('a'), 1, "");
        byKey.Keep(Of('b'), 1, "");
        byKey.Keep(Of('c'), 1, "");

        Assert.Null(byKey.Find(Of('a'), 1));
        Assert.NotNull(byKey.Find(Of('c'), 1));
    }

    [Fact]
    public void What_has_no_room_is_given_and_not_kept()
    {
        Assert.Equal(3000, kept.Keep("a", 1, new string('a', 3000)).Length);
        Assert.Null(kept.Find("a", 1));
    }
}
