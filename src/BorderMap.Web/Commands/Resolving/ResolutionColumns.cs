using System.Buffers;
using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Commands.Resolving;

/// <summary>A resolution as columns of CSV (RFC 4180): the best candidate, and the others in words. A text that a spreadsheet could take for a formula gets an apostrophe in front.</summary>
internal static class ResolutionColumns
{
    private static readonly SearchValues<char> FormulaStart = SearchValues.Create("=+-@\t\r\n");

    public static readonly string[] Names =
    [
        "status", "id", "name", "kind", "district", "province", "country", "lon", "lat", "precision", "radius_m", "score", "matched", "why", "others", "problem",
    ];

    public static IEnumerable<string?> Values(Resolution resolution, Places places)
    {
        var best = resolution.Candidates.Count > 0 ? Values(resolution.Candidates[0], places) : Enumerable.Repeat<string?>(null, Names.Length - 3);
        var others = string.Join("; ", resolution.Candidates.Skip(1).Select(candidate => Words(candidate.Place, places)));
        return [JsonText.Word(resolution.Status), .. best, others, resolution.Problem];
    }

    /// <summary>One row of values, without a line end.</summary>
    public static string Join(IEnumerable<string?> values, char delimiter) => string.Join(delimiter, values.Select(value => Quote(Safe(value), delimiter)));

    private static IEnumerable<string?> Values(Candidate candidate, Places places)
    {
        var place = candidate.Place;
        var chain = places.SelfAndAncestors(place).ToList();
        return
        [
            place.Id, place.Name, JsonText.Word(place.Kind), PlaceJson.NameOf(chain, PlaceKind.District), PlaceJson.NameOf(chain, PlaceKind.Province), place.Country,
            Number(candidate.Lon), Number(candidate.Lat), JsonText.Word(candidate.Precision), Number(Math.Round(candidate.RadiusM)), Number(Math.Round(candidate.Score, 4)),
            candidate.Matched, candidate.Why,
        ];
    }

    private static string Words(Place place, Places places) =>
        $"{string.Join(", ", places.SelfAndAncestors(place).Select(holder => holder.Name).Distinct())} ({JsonText.Word(place.Kind)} {place.Id})";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Safe(string? value) => value is { Length: > 0 } && FormulaStart.Contains(value[0]) ? "'" + value : value;

    private static string Quote(string? value, char delimiter) => value is null ? ""
        : value.AsSpan().IndexOfAny("\"\r\n") < 0 && !value.Contains(delimiter, StringComparison.Ordinal) ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
