namespace BorderMap.Gazetteer.Build;

/// <summary>What each rule changed, counted, in the order in which the rules first applied.</summary>
internal sealed class BuildReport
{
    private readonly Dictionary<string, int> _counts = [];
    private readonly List<string> _order = [];

    public IEnumerable<(string Rule, int Count)> Counts => _order.Select(rule => (rule, _counts[rule]));

    public int this[string rule] => _counts.GetValueOrDefault(rule);

    public void Add(string rule, int count = 1)
    {
        if (_counts.TryAdd(rule, count))
        {
            _order.Add(rule);
        }
        else
        {
            _counts[rule] += count;
        }
    }
}
