using System.Text.Json.Serialization;
using BorderMap.Incidents;

namespace BorderMap.Web.Reading;

/// <summary>A report as somebody gives it to be read.</summary>
public sealed record GivenReport
{
    /// <summary>Plain text or HTML.</summary>
    [JsonRequired] public string Text { get; init; } = "";

    /// <summary>The civil day of publication; null: looked for in the text.</summary>
    public DateOnly? Published { get; init; }
    public string? Publisher { get; init; }

    /// <summary>Whose own reporting it is, after wire attribution; null: looked for in the text.</summary>
    public string? Origin { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }

    /// <summary>What stands against reading it; null: nothing.</summary>
    public Problem? Check() =>
        string.IsNullOrWhiteSpace(Text) ? new("missing", "text", null, "There is no text.", "Paste the report, plain or as HTML.")
        : Text.Length > Limits.ReportMax ? new(Http.ProblemCodes.TooLarge, "text", null, $"The text has {Text.Length} characters.", $"Give at most {Limits.ReportMax}: one report at a time.")
        : new (string Name, string? Value)[] { ("publisher", Publisher), ("origin", Origin), ("title", Title), ("url", Url) }.Select(field => Line(field.Name, field.Value)).FirstOrDefault(problem => problem is not null);

    private static Problem? Line(string name, string? value) =>
        value is null ? null
        : value.Length > Limits.TextMax ? new("too-long", name, value, $"{name} is longer than {Limits.TextMax} characters.", "Shorten it.")
        : value.Any(char.IsControl) ? new("control-character", name, value, $"{name} holds a control character.", "Leave it out.")
        : null;
}
