using System.Text.Json;
using BorderMap.Incidents;

namespace BorderMap.Web.Pages;

/// <summary>Dates, places, figures and ranges in words, so that nothing reads more exact than it is known.</summary>
internal static class Words
{
    public static string Kind(string? kind) => kind is null ? "" : Kinds.Find(kind)?.Label ?? kind;

    public static string Family(string family) => Kinds.Families.FirstOrDefault(one => one.Family == family)?.Label ?? family;

    /// <summary>"2025-10-11 to 2025-10-12 (a range)".</summary>
    public static string Date(JsonElement? date)
    {
        if (date is not { } known)
        {
            return "date not known";
        }
        var (start, end) = (known.Text("start"), known.Text("end"));
        var span = (start, end) switch
        {
            (null, null) => "date not known",
            (null, _) => $"until {end}",
            (_, null) => $"from {start}",
            _ => start == end ? start : $"{start} to {end}",
        };
        var precision = known.Text("precision") switch
        {
            "week" => " (known to the week)",
            "month" => " (known to the month)",
            "year" => " (known to the year)",
            "approx" => " (approximately)",
            "range" => " (within these days)",
            _ => "",
        };
        return span + precision + (known.Text("time") is { } time ? $", {time}" : "");
    }

    /// <summary>"known to the district, within 25 km".</summary>
    public static string Precision(string? precision, int? radiusM)
    {
        var words = precision switch
        {
            "exact" => "the exact spot",
            "near" => "near this spot",
            "locality" => "known to the town or village",
            "district" => "known only to the district",
            "province" => "known only to the province",
            "country" => "known only to the country",
            _ => "precision not recorded",
        };
        return radiusM is > 0 and { } metres ? $"{words}, within {(metres < 1000 ? $"{metres} m" : $"{Math.Round(metres / 1000.0, metres < 10_000 ? 1 : 0)} km")}" : words;
    }

    /// <summary>"at least 3", "3 to 5", "up to 5", "3"; null where nothing is claimed.</summary>
    public static string? Figure(JsonElement? figure) => (figure?.Number("min"), figure?.Number("max")) switch
    {
        (null, null) => null,
        (null, { } most) => $"up to {most}",
        ({ } least, null) => $"at least {least}",
        ({ } least, { } most) => least == most ? $"{least}" : $"{least} to {most}",
    };

    public static string Side(string? side) => side switch
    {
        "AF" => "on the Afghan side",
        "PK" => "on the Pakistani side",
        "straddles" => "its surroundings lie on both sides",
        _ => "side not determined",
    };

    public static string Standing(string? standing) => standing switch
    {
        "admitted" => "admitted by the side it tells against",
        "disputed" => "disputed by another party",
        "single" => "claimed by one party alone",
        _ => "",
    };

    public static string About(JsonElement claim)
    {
        var denies = claim.Text("stance") == "denies";
        return claim.Text("about") switch
        {
            "occurrence" => denies ? "denies that it happened" : "says that it happened",
            "author" => denies ? "denies having done it" : "says who did it",
            "target" => denies ? "denies that this was the target" : "says what the target was",
            _ => denies ? "denies" : "says",
        };
    }
}
