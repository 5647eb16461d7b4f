using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Happenings;

/// <summary>Wars of others: what is told of a third country, and bombs of those who fight neither side at the border.</summary>
internal sealed partial class Scope
{
    private static readonly PhraseTable<bool> OtherBorders = new(LexiconFile.Rows("border-cues.tsv", "pattern\tscope\twhy").Where(row => row[2] is "another border" or "another war").Select(row => (row[0], true)));

    /// <summary>"Iranian guards shot dead five": the sentence itself says that it is of another border or war.</summary>
    public bool IsOfOtherBorder(int number) => Of(number).Outside && (IsOfThirdCountry(number) || OtherBorders.Find(passage.Tokens, passage.Text.Sentences[number].First, passage.Text.Sentences[number].Last).Count > 0);

    /// <summary>Farther inside Afghanistan than any force from over the line reaches on the ground.</summary>
    public bool IsDeepInAfghanistan(Scene scene) => scene.Place is { Country: "AF" } && IsDeep(scene);

    /// <summary>"In Sudan, a drone hit a hospital", "an air strike killed ten in Gaza": a place of a third country, and none of the two beside it.</summary>
    private bool IsOfThirdCountry(int number)
    {
        var isFar = false;
        foreach (var located in passage.PlacesIn(number))
        {
            if (located.Toponym is { Place.Country: "AF" or "PK" })
            {
                return false;
            }
            isFar |= located.Toponym is { Status: ToponymStatus.Far, Usage: ToponymUsage.Literal } && located.First > 0 && passage.Tokens[located.First - 1].Key is "in" or "at" or "near" or "over" or "inside" or "across" or "outside";
        }
        return isFar && (passage.ActsIn(number).Any(act => Acts.IsViolent(act.Value.Kind)) || passage.TollsIn(number).Count > 0);
    }

    /// <summary>"Islamic State said it was behind a bombing in Kunduz": who is neither side, far from the line, has laid that bomb.</summary>
    private bool IsBombOfOthers(Mention mention, IReadOnlyList<Scene> scenes) => mention.Cue.StartsWith("bombing", StringComparison.Ordinal) && scenes.All(IsDeep) && !Of(mention.Sentence).Sides.Contains("PK")
        && passage.ActorsIn(mention.Sentence).Any(match => match.Value.Side is "other");
}
