using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>The office that issues a text, by the lines above its first sentence: they name it, and say nothing.</summary>
internal sealed partial class Attribution
{
    private const int MostHeadLines = 5;
    private const int LongestIssuer = 12;

    private static readonly HashSet<string> Institutions = new(StringComparer.Ordinal)
    {
        "ministry", "directorate", "office", "department", "secretariat", "police", "headquarters", "command", "corps", "brigade", "division", "centre", "center", "hospital", "clinic", "cluster", "mission", "administration", "authority", "commission",
        "committee", "council", "agency", "embassy", "consulate", "municipality", "governorate", "constabulary", "militia", "levies", "board", "organisation", "organization", "society", "foundation", "network", "union", "chamber", "association", "court", "agent", "commissioner", "governor", "minister", "spokesman", "spokesperson", "nations", "unama", "ocha", "unicef", "unhcr",
    };

    /// <summary>"North Waziristan Police, daily situation report", "Written reply by the Minister for Defence": the name of the office, up to a comma or a dash.</summary>
    private Speech? Issuer()
    {
        Speech? issuer = null;
        for (var number = 0; number < Math.Min(MostHeadLines, text.Sentences.Count); number++)
        {
            var line = text.Sentences[number];
            if (line.Last - line.First > LongestHead + LongestIssuer || text.KindOf(line) is BlockKind.Row || Enumerable.Range(line.First, line.Last - line.First).Any(at => text.Tokens[at].IsQuoted))
            {
                break;
            }
            if (PartOf(line) is var (first, last) && (issuer is null || text.Tokens[first].Key is "ministry" or "minister"))
            {
                var actors = ActorNames.Find(text.Tokens, line.First, line.Last);
                issuer = new Speech(-1, -1, -1, text.Words(first, last), SpeechAct.Say, first, first + 1) { Actor = actors.Count == 0 ? null : actors[^1].Value, Span = text.SpanOf(first, last), IsCarried = true };
            }
        }
        return issuer;
    }

    /// <summary>The part of a line that names an institution in capitals and says nothing of it.</summary>
    private (int First, int Last)? PartOf(in Sentence line)
    {
        for (var first = line.First; first < line.Last;)
        {
            var last = first;
            while (last < line.Last && text.Tokens[last].Kind is not TokenKind.Mark)
            {
                last++;
            }
            // "To the Deputy Commissioner": who is written to.
            if (text.Tokens[first].Key is "to" or "attention" or "attn" or "subject" or "re" or "dear" or "through")
            {
                return null;
            }
            // "KABUL, 9 March (Border News Agency) -": who wrote it, no office.
            var isByline = last + 1 < line.Last && text.Tokens[last].IsMark(')') && text.Tokens[last + 1].IsMark('-');
            var start = WithoutForm(first, last);
            var end = BeforeForm(start, last);
            if (last > first && !isByline && IsIssuer(start, end))
            {
                return (start, end);
            }
            first = last + 1;
        }
        return null;
    }

    /// <summary>"Written reply by the Minister": past the form of the text.</summary>
    private int WithoutForm(int first, int last)
    {
        // "From the press section of the 201 Corps": past the desk of it.
        if (text.Tokens[first].Key is "from" or "by" && first + 2 < last)
        {
            var start = first + (text.Tokens[first + 1].Is("the") ? 2 : 1);
            var of = Enumerable.Range(start, last - start).FirstOrDefault(at => text.Tokens[at].Is("of") && text.Tokens[at - 1].Key is "section" or "office" or "wing" or "desk" or "department" or "branch" or "directorate" or "service", -1);
            start = of < 0 || text.Tokens[start].IsCapital ? start : of + 2 < last && text.Tokens[of + 1].Is("the") ? of + 2 : of + 1;
            return text.Tokens[start].IsCapital || text.Tokens[start].Kind is TokenKind.Number ? start : first;
        }
        for (var at = first + 1; at + 1 < last; at++)
        {
            if (text.Tokens[at].Key is "by" or "from" && text.Tokens[at - 1].Key is "reply" or "answer" or "note" or "report" or "message" or "issued" or "statement" or "bulletin" or "update" or "communique" or "released")
            {
                return text.Tokens[at + 1].Key is "the" ? at + 2 : at + 1;
            }
        }
        return first;
    }

    /// <summary>"OCHA FLASH UPDATE", "Northern Command statement": the name before the form of the text.</summary>
    private int BeforeForm(int first, int last)
    {
        return Enumerable.Range(first, last - first).FirstOrDefault(at => at > first && text.Tokens[at].Key is "flash" or "update" or "weekly" or "daily" or "monthly" or "quarterly" or "bulletin" or "statement" or "sitrep" or "humanitarian" or "situation" or "note", last);
    }

    private bool IsIssuer(int first, int last)
    {
        var isInstitution = false;
        // "11 Corps": the number of a unit.
        var isNumbered = text.Tokens[first].Kind is TokenKind.Number && Enumerable.Range(first + 1, last - first - 1).Any(at => text.Tokens[at].Key is "corps" or "brigade" or "division" or "wing" or "battalion");
        for (var at = isNumbered ? first + 1 : first; at < last; at++)
        {
            if (!text.Tokens[at].IsWord || !(text.Tokens[at].IsCapital || text.Tokens[at].Key is "of" or "the" or "and" or "for" or "in" or "to" or "bin" or "al" or "ul" || (at > first && text.Tokens[first].IsCapital && (Institutions.Contains(text.Tokens[at].Key) || InNames.Contains(text.Tokens[at].Key)))) || Figures.Numbers.At(text.Tokens, at, last) is { IsArticle: false })
            {
                return false;
            }
            isInstitution |= Institutions.Contains(text.Tokens[at].Key);
        }
        return isInstitution && (last - first > 1 || text.Tokens[first].Key is "unama" or "ocha" or "unicef" or "unhcr") && last - first is <= LongestIssuer && !speeches[text.SentenceOf[first]].Exists(speech => speech.VerbFirst < last) && !Figures.Tolls.Tells(text.Tokens, first, last);
    }
}
