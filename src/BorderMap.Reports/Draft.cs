using System.Text.Json.Serialization;
using BorderMap.Incidents.Model;

namespace BorderMap.Reports;

/// <summary>How a report vouches for a happening.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DraftStatus>))]
public enum DraftStatus
{
    [JsonStringEnumMemberName("reported")] Reported,

    /// <summary>Only one side of the matter says so.</summary>
    [JsonStringEnumMemberName("claimed")] Claimed,

    /// <summary>A party to it denies it, or the report says that it did not happen.</summary>
    [JsonStringEnumMemberName("denied")] Denied,
}

/// <summary>Why a field has its value.</summary>
/// <param name="Field">The field of the draft: <c>kind, date, places[0], actors[1], claims[0].killed</c> ...</param>
/// <param name="Rule">The rule that gave it.</param>
/// <param name="Cue">The words or the pattern of the lexicon that it rests on.</param>
/// <param name="Spans">The words of the text; empty where the value comes from the report's own data (day of publication).</param>
public sealed record Reason(string Field, string Rule, string Cue, IReadOnlyList<TextSpan> Spans);

/// <summary>One of a draft's places.</summary>
/// <param name="Toponym">Number of the toponym in <see cref="Extraction.Toponyms"/>.</param>
/// <param name="Span">Where the text names it.</param>
/// <param name="Words">The toponym as written.</param>
/// <param name="Role">What it was to the happening.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Status">How far the name is known: an approximate one is its district.</param>
/// <param name="Rule">Why this place: <c>clause, sentence, told before, neighbour, speaker, toll</c>.</param>
public sealed record DraftPlace(int Toponym, TextSpan Span, string Words, PlaceRole Role, FoundPlace Place, ToponymStatus Status, string Rule);

/// <summary>One of a draft's parties.</summary>
/// <param name="Actor">Id of the actor.</param>
/// <param name="Role">What they did or suffered.</param>
/// <param name="Words">As the text names them.</param>
/// <param name="Span">Where it does.</param>
/// <param name="Rule">Why that role.</param>
public sealed record DraftActor(string Actor, ActorRole Role, string Words, TextSpan Span, string Rule);

/// <summary>When a draft's happening was.</summary>
/// <param name="Date">Civil dates of the place; unknown where the text says nothing and the day of publication is not known.</param>
/// <param name="Span">The words; null where it is taken from the day of publication.</param>
/// <param name="Rule">Why: <c>clause, sentence, heading, neighbour, speech, publication</c>, and how it was read.</param>
public sealed record DraftDate(IncidentDate Date, TextSpan? Span, string Rule);

/// <summary>Who says what of a toll or of things lost.</summary>
public sealed record DraftClaim
{
    /// <summary>The claim in the model's shape; its ids of source and of itself are left empty.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The claimant as the text names them; null: the report in its own voice.</summary>
    public string? Claimant { get; init; }
    public TextSpan? ClaimantSpan { get; init; }

    /// <summary>The whole stretch that says it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The figures, in the order killed, injured, captured, missing, casualties; only those that the text gives.</summary>
    public IReadOnlyList<TextSpan> Figures { get; init; } = [];
    public required string Rule { get; init; }
    public required string Cue { get; init; }
}

/// <summary>That somebody denies the happening.</summary>
public sealed record DraftDenial(string? By, string? Actor, TextSpan Span);

/// <summary>A happening that the report tells, for a person to accept, correct or reject.</summary>
public sealed record Draft
{
    /// <summary><c>d1</c>, <c>d2</c> ... in the order of the text.</summary>
    public required string Key { get; init; }

    /// <summary>A title in words, made from kind and place.</summary>
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required TextSpan KindSpan { get; init; }
    public required DraftDate Date { get; init; }
    public IReadOnlyList<DraftPlace> Places { get; init; } = [];
    public IReadOnlyList<DraftActor> Actors { get; init; } = [];
    public IReadOnlyList<DraftClaim> Claims { get; init; } = [];
    public IReadOnlyList<DraftDenial> Denials { get; init; } = [];
    public DraftStatus Status { get; init; }

    /// <summary>In words, why it belongs to the border.</summary>
    public required string Scope { get; init; }

    /// <summary>The clauses that tell it, the first one first.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }

    /// <summary>0 to 1: how often drafts that stood as likely were right, in annotated texts that neither rules nor weights knew.</summary>
    public double Confidence { get; init; }

    /// <summary>Field by field, why.</summary>
    public IReadOnlyList<Reason> Why { get; init; } = [];
}
