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

    /// <summary>What went wrong, a line each.</summary>
    public List<string> Errors { get; } = [];

    public double IncidentsF1 => F1(Right, Wrong, Missed);
    public double ClaimsExact => Claims == 0 ? 1 : (double)ClaimsRight / Claims;
    public double ToponymsF1 => F1(ToponymsRight, ToponymsWrong, ToponymsMissed);
    public double FalseAlarmRate => NonIncidents == 0 ? 0 : (double)FalseAlarms / NonIncidents;

    public void Add(Article article, Extraction extraction)
    {
        var unmatched = extraction.Drafts.Where(draft => Kinds.Find(draft.Kind) is { Gold: not null }).ToList();
        foreach (var expected in article.Incidents.OrderBy(incident => incident.IsOptional))
        {
            var match = unmatched.Where(draft => Fits(expected, draft)).OrderBy(draft => draft.Kind == expected.Kind ? 0 : 1).ThenBy(draft => Gap(expected, draft)).FirstOrDefault();
            if (match is not null)
            {
                unmatched.Remove(match);
            }
            if (!expected.IsOptional)
            {
                Count(article, expected, match);
            }
        }
        foreach (var draft in unmatched)
        {
            Wrong++;
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
            Missed++;
            Errors.Add($"{article.Name}: missed: {expected.Kind} {string.Join(" | ", expected.Places)} with {expected.Claims.Count} claims");
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
        if (Family(expected.Kind) != Family(draft.Kind) || Gap(expected, draft) > 1)
        {
            return false;
        }
        var date = draft.Date.Date;
        if (date is { Start: { } start, End: { } end } && end.DayNumber - start.DayNumber > expected.End.DayNumber - expected.Start.DayNumber + WiderDays)
        {
            return false;
        }
        return expected.Places.Count == 0 || expected.Places.Select(Point).Any(point => draft.Places.Any(place => place.Place.Point.KmTo(point) <= NearKm));
    }

    private static string Family(string kind) => Kinds.FamilyOf(kind);

    private static int Gap(ExpectedIncident expected, Draft draft)
    {
        var (start, end) = (draft.Date.Date.Start ?? draft.Date.Date.End, draft.Date.Date.End ?? draft.Date.Date.Start);
        return start is null || end is null ? int.MaxValue : Math.Max(0, Math.Max(start.Value.DayNumber - expected.End.DayNumber, expected.Start.DayNumber - end.Value.DayNumber));
    }

    private GeoPoint Point(string name)
    {
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
        foreach (var name in names)
        {
            at = article.Text.IndexOf(name, at, StringComparison.Ordinal);
            var span = at < 0 ? throw new InvalidDataException($"{article.Name} has no {name} there.") : new TextSpan(at, at + name.Length);
            at = span.End;
            if (open.RemoveAll(toponym => toponym.Span == span) > 0)
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
