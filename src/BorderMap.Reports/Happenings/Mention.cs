using BorderMap.Reports.Dates;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>One telling of an act.</summary>
internal sealed record Mention
{
    public required int Sentence { get; init; }

    /// <summary>Number of the act's first token.</summary>
    public required int First { get; init; }

    /// <summary>Number after its last token.</summary>
    public required int Last { get; init; }
    public required string Kind { get; init; }
    public required ActForm Form { get; init; }
    public required string Cue { get; init; }
    public (int From, int To) Clause { get; init; }

    /// <summary>What speaks against it; null: nothing.</summary>
    public PhraseMatch<string>? Against { get; init; }

    /// <summary>Its places, as its own sentence tells them.</summary>
    public IReadOnlyList<Scene> Own { get; init; } = [];

    /// <summary>Where it happened by what stands around it, where its own sentence says nothing.</summary>
    public IReadOnlyList<Scene> Lent { get; init; } = [];
    public TimeMention? Time { get; init; }

    /// <summary>Why that time; <c>clause, sentence, heading, told before, beside, neighbour, speech, publication</c>.</summary>
    public string TimeRule { get; init; } = "";
    public Speech? Speech { get; init; }

    /// <summary>"the clash", "these attacks": told before.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>"a second strike", "another attack": not the one told before.</summary>
    public bool IsAnother { get; init; }
    public bool IsHeading { get; init; }

    /// <summary>A row of a list or table: it belongs with nothing outside the row.</summary>
    public bool IsRow { get; init; }

    /// <summary>The answer to a strike, told beside it without a place of its own.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>A toll with its place, and no word of what did it.</summary>
    public bool IsToll { get; init; }

    /// <summary>Denied where it is told, by whom.</summary>
    public Speech? Denial { get; init; }

    public bool HasOwnTime => TimeRule is "clause" or "sentence" or "heading" or "beside";
}

/// <summary>A place of an act, with the rule that gave it.</summary>
internal sealed record Scene(Located Located, Incidents.Model.PlaceRole Role, string Rule)
{
    public FoundPlace? Place => Located.Toponym.Place;
}
