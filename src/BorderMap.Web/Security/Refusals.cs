using BorderMap.Incidents;
using BorderMap.Web.Http;

namespace BorderMap.Web.Security;

/// <summary>Why somebody is not let in.</summary>
public static class Refusals
{
    public static Problem SignInNeeded { get; } = new(ProblemCodes.SignInNeeded, "Authorization", null, "This needs a sign-in.", $"Sign in at {Routes.SignIn}, or send an API token: Authorization: Bearer bm_….");

    public static Problem BadToken { get; } = new(ProblemCodes.BadToken, "Authorization", null, "The API token is unknown or was revoked, or its owner is disabled.", "Make a new one, or leave the header out to read what anyone may read.");

    public static Problem SessionNeeded { get; } = new(ProblemCodes.SessionNeeded, "Authorization", null, "An API token does not suffice for this.", $"Sign in at {Routes.SignIn}.");

    public static Problem PasswordChangeNeeded { get; } = new(ProblemCodes.PasswordChangeNeeded, "password", null, "The one-time password has to be changed first.", $"Choose a password at {Routes.Account}.");

    public static Problem BadAntiforgery { get; } = new(ProblemCodes.BadAntiforgery, Antiforgery.Header, null, "The request does not show that it comes from BorderMap's own page.", $"Send the antiforgery token of {Routes.Session} in the header {Antiforgery.Header}.");

    /// <summary>The same words whoever is meant, so that nobody learns which names there are.</summary>
    public static Problem SignIn { get; } = new(ProblemCodes.SignInRefused, "password", null, "Name or password is wrong, or the account is locked for a while after too many attempts, or disabled.", "Check both; after several attempts wait a quarter of an hour, or ask an admin for a new one-time password.");

    public static Problem TooManyAttempts { get; } = new(ProblemCodes.TooMany, "client", null, "Too many attempts to sign in from this address.", "Try again after the seconds that Retry-After gives.");

    public static Problem Forbidden(string message, string fix, string field = "role", string? value = null) => new(ProblemCodes.Forbidden, field, value, message, fix);
}
