using BorderMap.PostGis.People;

namespace BorderMap.Web.Security;

/// <summary>Who asks.</summary>
/// <param name="Name">As the audit trail names them: a person's name, or <c>token:</c> and the name of an operator's token.</param>
/// <param name="Role">What they may do.</param>
public sealed record Caller(string Name, Role Role)
{
    public string Display { get; init; } = Name;

    /// <summary>The number of the sign-in; null when an API token speaks.</summary>
    public string? Session { get; init; }

    /// <summary>Whether the password is a one-time password, with which nothing can be done but choose another.</summary>
    public bool MustChange { get; init; }

    public bool IsToken => Session is null;
}

/// <summary>Finds who asks.</summary>
public static class CallerOfRequest
{
    /// <summary>Null when nobody is signed in, or the route does not care.</summary>
    public static Caller? Caller(this HttpContext http) => http.Features.Get<Caller>();

    /// <summary>On routes that nobody reaches without being signed in.</summary>
    public static Caller SignedIn(this HttpContext http) => http.Caller() ?? throw new InvalidOperationException("This route lets in whoever is not signed in.");
}
