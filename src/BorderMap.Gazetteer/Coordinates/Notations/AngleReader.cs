namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>Reads the tokens of one angle: <c>label? direction? number mark? number mark? number mark? direction? label?</c>.</summary>
internal static class AngleReader
{
    private const string Marks = "°'\"";

    /// <returns>The angle; a problem when it is one that cannot be; neither when the tokens are no angle.</returns>
    public static (Angle? Angle, CoordinateReading.Wrong? Problem) Read(ReadOnlySpan<DegreeToken> tokens, string plain)
    {
        var numbers = new List<DegreeToken>(3);
        var (direction, label) = (' ', ' ');
        var (start, end) = (int.MaxValue, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            switch (token.Kind)
            {
                case DegreeTokenKind.Separator when i == 0 || i == tokens.Length - 1:
                    continue;
                case DegreeTokenKind.Direction when direction == ' ':
                    direction = token.Sign;
                    break;
                case DegreeTokenKind.Label when label == ' ':
                    label = token.Sign;
                    break;
                case DegreeTokenKind.Number when numbers.Count < 3 && (numbers.Count == 0 || (token.Sign == ' ' && numbers[^1].Decimals == 0 && !IsOver(tokens, i))):
                    numbers.Add(token);
                    break;
                case DegreeTokenKind.Mark when numbers.Count > 0 && tokens[i - 1].Kind is DegreeTokenKind.Number && token.Sign == Marks[numbers.Count - 1]:
                    break;
                default:
                    return (null, null);
            }
            (start, end) = (Math.Min(start, token.Start), Math.Max(end, token.End));
        }
        return numbers.Count == 0 ? (null, null) : Angle(numbers, direction, label, plain[start..end]);
    }

    private static (Angle? Angle, CoordinateReading.Wrong? Problem) Angle(List<DegreeToken> numbers, char direction, char label, string text)
    {
        var sign = numbers[0].Sign;
        if (sign == '-' && direction != ' ')
        {
            return (null, CoordinateProblems.SignAndDirection(text));
        }
        var axis = direction switch
        {
            'N' or 'S' => Axis.Lat,
            'E' or 'W' => Axis.Lon,
            _ => label switch { 'B' => Axis.Lat, 'L' => Axis.Lon, _ => Axis.Unknown },
        };
        if (direction != ' ' && label != ' ' && axis != (label == 'B' ? Axis.Lat : Axis.Lon))
        {
            return (null, CoordinateProblems.Twice(label == 'B' ? "latitude" : "longitude", text));
        }
        var (angle, problem) = Sexagesimal.Angle([.. numbers.Select(n => n.Value)], numbers[^1].Decimals, sign == '-' || direction is 'S' or 'W', axis, text);
        return problem is null ? (angle, null) : (null, problem);
    }

    /// <summary>Whether a direction has already ended the angle before this token: one that did not also begin it.</summary>
    private static bool IsOver(ReadOnlySpan<DegreeToken> tokens, int at)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (tokens[i].Kind is DegreeTokenKind.Number)
            {
                return false;
            }
            if (tokens[i].Kind is DegreeTokenKind.Direction or DegreeTokenKind.Label)
            {
                return true;
            }
        }
        return false;
    }
}
