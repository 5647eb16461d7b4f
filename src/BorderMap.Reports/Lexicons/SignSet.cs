namespace BorderMap.Reports.Lexicons;

/// <summary>Says of most keys that are not in a table, by a bit for their sign, that they are not: a lookup by letters costs ten times as much.</summary>
internal sealed class SignSet
{
    private const int Bits = 12;
    private readonly ulong[] words = new ulong[1 << (Bits - 6)];

    public void Add(uint sign) => words[Slot(sign)] |= 1UL << (int)(sign & 63);

    /// <summary>False: surely not added. True: look.</summary>
    public bool MayHold(uint sign) => (words[Slot(sign)] & (1UL << (int)(sign & 63))) != 0;

    private static int Slot(uint sign) => (int)((sign >> 6) & ((1 << (Bits - 6)) - 1));
}
