using BorderMap.PostGis.People;

namespace BorderMap.Web.Security;

/// <summary>Whom a route lets in. A route without it neither knows nor cares who asks.</summary>
public sealed record Access
{
    /// <summary>The least role; null: nobody needs to be signed in, but the answer depends on who is.</summary>
    public Role? Least { get; init; }

    /// <summary>Whether those who are not signed in get an answer that pages of any origin may read and caches may keep.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether an API token does not suffice: so that one that leaked cannot make others.</summary>
    public bool SessionOnly { get; init; }

    /// <summary>Whether a one-time password suffices.</summary>
    public bool WithOneTimePassword { get; init; }

    /// <summary>Whether it begins a sign-in, so that there is none yet whose antiforgery token could be asked for.</summary>
    public bool BeginsSession { get; init; }

    /// <summary>Takes nothing from whoever is signed in, so that it needs no antiforgery token; no foreign page is let in all the same.</summary>
    public bool IsForAnyone { get; init; }

    /// <summary>A page for people: who is not signed in is led to where they can.</summary>
    public bool IsPage { get; init; }

    public static Access For(Role least) => new() { Least = least };
}
