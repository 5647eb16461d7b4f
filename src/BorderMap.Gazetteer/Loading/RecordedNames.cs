using System.Collections;
using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>A place's names, decoded from the file's own bytes each time they are asked for: 168,000 places with names stay small.</summary>
internal sealed class RecordedNames(byte[] bytes, int offset, int length) : IReadOnlyList<PlaceName>
{
    private const byte Bar = (byte)'|';

    /// <summary>When names held, by their number; null where none is dated.</summary>
    private Dictionary<int, (DateOnly? From, DateOnly? Until)>? spans;

    public int Count => Raw.Count(Bar) + 1;

    public PlaceName this[int index] => Spanned(Decode(NameAt(index)), index);

    /// <summary>The names as the file writes them.</summary>
    public ReadOnlySpan<byte> Raw => bytes.AsSpan(offset, length);

    /// <summary>Whether the source ranks a name first in its language.</summary>
    public bool IsPreferredAt(int index) => NameAt(index)[3] == (byte)'*';

    /// <summary>The text alone of one name.</summary>
    public string TextAt(int index) => Encoding.UTF8.GetString(NameAt(index)[4..]);

    public IEnumerator<PlaceName> GetEnumerator()
    {
        for (var (at, index) = (0, 0); at <= length; index++)
        {
            var end = Raw[at..].IndexOf(Bar);
            end = end < 0 ? length : at + end;
            yield return Spanned(Decode(Raw[at..end]), index);
            at = end + 1;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ReadOnlySpan<byte> NameAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var rest = Raw;
        for (; index > 0; index--)
        {
            var bar = rest.IndexOf(Bar);
            ArgumentOutOfRangeException.ThrowIfNegative(bar, nameof(index));
            rest = rest[(bar + 1)..];
        }
        var end = rest.IndexOf(Bar);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Reads <c>lang</c> + mark + text; the rows were checked when they were loaded.</summary>
    private static PlaceName Decode(ReadOnlySpan<byte> name) => new(
        Encoding.UTF8.GetString(name[4..]),
        Encoding.ASCII.GetString(name[..3]),
        name[3] switch { (byte)'*' => NameRank.Preferred, (byte)'+' => NameRank.Variant, _ => NameRank.Colloquial });

    private PlaceName Spanned(PlaceName name, int index) =>
        spans is not null && spans.TryGetValue(index, out var span) ? name with { From = span.From, Until = span.Until } : name;

    /// <summary>These names and then others, written as the files write them.</summary>
    public RecordedNames With(ReadOnlySpan<byte> more)
    {
        byte[] joined = [.. Raw, Bar, .. more];
        return new RecordedNames(joined, 0, joined.Length) { spans = spans };
    }

    /// <summary>These names, of which some held for a time only: those are added unless they are here already.</summary>
    public RecordedNames Dated(ReadOnlySpan<byte> some, DateOnly? from, DateOnly? until)
    {
        var names = this;
        var dated = new Dictionary<int, (DateOnly?, DateOnly?)>(spans ?? []);
        foreach (var range in some.Split(Bar))
        {
            var index = names.IndexOf(some[range]);
            if (index < 0)
            {
                (index, names) = (names.Count, names.With(some[range]));
            }
            dated[index] = (from, until);
        }
        return new RecordedNames(names.Raw.ToArray(), 0, names.Raw.Length) { spans = dated };
    }

    /// <summary>The number of the name of the same language and text, whatever its mark; -1 where there is none.</summary>
    private int IndexOf(ReadOnlySpan<byte> name)
    {
        var index = 0;
        foreach (var range in Raw.Split(Bar))
        {
            if (Raw[range][..3].SequenceEqual(name[..3]) && Raw[range][4..].SequenceEqual(name[4..]))
            {
                return index;
            }
            index++;
        }
        return -1;
    }

    /// <summary>What is wrong with one of some names, or null.</summary>
    public static string? FaultOfAny(ReadOnlySpan<byte> names)
    {
        foreach (var range in names.Split(Bar))
        {
            if (FaultOf(names[range]) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }

    /// <summary>What is wrong with a name as the file writes it, or null.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> name)
    {
        if (name.Length < 5 || name[..3].ContainsAnyExceptInRange((byte)'a', (byte)'z') || !"*+~"u8.Contains(name[3]))
        {
            return $"the name \"{Encoding.UTF8.GetString(name)}\" must be a language of three letters, a mark (* + ~) and a text";
        }
        return null;
    }
}
