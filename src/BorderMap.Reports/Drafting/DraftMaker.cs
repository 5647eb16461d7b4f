using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Happenings;

namespace BorderMap.Reports.Drafting;

/// <summary>Makes drafts of happenings: every field with its words and the rule that gave it.</summary>
internal sealed class DraftMaker(Passage passage)
{
    /// <summary>Days after which a closure told with its day alone need not last.</summary>
    private const int LongestOpenClosure = 45;

    private readonly ClaimMaker claims = new(passage);

    public Draft Of(Happening happening, int number)
    {
        var kindOf = happening.Mentions.First(mention => mention.Kind == happening.Kind);
        var date = DateOf(happening);
        var draft = new Draft
        {
            Key = $"d{number}",
            Title = TitleOf(happening),
            Kind = happening.Kind,
            KindSpan = passage.SpanOf(kindOf.First, kindOf.Last),
            Date = date,
            Places = [.. happening.Scenes.Select(PlaceOf)],
            Actors = Parties.Of(passage, happening),
            Claims = [.. claims.Of(happening.Tolls), .. claims.Of(happening.Things)],
            Denials = [.. happening.Denials.Select(denial => new DraftDenial(denial.By?.Words, denial.By?.Actor?.Id, passage.SpanOf(Math.Min(denial.First, denial.Last - 1), Math.Max(denial.First + 1, denial.Last))))],
            Status = Statuses.Of(passage, happening),
            Scope = happening.Scope,
            Evidence = Evidence(happening),
        };
        return draft with { Confidence = Confidences.Of(happening), Why = [.. Reasons(happening, kindOf, draft)] };
    }

    private static string TitleOf(Happening happening)
    {
        var label = Incidents.Kinds.Find(happening.Kind)?.Label ?? happening.Kind;
        return happening.Scenes.Count == 0 ? label : $"{label}: {string.Join(", ", happening.Scenes.Take(3).Select(scene => scene.Located.Toponym.Status is ToponymStatus.Approximate ? scene.Located.Toponym.Text : scene.Place!.Name))}";
    }

    private static DraftPlace PlaceOf(Scene scene) => new(
        scene.Located.Number, scene.Located.Toponym.Span, scene.Located.Toponym.Text, scene.Role, scene.Place!, scene.Located.Toponym.Status, scene.Rule);

    private DraftDate DateOf(Happening happening)
    {
        var (time, rule) = happening.Time;
        if (time is null)
        {
            return new DraftDate(new IncidentDate(), null, "no day in the text, and the day of publication is not known");
        }
        var (start, end, precision) = (time.Start, time.End, time.Precision);
        if (Acts.GroupOf(happening.Kind) is "crossing_closure" && time.Use is TimeUse.Since or TimeUse.When && IsLasting(happening, time) && (happening.Until ?? passage.Published) is { } day && start <= day)
        {
            (end, precision) = (day, start == day ? DatePrecision.Day : DatePrecision.Range);
        }
        precision = start is null && end is null ? DatePrecision.Unknown : precision is DatePrecision.Range && start == end ? DatePrecision.Day : precision;
        TextSpan? span = time.First >= 0 ? passage.SpanOf(time.First, time.Last) : null;
        var words = time.First >= 0 ? passage.Text.Words(time.First, time.Last) : null;
        return new DraftDate(new IncidentDate { Start = start, End = end, Precision = precision, Words = words }, span, time.Rule == rule ? rule : $"{rule}, {time.Rule}");
    }

    /// <summary>A closure lasts from its first day to the day of report, unless it is history or was short.</summary>
    private bool IsLasting(Happening happening, TimeMention time) => time.Use is TimeUse.Since || (time is { First: >= 0, Start: { } start, Precision: DatePrecision.Day or DatePrecision.Range } && passage.Published is { } day && day.DayNumber - start.DayNumber <= LongestOpenClosure
        && !happening.Mentions.Any(mention => Enumerable.Range(mention.Clause.From, mention.Clause.To - mention.Clause.From).Any(at => passage.Tokens[at].Key is "briefly" or "temporarily" or "hours" or "hour" or "until" or "till" or "then")));

    /// <summary>For each telling its clause, from the first to the last word that counts.</summary>
    private List<TextSpan> Evidence(Happening happening)
    {
        var spans = new List<TextSpan>();
        foreach (var mention in happening.Mentions)
        {
            var last = mention.Clause.To;
            while (last > mention.Last && passage.Tokens[last - 1].Kind is Reading.TokenKind.Mark)
            {
                last--;
            }
            var span = passage.SpanOf(Math.Min(mention.Clause.From, mention.First), Math.Max(last, mention.Last));
            if (!spans.Exists(other => other.Overlaps(span)))
            {
                spans.Add(span);
            }
        }
        return spans;
    }

    private static IEnumerable<Reason> Reasons(Happening happening, Mention kindOf, Draft draft)
    {
        yield return new Reason("kind", kindOf.Form is ActForm.Weak ? "a general word" : "word of an act", kindOf.Cue, [draft.KindSpan]);
        yield return new Reason("date", draft.Date.Rule, draft.Date.Date.Words ?? "", draft.Date.Span is { } span ? [span] : []);
        for (var i = 0; i < draft.Places.Count; i++)
        {
            yield return new Reason($"places[{i}]", draft.Places[i].Rule, draft.Places[i].Words, [draft.Places[i].Span]);
        }
        for (var i = 0; i < draft.Actors.Count; i++)
        {
            yield return new Reason($"actors[{i}]", draft.Actors[i].Rule, draft.Actors[i].Words, [draft.Actors[i].Span]);
        }
        for (var i = 0; i < draft.Claims.Count; i++)
        {
            yield return new Reason($"claims[{i}]", draft.Claims[i].Rule, draft.Claims[i].Cue, [draft.Claims[i].Span, .. draft.Claims[i].Figures]);
        }
        yield return new Reason("cross_border", "scope", happening.Scope, [draft.Evidence[0]]);
    }
}
