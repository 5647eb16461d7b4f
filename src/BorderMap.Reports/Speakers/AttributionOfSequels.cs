using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who says what stands before: "The councillor says so.", "This was confirmed by the clinic.", "Source: the clinic".</summary>
internal sealed partial class Attribution
{
    /// <summary>A sentence that names nobody, with one behind it in its paragraph that only says whose it is.</summary>
    private Speech? SaidSo(int number)
    {
        var next = number + 1;
        if (next >= text.Sentences.Count || text.Sentences[next].Block != text.Sentences[number].Block || TurnsElsewhere(text.Sentences[next]))
        {
            return null;
        }
        return Reporting(next).Find(speech => IsOfSentenceBefore(speech, text.Sentences[next])) is { } told ? told with { IsCarried = true } : null;
    }

    private bool IsOfSentenceBefore(Speech speech, in Sentence sentence)
    {
        if (speech.Sentence != text.SentenceOf[sentence.First] || speech.VerbFirst < 0)
        {
            return false;
        }
        // "Source: the clinic"
        var isFoot = speech.VerbFirst == sentence.First && text.Tokens[speech.VerbLast - 1].IsMark(':');
        // "This was confirmed by the clinic", "So says the mayor"
        var isOfThis = text.Tokens[sentence.First].Key is "this" or "that" or "so" or "it" && speech.VerbFirst <= sentence.First + 2 && speech.VerbFirst > sentence.First && speech.First >= speech.VerbLast;
        // "The mayor says so", "The mayor confirmed this", "gave the news"
        var last = speech.VerbLast;
        var isSaidSo = (last < sentence.Last && text.Tokens[last].Key is "so" or "this" or "it" or "as" && (last + 1 >= sentence.Last || text.Tokens[last + 1].Kind is TokenKind.Mark || text.Tokens[last + 1].Key is "much" or "and"))
            || text.Tokens[last - 1].Key is "news" or "details" or "information";
        return isFoot || isOfThis || isSaidSo;
    }
}
