using System.Runtime.CompilerServices;

namespace BorderMap.Gazetteer.Folding;

/// <summary>Writes the words together: Jani Khel and Janikhel are one name.</summary>
internal sealed class JoiningStep : IFoldStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Apply(ReadOnlySpan<char> from, Span<char> to)
    {
        var length = 0;
        foreach (var c in from)
        {
            if (c != ' ')
            {
                to[length++] = c;
            }
        }
        return length;
    }
}
