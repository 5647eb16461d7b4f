using System.Globalization;
using System.Text.RegularExpressions;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests.Scoring;

/// <summary>Counts what an extraction got right, by the rules of the annotated articles' scorer: same family, a day apart at most, within 50 km.</summary>
public sealed partial class Score(Atlas atlas)
{
    private const double NearKm = 50;
    private const int WiderDays = 7;
    private const int OpenDays = 31;

    public int Right { get; private set; }
    public int Missed { get; private set; }
    public int Wrong { get; private set; }
    public int ClaimsRight { get; private set; }
    public int Claims { get; private set; }
    public int StatusRight { get; private set; }
    public int FalseAlarms { get; private set; }
    public int NonIncidents { get; private set; }
    public int ToponymsRight { get; private set; }
    public int ToponymsMissed { get; private set; }
    public int ToponymsWrong { get; private set; }

    /// <summary>Every draft: how sure it was, and whether it is expected.</summary>
    public List<(double Confidence, bool IsRight)> Drafts { get; } = [];

    /// <summary>Claims by the side of their claimant, as written in the draft or expected: right and all.</summary>
    public SortedDictionary<string, (int Right, int All)> ByParty { get; } = new(StringComparer.Ordinal);

    /// <summary>What went wrong, a line each.</summary>
    public List<string> Errors { get; } = [];

    public double IncidentsF1 => F1(Right, Wrong, Missed);
    public double ClaimsExact => Claims == 0 ? 1 : (double)ClaimsRight / Claims;
    public double ToponymsF1 => F1(ToponymsRight, ToponymsWrong, ToponymsMissed);
    public double FalseAlarmRate => NonIncidents == 0 ? 0 : (double)FalseAlarms / NonIncidents;

    /// <summary>Takes over the drafts of another score.</summary>
    public void Add(Score other) => Drafts.AddRange(other.Drafts);

    public void Add(Article article, Extraction extraction)
    {
        var unmatched = extraction.Drafts.Where(draft => Kinds.Find(draft.Kind) is { Gold: not null }).ToList();
        foreach (var expected in article.Incidents.OrderBy(incident => incident.IsOptional))
        {
            var match = unmatched.Where(draft => Fits(expected, draft)).OrderBy(draft => expected.Kinds.Contains(draft.Kind) ? 0 : 1).ThenBy(draft => Gap(expected, draft)).FirstOrDefault();
            if (match is not null)
            {
                unmatched.Remove(match);
                Drafts.Add((match.Confidence, true));
            }
            if (!expected.IsOptional)
            {
                Count(article, expected, match);
            }
        }
        foreach (var draft in unmatched)
        {
            Wrong++;
            Drafts.Add((draft.Confidence, false));
            Errors.Add($"{article.Name}: not expected: {draft.Title} {draft.Date.Date.Start:yyyy-MM-dd}..{draft.Date.Date.End:yyyy-MM-dd}");
        }
        CountFalseAlarms(article, unmatched);
        CountToponyms(article, extraction);
    }

