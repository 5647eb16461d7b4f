using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

public static class Ranges
{
    public static CountRange Killed(IReadOnlyList<Claim> claims) => throw new NotImplementedException();
    public static CountRange Injured(IReadOnlyList<Claim> claims) => throw new NotImplementedException();
    public static RangeSum Sum(IEnumerable<CountRange> incidents) => throw new NotImplementedException();
}
