using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Exporting;

/// <summary>The columns of downloads, in their order: what <see cref="FeatureWriter"/> writes, and the point.</summary>
public static class ExportColumns
{
    private const string NoPlace = "the incident has no place";
    private const string NoFigure = "no claim gives a figure: not the same as 0";

    /// <summary>The properties of a feature.</summary>
    public static IReadOnlyList<ExportColumn> Properties { get; } =
    [
        new("id", ExportType.Text, "The incident's id: i- and ten letters or digits, the same for ever."),
        new("title", ExportType.Text, "What is reported, in a few words."),
        new("kind", ExportType.Text, "The kind of incident.") { Values = [.. Kinds.All.Select(kind => kind.Kind)] },
        new("family", ExportType.Text, "The family that the kind belongs to.") { Values = [.. Kinds.Families.Select(family => family.Family)] },
        new("date_start", ExportType.Day, "The first day on which it may have happened, a civil date of the place.") { Unit = "day", WhenEmpty = "open: not known since when" },
        new("date_end", ExportType.Day, "The last day on which it may have happened, inclusive.") { Unit = "day", WhenEmpty = "open: not known until when" },
        new("date_precision", ExportType.Text, "How well the date is known. range: it went on from the first day to the last.") { Values = [.. Words.All<DatePrecision>()] },
        new("place", ExportType.Text, "The name of the principal place.") { WhenEmpty = NoPlace + " or the place no name" },
        new("district", ExportType.Text, "The district (Afghanistan's woluswali, Pakistan's district) that holds the place.") { WhenEmpty = "not known, or outside every district" },
        new("province", ExportType.Text, "The province that holds the place.") { WhenEmpty = "not known" },
        new("country", ExportType.Text, "The country that holds the place.") { Values = ["AF", "PK"], WhenEmpty = "not known" },
        new("precision", ExportType.Text, "How well the place is known. What is known to a district, province or country is no spot: the point only stands for the area.") { Values = [.. Words.All<PlacePrecision>()], WhenEmpty = NoPlace },
        new("radius_m", ExportType.Integer, "It happened within this distance of the point.") { Unit = "metres", WhenEmpty = NoPlace },
        new("side", ExportType.Text, "The side of the Durand Line; straddles: the radius, or the line's own uncertainty, reaches across it.") { Values = [.. Words.All<BorderSide>()], WhenEmpty = NoPlace },
        new("line_km", ExportType.Number, "The position along the Durand Line, from the tripoint with Iran.") { Unit = "kilometres", WhenEmpty = "outside both border belts, or no place" },
        new("line_distance_km", ExportType.Number, "The distance from the Durand Line.") { Unit = "kilometres", WhenEmpty = NoPlace },
        new("killed_low", ExportType.Integer, "The lowest number of killed that a claim asserts.") { Unit = "people", WhenEmpty = NoFigure },
        new("killed_high", ExportType.Integer, "The highest number of killed that a claim asserts.") { Unit = "people", WhenEmpty = "beside killed_low: open, at least that many; else no claim gives a figure" },
        new("injured_low", ExportType.Integer, "The lowest number of injured that a claim asserts.") { Unit = "people", WhenEmpty = NoFigure },
        new("injured_high", ExportType.Integer, "The highest number of injured that a claim asserts.") { Unit = "people", WhenEmpty = "beside injured_low: open, at least that many; else no claim gives a figure" },
        new("grade", ExportType.Text, "How sure it is that it happened.") { Values = [.. Words.All<Grade>()] },
        new("claims", ExportType.Integer, "How many claims are recorded.") { Unit = "claims" },
        new("sources", ExportType.Integer, "How many sources are recorded.") { Unit = "sources" },
        new("episode", ExportType.Text, "The id of the escalation that it belongs to: e- and ten letters or digits.") { WhenEmpty = "it belongs to none" },
        new("cross_border", ExportType.Boolean, "Whether force crossed the border, or the border itself was concerned.") { Values = ["true", "false"] },
        new("version", ExportType.Integer, "The number of the public version, from 1."),
        new("updated", ExportType.Instant, "When that version became public.") { Unit = "UTC" },
        new("url", ExportType.Text, "The page of the incident, below the address that the data came from."),
    ];

    /// <summary>The point, where a table has it in columns.</summary>
    public static IReadOnlyList<ExportColumn> Point { get; } =
    [
        new("lon", ExportType.Number, "The point of the principal place, longitude, WGS 84.") { Unit = "degrees east", WhenEmpty = NoPlace },
        new("lat", ExportType.Number, "The point of the principal place, latitude, WGS 84.") { Unit = "degrees north", WhenEmpty = NoPlace },
    ];

    public static IReadOnlyList<ExportColumn> All { get; } = [.. Properties, .. Point];
}
