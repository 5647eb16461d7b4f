using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace BorderMap.Reports.Learnt;

/// <summary>What is known of one choice, with what the weights say of it. A feature is written into a buffer and looked up there; a string is made of it only for learning.</summary>
/// <param name="weights">What each feature says.</param>
/// <param name="isKept">Whether the features themselves are asked for.</param>
/// <param name="isOnce">Whether a feature that is there twice counts once.</param>
internal sealed class Features(Weights weights, bool isKept = false, bool isOnce = false)
{
    private const int Longest = 120;

    /// <summary>Where each thread writes a feature before it looks it up.</summary>
    [ThreadStatic]
    private static char[]? shared;

    private readonly char[] buffer = shared ??= new char[Longest];
    private readonly double[] sums = new double[weights.Labels.Count];
    private readonly HashSet<float[]>? counted = isOnce ? new(ReferenceEqualityComparer.Instance) : null;
    private readonly List<string>? names = isKept ? [] : null;

    /// <summary>What <see cref="OfGroup"/> writes before a feature.</summary>
    public string Group { get; init; } = "";

    /// <summary>The features in their order; none where they are not kept.</summary>
    public IReadOnlyList<string> Names => names is null ? [] : isOnce ? [.. names.Distinct()] : names;

    public void Add([InterpolatedStringHandlerArgument("")] ref Written feature) => Add(feature.Letters);

    public void Add(ReadOnlySpan<char> feature)
    {
        names?.Add(feature.ToString());
        if (weights.RowOf(feature) is { } row && counted?.Add(row) is not false)
        {
            Sum(row);
        }
    }

    /// <summary>Adds a feature for all, and the same for the group alone.</summary>
    public void OfGroup([InterpolatedStringHandlerArgument("")] ref Written feature)
    {
        Add(feature.Letters);
        Span<char> grouped = stackalloc char[2 * Longest];
        Add(grouped.TryWrite(CultureInfo.InvariantCulture, $"{Group}: {feature.Letters}", out var length) ? grouped[..length] : feature.Letters);
    }

    /// <summary>Adds what was gathered before, for the same weights.</summary>
    public void Add(Features others)
    {
        names?.AddRange(others.names ?? []);
        for (var label = 0; label < sums.Length; label++)
        {
            sums[label] += others.sums[label];
        }
    }

    /// <summary>How likely each label is, together 1. Without any known feature all are as likely.</summary>
    public double[] Shares() => Weights.SharesOf([.. sums]);

    private void Sum(float[] row)
    {
        for (var label = 0; label < sums.Length; label++)
        {
            sums[label] += row[label];
        }
    }

    /// <summary>Writes the letters of one feature into the buffer; what is longer than it is cut.</summary>
    [InterpolatedStringHandler]
    public ref struct Written
    {
        private readonly Span<char> buffer;
        private int length = 0;

        [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The compiler gives them.")]
        public Written(int literals, int holes, Features features) => buffer = features.buffer;

        public readonly ReadOnlySpan<char> Letters => buffer[..length];

        public void AppendLiteral(string letters) => AppendFormatted(letters.AsSpan());

        public void AppendFormatted(string? letters) => AppendFormatted(letters.AsSpan());

        public void AppendFormatted(ReadOnlySpan<char> letters)
        {
            letters = letters[..Math.Min(letters.Length, buffer.Length - length)];
            letters.CopyTo(buffer[length..]);
            length += letters.Length;
        }

        public void AppendFormatted<T>(T value)
        {
            if (value is ISpanFormattable formattable && formattable.TryFormat(buffer[length..], out var written, default, CultureInfo.InvariantCulture))
            {
                length += written;
                return;
            }
            AppendFormatted(value?.ToString());
        }
    }
}
