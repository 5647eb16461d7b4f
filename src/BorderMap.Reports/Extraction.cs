using System.Text.Json.Serialization;

namespace BorderMap.Reports;

/// <summary>How the day of publication is known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PublishedFrom>))]
public enum PublishedFrom
{
    /// <summary>It is not: relative days stay open.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("given")] Given,
    [JsonStringEnumMemberName("text")] Text,
}

/// <summary>A part of the text that was not read as report.</summary>
public sealed record IgnoredPart(TextSpan Span, string Why);

/// <summary>A wire agency that a text credits, and where it does.</summary>
public sealed record FoundOrigin(string Agency, TextSpan Span);

/// <summary>Words of violence, a toll or a sum that became no draft.</summary>
/// <param name="Span">The words.</param>
/// <param name="Why">The reason: <c>forecast, wish, talk, history, aggregate, out of scope</c> ...</param>
/// <param name="Cue">What it rests on.</param>
public sealed record LeftOut(TextSpan Span, string Why, string Cue);

/// <summary>A total over many places or a longer time: it belongs to an episode and is never added to anything.</summary>
/// <param name="Claim">The claim, with the period and the places that it covers.</param>
public sealed record EpisodeClaim(DraftClaim Claim);

/// <summary>What a text tells: all of it with spans, so that every value can be held against its words.</summary>
public sealed record Extraction
{
    /// <summary>Changes when the same text may give other drafts.</summary>
    public const string CurrentVersion = "6";

    public string Version { get; init; } = CurrentVersion;

    /// <summary>The report's text, untouched; all spans are offsets into it.</summary>
    public required string Text { get; init; }
    public string? Publisher { get; init; }
    public string? Url { get; init; }
    public DateOnly? Published { get; init; }
    public PublishedFrom PublishedFrom { get; init; }
    public TextSpan? PublishedSpan { get; init; }

    /// <summary>The agency whose reporting the text says it is ("(Reuters)", "told AFP"); null: none, or several.</summary>
    public FoundOrigin? Origin { get; init; }

    /// <summary><c>en</c>; <c>other</c> for a text in another language, of which only place names are read; <c>none</c> for a text without words.</summary>
    public required string Language { get; init; }
    public IReadOnlyList<TextSpan> Sentences { get; init; } = [];
    public IReadOnlyList<FoundToponym> Toponyms { get; init; } = [];
    public IReadOnlyList<Draft> Drafts { get; init; } = [];
    public IReadOnlyList<EpisodeClaim> Totals { get; init; } = [];
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
    public IReadOnlyList<IgnoredPart> Ignored { get; init; } = [];

    /// <summary>What a person should know before trusting the drafts.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
