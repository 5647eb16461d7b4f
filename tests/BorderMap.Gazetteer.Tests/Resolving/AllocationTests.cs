namespace BorderMap.Gazetteer.Tests.Resolving;

/// <summary>Bytes that a warm look-up takes from the heap: counted on one thread, whatever the clock says.</summary>
public class AllocationTests
{
    private const int Rounds = 50;

    public static TheoryData<string, string[], int> LookUps => new()
    {
        { "exact", ["Khost", "Torkham", "Spin Boldak", "Peshawar", "تورخم"], 6_000 },
        { "misspelt", ["Khowst", "Torkam", "Spin Boldaq", "Pishawer", "Nangrahar"], 12_000 },
        { "unknown", ["Qzxwvut", "Abcdefgh"], 2_000 },
    };

    [Theory]
    [MemberData(nameof(LookUps))]
    public void A_look_up_takes_little_from_the_heap(string what, string[] names, int most)
    {
        var resolver = CommittedAtlas.Value.Resolver;
        Array.ForEach(names, name => resolver.Resolve(name));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var name in names)
            {
                resolver.Resolve(name);
            }
        }
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (Rounds * names.Length);

        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {each}");
        Assert.InRange(each, 0, most);
    }
}
