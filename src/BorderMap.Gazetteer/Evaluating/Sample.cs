using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Evaluating;

/// <summary>A made-up query, the clues of what matched it, and which of these were meant.</summary>
/// <param name="Clues">Of each contender.</param>
/// <param name="IsRight">Whether each contender was meant; none where the place is in no source.</param>
/// <param name="IsInside">The context was known.</param>
internal sealed record Sample(float[][] Clues, bool[] IsRight, bool IsInside)
{
    public static Sample Of(Reading reading, Func<Place, bool> isRight, Func<Place, bool> isListed)
    {
        var contenders = reading.Contenders.Best.Where(contender => isListed(contender.Place)).ToList();
        return new Sample(
            [.. contenders.Select(contender => contender.Clues.ToArray())], [.. contenders.Select(contender => isRight(contender.Place))], reading.Evidence.Context.Parts.Count > 0);
    }
}
