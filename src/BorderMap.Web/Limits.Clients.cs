using BorderMap.PostGis.People;

namespace BorderMap.Web;

// What one client may have at once, and for how long, so that there is some for others.
public static partial class Limits
{
    /// <summary>Files of columns made at once; further askers wait.</summary>
    public const int ColumnsAtOnce = 2;

    /// <summary>Downloads under way at once, in all and for one client (an IPv6 network of 64 bits counts as one).</summary>
    public const int ExportsAtOnce = 16;
    public const int ExportsPerClient = 6;

    /// <summary>Requests that one client may make at once, in seconds of its rate.</summary>
    public const int RequestBurst = 10;

    /// <summary>Questions with a large body under way at once, in all and for one client: each may fill <see cref="BodyMax"/>.</summary>
    public const int QuestionsAtOnce = 64;
    public const int QuestionsPerClient = 8;

    /// <summary>Connections open at once; how long a client may take for the headers of a request, and the bytes a second that its body has to come with.</summary>
    public const int ConnectionsMax = 5_000;
    public static readonly TimeSpan HeadersPatience = TimeSpan.FromSeconds(10);
    public const int BodyBytesPerSecond = 1_000;

    /// <summary>How long a client may take for one piece (64 KB) of a download, and for all of it; after that it is dropped.</summary>
    public static readonly TimeSpan ExportPatience = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan ExportMost = TimeSpan.FromHours(1);

    /// <summary>Batches under way at once; a further one is asked to come again.</summary>
    public const int BatchesAtOnce = 16;

    /// <summary>What a client is asked to wait when the database does not answer.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>How long a sign-in lasts without a request, and at most.</summary>
    public static readonly TimeSpan SessionIdle = TimeSpan.FromHours(12);
    public static readonly TimeSpan SessionMost = TimeSpan.FromDays(7);

    /// <summary>Attempts to sign in that one client has at once, and how often it gets another.</summary>
    public const int SignInBurst = 30;
    public static readonly TimeSpan SignInEvery = TimeSpan.FromSeconds(2);

    /// <summary>When an account is locked after attempts without the right password.</summary>
    public static readonly LockOut LockOut = new(Free: 10, First: TimeSpan.FromMinutes(1), Longest: TimeSpan.FromMinutes(15));

    /// <summary>Uploaded files held at once, and how many of them are checked or imported at once.</summary>
    public const int ImportsHeld = 8;
    public const int ImportsAtOnce = 2;

    /// <summary>Streams of changes open at once: for one client address (an IPv6 network of 64 bits counts as one), and in all.</summary>
    public const int StreamsPerClient = 50;
    public const int StreamsMax = 2_000;

    /// <summary>How often a stream in which nothing happens says that it is alive: below the minute after which proxies give up.</summary>
    public static readonly TimeSpan StreamHeartbeat = TimeSpan.FromSeconds(20);

    /// <summary>How long a client waits before it opens an ended stream again: at least this, spread over twice of it.</summary>
    public static readonly TimeSpan StreamRetry = TimeSpan.FromSeconds(3);

    /// <summary>Error reports: so many at once from one client and from everybody, and then one in each of these times.</summary>
    public const int ErrorReportBurst = 5;
    public const int ErrorReportBurstOfAll = 100;
    public static readonly TimeSpan ErrorReportEvery = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ErrorReportEveryOfAll = TimeSpan.FromSeconds(30);

    /// <summary>Writes to stored embeds: so many at once by one person, and then one in each of these times.</summary>
    public const int EmbedBurst = 60;
    public static readonly TimeSpan EmbedEvery = TimeSpan.FromSeconds(10);
}