    private void Count(Article article, ExpectedIncident expected, Draft? match)
    {
        Claims += expected.Claims.Count;
        if (match is null)
        {
            expected.Claims.ForEach(claim => CountParty(claim, false));
            Missed++;
            Errors.Add($"{article.Name}: missed: {expected.Kinds[0]} {string.Join(" | ", expected.Places)} with {expected.Claims.Count} claims");
            return;
        }
        Right++;
        StatusRight += expected.Statuses.Contains(JsonName(match.Status)) ? 1 : 0;
        if (!expected.Statuses.Contains(JsonName(match.Status)))
        {
            Errors.Add($"{article.Name}: status {JsonName(match.Status)}, not {string.Join('/', expected.Statuses)}: {match.Title}");
        }
        var open = match.Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).ToList();
        foreach (var claim in expected.Claims)
        {
            var found = open.Find(other => IsSame(claim, other));
            CountParty(claim, found is not null);
            if (found is not null)
            {
                ClaimsRight++;
                open.Remove(found);
            }
            else
            {
                Errors.Add($"{article.Name}: claim missed: {string.Join('/', claim.Claimants)} {string.Join(", ", claim.Figures.Select(figure => $"{figure.Key} {figure.Value?.Min}..{figure.Value?.Max}"))}; left are {string.Join(" ; ", open.Select(Shown))}");
            }
        }
    }

    private void CountParty(ExpectedClaim claim, bool isRight)
    {
        var party = PartyOf(claim.Claimants);
        var (right, all) = ByParty.GetValueOrDefault(party);
        ByParty[party] = (right + (isRight ? 1 : 0), all + 1);
    }

    /// <summary>Whose word a claim is, by the names of its claimant.</summary>
    private static string PartyOf(IReadOnlyList<string> claimants)
    {
        var names = string.Join(' ', claimants).ToLowerInvariant();
        bool Has(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (names.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }
            return false;
        }
        return Has("unama", "mission", "united nations", "un ") ? "UN"
            : Has("taliban", "kabul", "emirate", "afghan", "mujahid", "governor", "fitrat", "zadran", "rahmat") ? "AF"
            : Has("ispr", "pakistan", "islamabad", "rawalpindi", "army", "security official", "commissioner", "police officer") ? "PK"
            : names.Length == 0 ? "nobody" : "others";
    }

    private static string JsonName(DraftStatus status) => status.ToString().ToLowerInvariant();

    private static string Shown(DraftClaim claim) => $"[{claim.Claimant ?? "-"}] killed {claim.Claim.Killed?.Min}..{claim.Claim.Killed?.Max} injured {claim.Claim.Injured?.Min}..{claim.Claim.Injured?.Max}";

    private static bool IsSame(ExpectedClaim expected, DraftClaim found)
    {
        var isFigure = Matches("killed", found.Claim.Killed) && Matches("injured", found.Claim.Injured) && (!expected.Figures.ContainsKey("captured") || Matches("captured", found.Claim.Captured));
        return isFigure && (Named(found.Claimant) is not { Count: > 0 } told ? expected.MayBeNobody || expected.Claimants.Count == 0
            : expected.Claimants.Any(name => Named(name).IsSubsetOf(told) || (told.Count >= 2 && told.IsSubsetOf(Named(name)))));

        bool Matches(string name, Figure? figure) => expected.Figures.TryGetValue(name, out var wanted)
            ? wanted is null ? figure is { Min: null, Max: null } : figure is not null && figure.Min == wanted.Min && figure.Max == wanted.Max
            : figure is null or { Min: null, Max: null };
    }

    private static HashSet<string> Named(string? name) => [.. Words().Matches((name ?? "").ToLowerInvariant().Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal)
        .Replace("pakistani", "pakistan", StringComparison.Ordinal).Replace("afghanistan", "afghan", StringComparison.Ordinal)).Select(match => match.Value).Where(word => word is not ("the" or "a" or "an" or "of" or "in"))];

    private bool Fits(ExpectedIncident expected, Draft draft)
    {
        if (!expected.Kinds.Any(kind => Family(kind) == Family(draft.Kind)) || Gap(expected, draft) > 1)
        {
            return false;
        }
        var date = draft.Date.Date;
        var (from, to) = Window(expected);
        if (date is { Start: { } start, End: { } end } && to is not null && end.DayNumber - start.DayNumber > to.Value.DayNumber - from!.Value.DayNumber + WiderDays)
        {
            return false;
        }
        return expected.Places.Count == 0 || expected.Places.Select(Point).Any(point => draft.Places.Any(place => place.Place.Point.KmTo(point) <= NearKm));
    }

    private static string Family(string kind) => Kinds.FamilyOf(kind);

    private static int Gap(ExpectedIncident expected, Draft draft)
    {
        var (start, end) = (draft.Date.Date.Start ?? draft.Date.Date.End, draft.Date.Date.End ?? draft.Date.Date.Start);
        var (from, to) = Window(expected);
        return to is null || from is null ? 0
            : start is null || end is null ? expected.Start is null ? 0 : int.MaxValue
            : Math.Max(0, Math.Max(start.Value.DayNumber - to.Value.DayNumber, from.Value.DayNumber - end.Value.DayNumber));
    }

    /// <summary>An open beginning is the month before.</summary>
    private static (DateOnly? From, DateOnly? To) Window(ExpectedIncident expected) => (expected.Start ?? expected.End?.AddDays(-OpenDays), expected.End ?? expected.Start);

    private GeoPoint Point(string name)
    {
        if (name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at)
        {
            var position = name[(at + 1)..].Split(',');
            return new GeoPoint(double.Parse(position[1], CultureInfo.InvariantCulture), double.Parse(position[0], CultureInfo.InvariantCulture));
        }
        var best = atlas.Resolver.Resolve(new ResolveQuery(name) { NearLine = true }).Candidates;
        return best.Count > 0 ? new GeoPoint(best[0].Lon, best[0].Lat) : throw new InvalidDataException($"The gazetteer does not know the expected place {name}.");
    }

    private void CountFalseAlarms(Article article, List<Draft> unmatched)
    {
        foreach (var words in article.NonIncidents)
        {
            var at = article.Text.IndexOf(words, StringComparison.Ordinal);
            if (at < 0)
            {
                throw new InvalidDataException($"{article.Name} does not hold \"{words}\".");
            }
            NonIncidents++;
            var span = new TextSpan(at, at + words.Length);
            if (unmatched.Exists(draft => draft.Evidence.Any(other => Math.Min(other.End, span.End) - Math.Max(other.Start, span.Start) >= 0.5 * Math.Min(other.Length, span.Length))))
            {
                FalseAlarms++;
                Errors.Add($"{article.Name}: false alarm: {words}");
            }
        }
    }

    private void CountToponyms(Article article, Extraction extraction)
    {
        if (article.Toponyms is not { } names)
        {
            return;
        }
        var open = extraction.Toponyms.Where(toponym => !toponym.IsPosition).ToList();
        var at = 0;
        foreach (var written in names)
        {
            var isNeutral = written[0] == '~';
            var name = isNeutral ? written[1..] : written;
            at = article.Text.IndexOf(name, at, StringComparison.Ordinal);
            var span = at < 0 ? throw new InvalidDataException($"{article.Name} has no {name} there.") : new TextSpan(at, at + name.Length);
            at = span.End;
            if (isNeutral)
            {
                open.RemoveAll(toponym => toponym.Span.Overlaps(span));
            }
            else if (open.RemoveAll(toponym => toponym.Span == span) > 0)
            {
                ToponymsRight++;
            }
            else
            {
                ToponymsMissed++;
                Errors.Add($"{article.Name}: place name missed: {name}");
            }
        }
        ToponymsWrong += open.Count;
        Errors.AddRange(open.Select(toponym => $"{article.Name}: no place name: {toponym.Text}"));
    }

    private static double F1(int right, int wrong, int missed) => right == 0 ? 0 : 2.0 * right / ((2 * right) + wrong + missed);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
