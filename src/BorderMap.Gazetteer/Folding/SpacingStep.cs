using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>One space between words, none at the ends.</summary>
internal sealed class SpacingStep : IFoldStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Apply(ReadOnlySpan<char> from, Span<char> to)
    {
        var length = 0;
        foreach (var c in from)
        {
            if (c != ' ' || (length > 0 && to[length - 1] != ' '))
            {
                to[length++] = c;
            }
        }
        return length > 0 && to[length - 1] == ' ' ? length - 1 : length;
    }
}
