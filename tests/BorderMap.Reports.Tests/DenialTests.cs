namespace BorderMap.Reports.Tests;

/// <summary>Deeds denied beside their telling, and harm denied where the deed is not.</summary>
public sealed class DenialTests
{
    private static Draft Only(string text) => Assert.Single(Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts);

    [Theory]
    [InlineData("Taliban fighters overran a Pakistani picket at Angoor Adda on Tuesday, Kabul announced; Islamabad dismissed the story.")]
    [InlineData("Islamabad termed \"concocted\" the charge that its jets had bombed a farm in Gayan on Tuesday.")]
    [InlineData("A Pakistani drone struck a tent in Tani on Tuesday, the governor of Khost claimed; the Pakistani army says it launched no attack.")]
    [InlineData("Kabul says its forces destroyed two Pakistani outposts facing Maruf on Tuesday; Pakistan calls that fantasy.")]
    public void TheDeed(string text) => Assert.Equal(DraftStatus.Denied, Only(text).Status);

    [Theory]
    [InlineData("Nobody was hurt in Tuesday's exchange of fire at the Torkham gate, elders said.")]
    [InlineData("There were no casualties in the shelling of Sarkani on Tuesday, villagers said.")]
    public void TheHarmOnly(string text) => Assert.Equal(DraftStatus.Reported, Only(text).Status);
}
