namespace BorderMap.Web.Http;

/// <summary>Where to go on to after a sign-in: a path of this host and nothing else.</summary>
public static class LocalPath
{
    /// <summary>The path with its query, or the account page where the text is no path of this host (<c>//elsewhere</c>, <c>/\elsewhere</c>, <c>https://elsewhere</c>).</summary>
    public static string Of(string? text) => text is ['/', ..] and not ['/', '/' or '\\', ..] && !text.Any(char.IsControl) ? text : Routes.Account;
}
