using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>Of a letter written twice or more in a row, one is left.</summary>
internal sealed class DoublingStep : IFoldStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Apply(ReadOnlySpan<char> from, Span<char> to)
    {
        var length = 0;
        foreach (var c in from)
        {
            if (length == 0 || to[length - 1] != c)
            {
                to[length++] = c;
            }
        }
        return length;
    }
}
