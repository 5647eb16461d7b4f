namespace BorderMap.Reports.Speakers;

internal enum SpeechAct { Say, Confirm, Claim, Deny, Count, Warn, Urge }

/// <summary>Who says a stretch of a sentence.</summary>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="First">Number of the first token of the speaker's name; -1 where it is told elsewhere ("he said").</param>
/// <param name="Last">Number after the last token of it.</param>
/// <param name="Words">The speaker, as the text names them.</param>
/// <param name="Act">How they say it.</param>
/// <param name="VerbFirst">Number of the first token of the verb.</param>
/// <param name="VerbLast">Number after the last token of the verb.</param>
internal sealed record Speech(int Sentence, int First, int Last, string Words, SpeechAct Act, int VerbFirst, int VerbLast)
{
    /// <summary>Where the speaker is named; null where nobody names them.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The actor that the speaker speaks for; null: not known.</summary>
    public ActorName? Actor { get; init; }

    /// <summary>Who passes it on: "Tolo News quoted the police chief as saying"; null: nobody.</summary>
    public string? Via { get; init; }

    /// <summary>Cited by another: "citing officials", "quoted the governor as saying".</summary>
    public bool IsCited { get; init; }

    /// <summary>Speaks behind what nobody says: the next best guess at whose it is.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Carried on from an earlier sentence.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Whoever a stretch of the text names, speaking for more than the sentence that names them.</summary>
    public static Speech Named(Reading.ReportText text, int first, int last, SpeechAct act, int verbFirst, int verbLast)
    {
        var actors = ActorNames.Find(text.Tokens, first, last);
        return new Speech(-1, -1, -1, text.Words(first, last), act, verbFirst, verbLast) { Actor = actors.Count == 0 ? null : actors[0].Value, Span = text.SpanOf(first, last), IsCarried = true };
    }

    /// <summary>Of whoever issues the whole text: a statement, a return, a bulletin.</summary>
    public bool IsVoice { get; init; }
}
