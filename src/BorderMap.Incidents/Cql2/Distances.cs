namespace BorderMap.Incidents.Cql2;

/// <summary>Distances of S_DWITHIN, which is no part of the standard: metres, or in one of the usual units.</summary>
internal static class Distances
{
    public const string Metre = "meters";

    private static readonly Dictionary<string, double> Metres = new(StringComparer.OrdinalIgnoreCase)
    {
        ["m"] = 1,
        [Metre] = 1,
        ["meter"] = 1,
        ["metre"] = 1,
        ["metres"] = 1,
        ["km"] = 1000,
        ["kilometer"] = 1000,
        ["kilometers"] = 1000,
        ["kilometre"] = 1000,
        ["kilometres"] = 1000,
    };

    public static Expression Within(Expression left, Expression right, Expression distance, (string Name, int At) unit, int at, Reading reading)
    {
        if (!Metres.TryGetValue(unit.Name, out var metres))
            return reading.Fail(Cql2Problems.BadText(unit.At, unit.Name, $"'{unit.Name}' is no unit of distance", "Use meters or kilometers."));
        return distance is NumberLiteral { Value: >= 0 } number && number.Value * metres <= Cql2Limits.Distance
            ? reading.Count(new DistanceWithin(left, right, number.Value * metres) { At = at })
            : reading.Fail(Cql2Problems.BadText(distance.At, "", "The distance is no number between 0 and half the way around the Earth", "Give it in metres, or name the unit: S_DWITHIN(geometry, POINT(71.1 34.1), 25, 'km')."));
    }
}
