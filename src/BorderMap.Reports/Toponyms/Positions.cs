using System.Text.RegularExpressions;
using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>Positions that a text gives in coordinates: MGRS, decimal degrees, degrees with minutes and seconds.</summary>
internal static partial class Positions
{
    private const int Decimals = 6;

    public static IEnumerable<FoundToponym> Find(ReportText text, Atlas atlas)
    {
        foreach (var pattern in new[] { Mgrs(), Sexagesimal(), Decimal() })
        {
            foreach (Match match in pattern.Matches(text.Plain))
            {
                if (CoordinateText.Read(match.Value) is CoordinateReading.Found && Of(match, text, atlas) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static FoundToponym? Of(Match match, ReportText text, Atlas atlas)
    {
        var span = new TextSpan(match.Index, match.Index + match.Length);
        var resolution = atlas.Resolver.Resolve(match.Value);
        return resolution.Candidates is not [var candidate, ..] ? null : new FoundToponym
        {
            Span = span,
            Text = span.Of(text.Original),
            Status = ToponymStatus.Resolved,
            Place = Resolving.PlaceOf(candidate) with { Lon = Math.Round(candidate.Lon, Decimals), Lat = Math.Round(candidate.Lat, Decimals) },
            IsPosition = true,
            Rule = "coordinates",
        };
    }

    [GeneratedRegex(@"\b[0-9]{1,2}[C-X] ?[A-Z]{2} ?[0-9]{2,5} ?[0-9]{2,5}\b")]
    private static partial Regex Mgrs();

    [GeneratedRegex("""\b[0-9]{1,2} ?° ?[0-9]{1,2}(?:\.[0-9]{1,4})? ?['’′](?: ?[0-9]{1,2}(?:\.[0-9]{1,4})? ?["”″])? ?[NS][, ]{1,3}[0-9]{1,3} ?° ?[0-9]{1,2}(?:\.[0-9]{1,4})? ?['’′](?: ?[0-9]{1,2}(?:\.[0-9]{1,4})? ?["”″])? ?[EW]\b""")]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"\b[0-9]{1,2}\.[0-9]{2,7} ?°? ?[NS]?[, ]{1,3}[0-9]{1,3}\.[0-9]{2,7} ?°? ?[EW]?\b")]
    private static partial Regex Decimal();
}
