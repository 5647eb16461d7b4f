namespace BorderMap.Web.Http;

/// <summary>The codes of problems that HTTP itself finds, and the one table from every code to its status.</summary>
public static class ProblemCodes
{
    public const string UnknownParameter = "unknown-parameter";
    public const string MissingParameter = "missing-parameter";
    public const string InvalidParameter = "invalid-parameter";
    public const string NotFound = "not-found";
    public const string Gone = "gone";
    public const string NotAcceptable = "not-acceptable";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string TimedOut = "timed-out";
    public const string TooLarge = "too-large";
    public const string UnsupportedMediaType = "unsupported-media-type";
    public const string InvalidQuery = "invalid-query";
    public const string Busy = "busy";
    public const string BadRequest = "bad-request";
    public const string TooMany = "too-many-requests";
    public const string SignInNeeded = "sign-in-needed";
    public const string SignInRefused = "sign-in-refused";
    public const string BadToken = "bad-token";
    public const string Forbidden = "forbidden";
    public const string SessionNeeded = "session-needed";
    public const string PasswordChangeNeeded = "password-change-needed";
    public const string BadAntiforgery = "bad-antiforgery-token";
    public const string WrongPassword = "wrong-password";
    public const string WeakPassword = "weak-password";
    public const string Stale = "stale";
    public const string PreconditionRequired = "precondition-required";
    public const string IsProjection = "projection";
    public const string BadName = "bad-name";
    public const string Taken = "taken";
    public const string LastAdmin = "last-admin";
    public const string ImportRunning = "import-running";
    public const string Decided = "decided";
    public const string Unavailable = "unavailable";
    public const string OutcomeUnknown = "outcome-unknown";
    public const string TooCostly = "filter-too-costly";
    public const string Internal = "internal";
    public const string NotImplemented = "not-implemented";

    private static readonly Dictionary<string, int> Statuses = new()
    {
        [UnknownParameter] = 400,
        [MissingParameter] = 400,
        [InvalidParameter] = 400,
        [BadRequest] = 400,
        [TooCostly] = 400,
        [SignInNeeded] = 401,
        [SignInRefused] = 401,
        [BadToken] = 401,
        [Forbidden] = 403,
        [SessionNeeded] = 403,
        [PasswordChangeNeeded] = 403,
        [BadAntiforgery] = 403,
        [WrongPassword] = 403,
        [NotFound] = 404,
        [MethodNotAllowed] = 405,
        [NotAcceptable] = 406,
        [TimedOut] = 408,
        [Taken] = 409,
        [LastAdmin] = 409,
        [ImportRunning] = 409,
        [Decided] = 409,
        [Gone] = 410,
        [Stale] = 412,
        [TooLarge] = 413,
        [UnsupportedMediaType] = 415,
        [InvalidQuery] = 422,
        [BadName] = 422,
        [IsProjection] = 422,
        [WeakPassword] = 422,
        [PreconditionRequired] = 428,
        [TooMany] = 429,
        [Internal] = 500,
        [NotImplemented] = 501,
        [Busy] = 503,
        [Unavailable] = 503,
        [OutcomeUnknown] = 503,
    };

    /// <summary>The status of a code; a code of the rooms below names a bad value of the request.</summary>
    public static int StatusOf(string code) => Statuses.GetValueOrDefault(code, 400);

    /// <summary>The code of a status that the framework gave by itself.</summary>
    public static string OfStatus(int status) => status switch
    {
        401 => SignInNeeded,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => TimedOut,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        429 => TooMany,
        503 => Unavailable,
        >= 500 => Internal,
        _ => BadRequest,
    };
}
