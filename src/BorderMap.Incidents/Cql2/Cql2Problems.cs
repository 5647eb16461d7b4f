namespace BorderMap.Incidents.Cql2;

/// <summary>The texts of all that can be wrong with a filter. Every one names the character, counted from 1.</summary>
internal static class Cql2Problems
{
    public const string Field = "filter";
    public const string Syntax = "filter-syntax";
    public const string Types = "filter-types";
    public const string Unknown = "filter-unknown-property";
    public const string Geometry = "filter-geometry";
    public const string TooLarge = "filter-too-large";
    public const string NotSupported = "filter-not-supported";
    private const int MaxMessage = 400;

    public static Problem Expected(int at, string found, string expected) =>
        Of(Syntax, at, found, $"{found} stands where {expected} is expected.", $"Write {expected} there.");

    public static Problem BadText(int at, string found, string what, string fix) => Of(Syntax, at, found, $"{what}.", fix);

    public static Problem TooMany(int at, string what, int most) =>
        Of(TooLarge, at, null, $"The filter has more than {most} {what}.", "Give a simpler filter, or several requests.");

    public static Problem Unsupported(int at, string name, string fix) => Of(NotSupported, at, name, $"{name} is not offered here.", fix);

    public static Problem NoProperty(int at, string name, IEnumerable<string> known) =>
        Of(Unknown, at, name, $"There is no property '{name}' to filter by.", $"There are {string.Join(", ", known)}.");

    public static Problem Mismatch(int at, string found, string message, string fix) => Of(Types, at, found, message, fix);

    public static Problem BadGeometry(int at, string found, string message, string fix) => Of(Geometry, at, found, message, fix);

    private static Problem Of(string code, int at, string? found, string message, string fix) =>
        new(code, Field, found is null ? null : Problems.Shorten(found), $"At character {at}: {Problems.ShortenTo(MaxMessage, message)}", fix) { Position = at };
}
