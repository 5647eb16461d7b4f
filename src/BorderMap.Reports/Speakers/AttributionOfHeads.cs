using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Whose a whole text or table is, by its head, letterhead or caption.</summary>
internal sealed partial class Attribution
{
    private const int LongestHead = 16;
    private const int LongestLetterhead = 5;
    private const int LongestCaption = 30;
    private const int LongestCompiler = 7;
    private const int MostAboveStatement = 3;

    private static readonly PhraseTable<bool> Captions = new(
    [
        ("reported|verified|compiled|collected|confirmed|recorded|documented|prepared|gathered|collated|logged|registered by", true), ("source|sources :", true),
    ]);

    /// <summary>"Incidents reported by the provincial directorate, 16-22 July", "Source: field teams": whoever made a table, told above or below its rows.</summary>
    private Speech? CaptionOf()
    {
        for (var number = 0; number < text.Sentences.Count; number++)
        {
            var line = text.Sentences[number];
            if (text.KindOf(line) is BlockKind.Row || line.Last - line.First > LongestCaption || !IsBesideRows(number) || Captions.Find(text.Tokens, line.First, line.Last) is not [var match, ..])
            {
                continue;
            }
            var (first, last) = (match.Last, match.Last);
            first += first < line.Last && text.Tokens[first].Key is "the" ? 1 : 0;
            while (last < line.Last && last - match.Last < LongestCompiler && text.Tokens[last].IsWord && text.Tokens[last].Key is not ("from" or "between" or "on" or "during" or "since"))
            {
                last++;
            }
            if (last > first)
            {
                return Speech.Named(text, first, last, SpeechAct.Count, match.First, match.Last);
            }
        }
        return null;
    }

    private bool IsBesideRows(int number)
    {
        for (var beside = Math.Max(0, number - 2); beside < Math.Min(text.Sentences.Count, number + LongestLetterhead); beside++)
        {
            if (text.KindOf(text.Sentences[beside]) is BlockKind.Row)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Lines at the head that name an office and nothing else, above or below one with "statement" or "press release".</summary>
    private Speech? Letterhead()
    {
        (Sentence Line, List<PhraseMatch<ActorName>> Actors)? office = null;
        var isStatement = false;
        for (var number = 0; number < Math.Min(LongestLetterhead, text.Sentences.Count); number++)
        {
            var line = text.Sentences[number];
            if (line.Last - line.First > LongestHead)
            {
                break;
            }
            isStatement |= Enumerable.Range(line.First, line.Last - line.First).Any(at => text.Tokens[at].Key is "statement" or "communique" or "bulletin" or "sitrep" || (text.Tokens[at].Key is "office" or "wing" or "desk" && at > line.First && text.Tokens[at - 1].Key is "press" or "media" or "information") || (text.Tokens[at].Key is "report" && at > line.First && text.Tokens[at - 1].Key is "situation" or "daily" or "incident") || (text.Tokens[at].Key is "release" && at > line.First && text.Tokens[at - 1].Key is "press" or "news"));
            // "ISPR | Press Release | 3 May": the name is what stands before the first bar.
            var end = Enumerable.Range(line.First, line.Last - line.First).FirstOrDefault(at => text.Tokens[at].IsMark('|'), line.Last);
            var actors = ActorNames.Find(text.Tokens, line.First, end);
            var start = text.Tokens[line.First].Key is "office" or "directorate" or "headquarters" or "department" ? line.First + 3 : line.First + 1;
            if ((office is null || (IsOffice(line) && !IsOffice(office.Value.Line))) && actors.Count > 0 && actors[0].First <= start && end - actors[0].Last <= 4 && Enumerable.Range(line.First, end - line.First).All(at => text.Tokens[at].IsWord || text.Tokens[at].IsMark(',')))
            {
                office = (line with { Last = end }, actors);
            }
        }
        return !isStatement || office is not var (named, found) ? null
            : new Speech(-1, -1, -1, text.Words(named.First, named.Last), SpeechAct.Claim, named.First, named.First + 1) { Actor = found[0].Value, Span = text.SpanOf(named.First, named.Last), IsCarried = true };
    }

    private bool IsOffice(Sentence line) => Enumerable.Range(line.First, line.Last - line.First).Any(at => text.Tokens[at].Key is "ministry" or "office" or "directorate" or "wing" or "command" or "corps" or "headquarters");

    /// <summary>"Statement of the Ministry of Defence": a text whose head says whose it is.</summary>
    private Speech? Statement()
    {
        if ((Opening() ?? Keeper() ?? Writer() ?? Letterhead() ?? Issuer()) is { } letterhead)
        {
            return letterhead;
        }
        for (var number = 0; number < Math.Min(MostAboveStatement, text.Sentences.Count); number++)
        {
            var sentence = text.Sentences[number];
            var isHead = text.KindOf(sentence) is BlockKind.Heading || sentence.Last - sentence.First <= (text.Tokens[sentence.First].Key is "statement" or "communique" ? LongestCaption : LongestHead);
            var of = isHead ? Enumerable.Range(sentence.First, Math.Min(8, sentence.Last - sentence.First)).FirstOrDefault(at => text.Tokens[at].Key is "of" or "by" or "from" && at + 1 < sentence.Last && IsStatement(at - 1, sentence.First), -1) : -1;
            if (of >= 0)
            {
                // "Statement of the ministry concerning the attack": whose, without what it is about.
                var last = Enumerable.Range(of + 1, sentence.Last - of - 1).FirstOrDefault(at => at > of + 2 && text.Tokens[at].Key is "concerning" or "regarding" or "about" or "on" or "over" or "following" or "after", sentence.Last);
                var actor = ActorNames.Find(text.Tokens, of + 1, last);
                return new Speech(-1, -1, -1, text.Words(of + 1, last), SpeechAct.Claim, of, of + 1) { Actor = actor.Count == 0 ? null : actor[^1].Value, Span = text.SpanOf(of + 1, last), IsCarried = true };
            }
        }
        return OfHeadquarters();
    }

    /// <summary>"Press Release No 61", and below it "Rawalpindi, 7 April": a release without a name, by where it was written.</summary>
    private Speech? OfHeadquarters()
    {
        if (text.Sentences is not [var form, ..] || form.Last - form.First > LongestHead || !Enumerable.Range(form.First + 1, Math.Max(0, Math.Min(LongestLetterhead, form.Last - form.First) - 1)).Any(at => text.Tokens[at].Key is "release" or "note" or "handout" && text.Tokens[at - 1].Key is "press" or "media" or "news"))
        {
            return null;
        }
        var to = text.Sentences[Math.Min(1, text.Sentences.Count - 1)].Last;
        var at = Enumerable.Range(form.First, Math.Min(LongestHead, to - form.First)).FirstOrDefault(at => text.Tokens[at].Is("rawalpindi"), -1);
        return at < 0 ? null : new Speech(-1, -1, -1, Pakistan.Item1, SpeechAct.Claim, at, at + 1) { Actor = Pakistan.Item2, IsCarried = true };
    }

    /// <summary>"Statement", "Statement No. 31": the form, with its number.</summary>
    private bool IsStatement(int at, int from)
    {
        while (at > from && (text.Tokens[at].Kind is not TokenKind.Word || text.Tokens[at].Key is "no" or "number"))
        {
            at--;
        }
        return at >= from && text.Tokens[at].Key is "statement" or "release" or "communique";
    }
}
