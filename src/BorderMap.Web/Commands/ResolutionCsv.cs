using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Commands;

/// <summary>Resolutions as CSV (RFC 4180): the best candidate of each.</summary>
public static class ResolutionCsv
{
    public const string Header = "query,context,status,id,name,kind,district,province,country,lon,lat,precision,radius_m,score,matched,why";

    public static string Row(Resolution resolution, Places places)
    {
        IEnumerable<string?> about = [resolution.Query, resolution.Context, JsonText.Word(resolution.Status)];
        var best = resolution.Candidates.Count > 0 ? Columns(resolution.Candidates[0], places) : Enumerable.Repeat<string?>(null, 13);
        return string.Join(',', about.Concat(best).Select(Quote));
    }

    private static IEnumerable<string?> Columns(Candidate candidate, Places places)
    {
        var place = candidate.Place;
        var chain = places.SelfAndAncestors(place).ToList();
        return
        [
            place.Id, place.Name, JsonText.Word(place.Kind), PlaceJson.NameOf(chain, PlaceKind.District), PlaceJson.NameOf(chain, PlaceKind.Province), place.Country,
            Number(place.Lon), Number(place.Lat), JsonText.Word(candidate.Precision), Number(Math.Round(candidate.RadiusM)), Number(Math.Round(candidate.Score, 4)),
            candidate.Matched, candidate.Why,
        ];
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string? value) =>
        value is null ? "" : value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
