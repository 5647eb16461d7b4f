namespace BorderMap.Incidents.Cql2;

public enum LogicalOperator { And, Or }

public enum ComparisonOperator { Equal, NotEqual, Less, Greater, LessOrEqual, GreaterOrEqual }

public enum ArithmeticOperator { Plus, Minus, Times, DividedBy, Modulo, Div, Power }

public enum Folding { CaseI, AccentI }

public enum SpatialOperator { Intersects, Equals, Disjoint, Touches, Within, Overlaps, Crosses, Contains }

public enum TemporalOperator
{
    After, Before, Disjoint, Equals, Intersects,
    Contains, During, FinishedBy, Finishes, Meets, MetBy, OverlappedBy, Overlaps, StartedBy, Starts,
}

/// <summary>How operators are spelt: as in JSON; the text encoding takes any case.</summary>
public static class Operators
{
    public const string And = "and";
    public const string Or = "or";
    public const string Not = "not";
    public const string Like = "like";
    public const string Between = "between";
    public const string In = "in";
    public const string IsNull = "isNull";
    public const string DistanceWithin = "s_dwithin";

    public static IReadOnlyDictionary<string, ComparisonOperator> Comparisons { get; } = new Dictionary<string, ComparisonOperator>
    {
        ["="] = ComparisonOperator.Equal,
        ["<>"] = ComparisonOperator.NotEqual,
        ["<"] = ComparisonOperator.Less,
        [">"] = ComparisonOperator.Greater,
        ["<="] = ComparisonOperator.LessOrEqual,
        [">="] = ComparisonOperator.GreaterOrEqual,
    };

    public static IReadOnlyDictionary<string, ArithmeticOperator> Arithmetics { get; } = new Dictionary<string, ArithmeticOperator>
    {
        ["+"] = ArithmeticOperator.Plus,
        ["-"] = ArithmeticOperator.Minus,
        ["*"] = ArithmeticOperator.Times,
        ["/"] = ArithmeticOperator.DividedBy,
        ["%"] = ArithmeticOperator.Modulo,
        ["div"] = ArithmeticOperator.Div,
        ["^"] = ArithmeticOperator.Power,
    };

    public static IReadOnlyDictionary<string, Folding> Foldings { get; } = Named<Folding>("");
    public static IReadOnlyDictionary<string, SpatialOperator> Spatials { get; } = Named<SpatialOperator>("s_");
    public static IReadOnlyDictionary<string, TemporalOperator> Temporals { get; } = Named<TemporalOperator>("t_");

    /// <summary>The word of an operator.</summary>
    public static string WordOf<T>(this IReadOnlyDictionary<string, T> words, T value) where T : struct, Enum =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;

    // t_finishedBy, s_intersects, casei.
    private static Dictionary<string, T> Named<T>(string prefix) where T : struct, Enum => Enum.GetValues<T>().ToDictionary(
        value => prefix + (prefix.Length == 0 ? value.ToString().ToLowerInvariant() : char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..]),
        StringComparer.OrdinalIgnoreCase);
}
