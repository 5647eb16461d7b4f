using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>Whether a reason can be kept in the audit trail.</summary>
public static class ReasonRule
{
    public static Problem? Check(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("missing", "reason", reason, "reason is empty.", "Say why in a sentence.")
        : reason.Length > Limits.TextMax ? new("too-long", "reason", null, $"reason has {reason.Length} characters.", $"Write at most {Limits.TextMax}.")
        : reason.Any(c => char.IsControl(c) && c is not '\n' and not '\t') ? new("control-character", "reason", null, "reason holds a control character.", "Remove it.")
        : null;
}
