using System.Text;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>A written name taken apart: the name itself and the words that say where it is.</summary>
internal sealed record Toponym(string Head, IReadOnlyList<string> Context)
{
    /// <summary>Comma and semicolon, Latin and Arabic.</summary>
    private static readonly char[] Separators = [',', '،', ';', '؛'];

    private static readonly char[] Brackets = ['(', ')'];

    private const int MostParts = 6;

    /// <summary>
    /// The ways to read a name that carries its context, the usual one (from near to far) first. Each part may be the head, for people
    /// also write from far to near.
    /// </summary>
    public static IReadOnlyList<Toponym> Readings(string name, string? context)
    {
        var given = Parts(context);
        if (name.AsSpan().IndexOfAny(Brackets) < 0)
        {
            return Readings(name, given);
        }
        // "Ghani Khel (Shinwar) district": the brackets hold another name, or what is in the place.
        return [new Toponym(name, given), .. Readings(WithoutBrackets(name), given)];
    }

    private static IReadOnlyList<Toponym> Readings(string name, string[] given)
    {
        if (name.AsSpan().IndexOfAny(Separators) < 0)
        {
            return [new Toponym(name, given)];
        }
        var parts = Parts(name);
        return parts.Length == 0 ? [new Toponym(name, given)] : [.. parts.Select((head, i) => new Toponym(head, [.. parts.Where((_, j) => j != i), .. given]))];
    }

    private static string WithoutBrackets(string name)
    {
        var (kept, depth) = (new StringBuilder(), 0);
        foreach (var c in name)
        {
            depth = Math.Max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            kept.Append(depth > 0 || c == ')' ? ' ' : c);
        }
        return kept.ToString();
    }

    private static string[] Parts(string? text) => text is null ? []
        : [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostParts)];
}
