using System.Runtime.InteropServices;

namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>
/// Two angles in degrees, degrees and minutes, or degrees, minutes and seconds, with or without marks, directions and labels, in either order:
/// <c>34.1311, 71.0822</c>, <c>34°07'52"N 71°04'56"E</c>, <c>N34 07.866 E71 04.932</c>, <c>۳۴٫۱۳ شمال ۷۱٫۰۸ شرق</c>, <c>34,1311 71,0822</c>.
/// </summary>
internal static class Degrees
{
    public static CoordinateReading Read(string plain)
    {
        var first = Read(plain, Comma.Separates);
        if (first is CoordinateReading.Found || !plain.Contains(',', StringComparison.Ordinal))
        {
            return first;
        }
        var others = new[] { Comma.IsDecimal, Comma.Alternates }.Select(comma => Read(plain, comma)).ToList();
        return others.Find(reading => reading is CoordinateReading.Found)
            ?? others.Prepend(first).FirstOrDefault(reading => reading is CoordinateReading.Wrong) ?? CoordinateReading.None;
    }

    private static CoordinateReading Read(string plain, Comma comma)
    {
        if (DegreeLexer.Tokens(plain, comma) is not { Count: > 1 } read)
        {
            return CoordinateReading.None;
        }
        var heading = HeadingLength(read);
        var tokens = CollectionsMarshal.AsSpan(read)[heading..];
        if (Split(tokens) is not { } at)
        {
            return IsOneAngle(tokens, plain) is { } axis
                ? CoordinateProblems.Missing(axis is Axis.Lon ? "latitude" : "longitude", "34.1311, 71.0822") : CoordinateReading.None;
        }
        var (first, problem) = AngleReader.Read(tokens[..at], plain);
        var (second, otherProblem) = AngleReader.Read(tokens[at..], plain);
        if (first is null || second is null)
        {
            return (first is null && problem is null) || (second is null && otherProblem is null) ? CoordinateReading.None
                : IsPlain(tokens) ? CoordinateReading.None : problem ?? otherProblem!;
        }
        if (heading > 0)
        {
            return AnglePair.Read(Named(first.Value, read[0]), Named(second.Value, read[heading - 1]));
        }
        var reading = AnglePair.Read(first.Value, second.Value);
        return IsPlain(tokens) && !Convinces(tokens, reading) ? CoordinateReading.None : reading;
    }

    /// <summary>How many tokens <c>lat/lon:</c> takes at the beginning, which says the order of the numbers behind it; 0 when there is no such heading.</summary>
    private static int HeadingLength(List<DegreeToken> tokens)
    {
        var second = tokens[1].Kind is DegreeTokenKind.Separator ? 2 : 1;
        return tokens.Count > second && tokens[0].Kind is DegreeTokenKind.Label && tokens[second].Kind is DegreeTokenKind.Label ? second + 1 : 0;
    }

    private static Angle Named(Angle angle, DegreeToken label) =>
        angle.Axis is Axis.Unknown ? angle with { Axis = label.Sign == 'B' ? Axis.Lat : Axis.Lon } : angle;

    /// <summary>Where the second angle begins; null when there is none.</summary>
    private static int? Split(ReadOnlySpan<DegreeToken> tokens) =>
        SplitAtSecond(tokens, DegreeTokenKind.Label) ?? SplitAtSecond(tokens, DegreeTokenKind.Direction) ?? SplitAtSeparator(tokens) ?? SplitAtDegreeMark(tokens)
        ?? SplitInHalf(tokens);

    /// <summary>Of two directions, or labels: each stands before its number or each behind it; the first token shows which.</summary>
    private static int? SplitAtSecond(ReadOnlySpan<DegreeToken> tokens, DegreeTokenKind kind)
    {
        var (first, second) = (-1, -1);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == kind)
            {
                if (second >= 0)
                {
                    return null;
                }
                (first, second) = first < 0 ? (i, -1) : (first, i);
            }
        }
        return second < 0 ? null : first == 0 ? second : first + 1;
    }

    private static int? SplitAtSeparator(ReadOnlySpan<DegreeToken> tokens)
    {
        int? found = null;
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (tokens[i].Kind is DegreeTokenKind.Separator)
            {
                if (found is not null)
                {
                    return null;
                }
                found = i;
            }
        }
        return found;
    }

    private static int? SplitAtDegreeMark(ReadOnlySpan<DegreeToken> tokens)
    {
        var seen = 0;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i] is { Kind: DegreeTokenKind.Mark, Sign: '°' } && ++seen == 2)
            {
                return i - 1;
            }
        }
        return null;
    }

    private static int? SplitInHalf(ReadOnlySpan<DegreeToken> tokens)
    {
        var numbers = Count(tokens, DegreeTokenKind.Number);
        if (numbers is 0 || numbers % 2 != 0)
        {
            return null;
        }
        var seen = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is DegreeTokenKind.Number && seen++ == numbers / 2)
            {
                return i;
            }
        }
        return null;
    }

    private static Axis? IsOneAngle(ReadOnlySpan<DegreeToken> tokens, string plain) =>
        tokens.ToArray().Any(token => token is { Kind: DegreeTokenKind.Mark, Sign: '°' }) && AngleReader.Read(tokens, plain).Angle is { } angle ? angle.Axis : null;

    /// <summary>Whole numbers and nothing else: also the number of a house, a street, a canal.</summary>
    private static bool IsPlain(ReadOnlySpan<DegreeToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Kind is not (DegreeTokenKind.Number or DegreeTokenKind.Separator) || token.Decimals > 0)
            {
                return false;
            }
        }
        return true;
    }

    private static bool Convinces(ReadOnlySpan<DegreeToken> tokens, CoordinateReading reading)
    {
        foreach (var token in tokens)
        {
            if (token.IsTied || (token.Kind is DegreeTokenKind.Separator && token.Sign != ','))
            {
                return false;
            }
        }
        return Count(tokens, DegreeTokenKind.Separator) == 1 || (reading is CoordinateReading.Found found && Region.Holds(found.Point));
    }

    private static int Count(ReadOnlySpan<DegreeToken> tokens, DegreeTokenKind kind)
    {
        var count = 0;
        foreach (var token in tokens)
        {
            count += token.Kind == kind ? 1 : 0;
        }
        return count;
    }
}
