using System.Net;
using BorderMap.Incidents;
using BorderMap.PostGis.People;

namespace BorderMap.Web;

/// <summary>Every setting of the program, read from the environment; its name, default and bound stand here and nowhere else.</summary>
public sealed record Settings
{
    public const string HomeName = "BORDERMAP_HOME";
    public const string DatabaseName = "BORDERMAP_DATABASE";
    public const string PublicUrlName = "BORDERMAP_PUBLIC_URL";
    public const string TrustedProxiesName = "BORDERMAP_TRUSTED_PROXIES";
    public const string EmbedAncestorsName = "BORDERMAP_EMBED_ANCESTORS";
    public const string StarterName = "BORDERMAP_STARTER";

    public const string BackupsName = "BORDERMAP_BACKUPS";
    public const string BackupsKeptName = "BORDERMAP_BACKUPS_KEPT";
    public const string ImportMaxName = "BORDERMAP_IMPORT_MAX_MB";
    public const string KeepTextsName = "BORDERMAP_KEEP_TEXTS";
    public const string RequestRateName = "BORDERMAP_REQUEST_RATE";
    public const string MetricsName = "BORDERMAP_METRICS";
    public const string LogName = "BORDERMAP_LOG";

    /// <summary>How many nightly backups are kept when nobody says otherwise, and at most.</summary>
    public const int BackupsKeptDefault = 7, BackupsKeptMax = 365;

    /// <summary>The largest file that is taken over HTTP, in megabytes, when nobody says otherwise, and at most.</summary>
    public const int ImportMaxDefault = 512, ImportMaxMost = 65_536;

    /// <summary>Requests a second of one client address when nobody says otherwise, and at most.</summary>
    public const int RequestRateDefault = 100, RequestRateMost = 100_000;

    /// <summary>Where <c>serve</c> listens when nobody says otherwise (<c>--urls</c> or <c>ASPNETCORE_URLS</c>).</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>All of them, in the order of the README's table.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new(HomeName, ".bordermap", "a folder that may be written", "where the private database cluster and its lock live"),
        new(DatabaseName, "", "an Npgsql connection string", "a PostGIS of your own instead of the private cluster"),
        new(PublicUrlName, "", "an absolute http or https URL", "the address that absolute links use; the request's own when empty"),
        new(TrustedProxiesName, "", "IP addresses or CIDR ranges, separated by commas", "whose X-Forwarded-For, -Proto and -Host are believed"),
        new(EmbedAncestorsName, "*", "CSP sources separated by spaces", "which sites may frame /embed; nothing else can be framed"),
        new(StarterName, "on", "on or off", "whether the first start imports data/incidents/starter.json into an empty database"),
        new(BackupsName, "backups in the home", "a folder that may be written, or off", "where the server puts a backup every night; off by default when a database was given"),
        new(BackupsKeptName, "7", "1 to 365", "how many nightly backups are kept"),
        new(ImportMaxName, "512", "1 to 65536", "the largest file, in megabytes, that the desk takes for an import"),
        new(KeepTextsName, "off", "on or off", "whether the texts of reports are kept; else only their hash, and the words that drafts quote"),
        new(RequestRateName, "100", "1 to 100000, or off", "requests a second that one client address may make, after a burst of ten times as many; a download counts as ten"),
        new(MetricsName, "", "an http address with its port, such as http://127.0.0.1:9464", "where /metrics is given, and nothing else; nowhere when empty"),
        new(LogName, "text", "text or json", "whether messages on standard error are words or JSON, a line each"),
    ];

    public required string Home { get; init; }
    public string? Database { get; init; }
    public Uri? PublicUrl { get; init; }
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];
    public string EmbedAncestors { get; init; } = "*";
    public bool Starter { get; init; } = true;

    /// <summary>The folder of nightly backups; null: none are made.</summary>
    public string? Backups { get; init; }
    public int BackupsKept { get; init; } = BackupsKeptDefault;
    public int ImportMaxMb { get; init; } = ImportMaxDefault;
    public bool KeepTexts { get; init; }

    /// <summary>Requests a second of one client address; 0: as many as it likes.</summary>
    public int RequestRate { get; init; } = RequestRateDefault;

    /// <summary>Where the measurements are given; null: nowhere.</summary>
    public Uri? Metrics { get; init; }
    public bool LogAsJson { get; init; }

    /// <summary>Reads the settings; every bad value is named.</summary>
    /// <param name="environment">Gives the value of a variable, or null.</param>
    /// <param name="root">The folder that the default home lies in.</param>
    public static (Settings Settings, IReadOnlyList<Problem> Problems) Read(Func<string, string?> environment, string root)
    {
        var problems = new List<Problem>();
        string? Text(string name) => environment(name) is { } value && value.Trim() is { Length: > 0 } text ? text : null;
        var settings = new Settings
        {
            Home = Path.GetFullPath(Text(HomeName) ?? Path.Combine(root, ".bordermap")),
            Database = Text(DatabaseName),
            PublicUrl = ReadUrl(Text(PublicUrlName), problems),
            TrustedProxies = ReadNetworks(Text(TrustedProxiesName), problems),
            EmbedAncestors = ReadAncestors(Text(EmbedAncestorsName), problems),
            Starter = ReadSwitch(StarterName, Text(StarterName), ifAbsent: true, problems),
            KeepTexts = ReadSwitch(KeepTextsName, Text(KeepTextsName), ifAbsent: false, problems),
            BackupsKept = ReadNumber(BackupsKeptName, Text(BackupsKeptName), BackupsKeptDefault, BackupsKeptMax, problems),
            Metrics = ReadListener(Text(MetricsName), problems),
            LogAsJson = ReadLog(Text(LogName), problems),
            RequestRate = Text(RequestRateName) is "off" ? 0 : ReadNumber(RequestRateName, Text(RequestRateName), RequestRateDefault, RequestRateMost, problems),
            ImportMaxMb = ReadNumber(ImportMaxName, Text(ImportMaxName), ImportMaxDefault, ImportMaxMost, problems),
        };
        settings = settings with { Backups = BackupsOf(Text(BackupsName), settings) };
        return (settings, problems);
    }

    private static Uri? ReadUrl(string? text, List<Problem> problems)
    {
        if (text is null)
        {
            return null;
        }
        if (Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0)
        {
            return url;
        }
        problems.Add(Bad(PublicUrlName, text, "is no absolute http or https URL", "https://map.example.org"));
        return null;
    }

    private static List<IPNetwork> ReadNetworks(string? text, List<Problem> problems)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(part, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(part, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                problems.Add(Bad(TrustedProxiesName, part, "is no IP address and no CIDR range", "127.0.0.1, 10.0.0.0/8"));
            }
        }
        return networks;
    }

    private static string ReadAncestors(string? text, List<Problem> problems)
    {
        if (text is null)
        {
            return "*";
        }
        if (text.All(c => c is > ' ' and < (char)127 and not (';' or ',') or ' '))
        {
            return text;
        }
        problems.Add(Bad(EmbedAncestorsName, text, "is no list of CSP sources", "https://example.org https://*.example.net"));
        return "'none'";
    }

    private static string? BackupsOf(string? text, Settings settings) => text switch
    {
        "off" => null,
        not null => Path.GetFullPath(text, settings.Home),
        _ => settings.Database is null ? Path.Combine(settings.Home, "backups") : null,
    };

    private static int ReadNumber(string name, string? text, int ifAbsent, int most, List<Problem> problems)
    {
        if (text is null)
        {
            return ifAbsent;
        }
        if (int.TryParse(text, out var number) && number >= 1 && number <= most)
        {
            return number;
        }
        problems.Add(Bad(name, text, $"is no number from 1 to {most}", ifAbsent.ToString()));
        return ifAbsent;
    }

    private static bool ReadSwitch(string name, string? text, bool ifAbsent, List<Problem> problems)
    {
        if (text is null or "on" or "off")
        {
            return text is null ? ifAbsent : text is "on";
        }
        problems.Add(Bad(name, text, "is neither on nor off", ifAbsent ? "on" : "off"));
        return false;
    }

    private static Uri? ReadListener(string? text, List<Problem> problems)
    {
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http", PathAndQuery: "/", IsDefaultPort: false }))
        {
            return text is null ? null : new Uri(text);
        }
        problems.Add(Bad(MetricsName, text, "is no http address with a port and without a path", "http://127.0.0.1:9464"));
        return null;
    }

    private static bool ReadLog(string? text, List<Problem> problems)
    {
        if (text is not (null or "text" or "json"))
        {
            problems.Add(Bad(LogName, text, "is neither text nor json", "json"));
        }
        return text is "json";
    }

    private static Problem Bad(string name, string value, string what, string fix) =>
        new("invalid-setting", name, value, $"The setting {name} {what}.", $"Write for example {name}=\"{fix}\", or leave it out.");
}

/// <summary>One setting as the README documents it.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="Default">Its value when it is not set.</param>
/// <param name="Bound">What it may be.</param>
/// <param name="Meaning">What it does.</param>
public sealed record Setting(string Name, string Default, string Bound, string Meaning);

/// <summary>The bounds of what one request may ask for.</summary>
public static class Limits
{
    public const int PageDefault = 100;
    public const int PageMax = 10_000;

    /// <summary>Items of a page that is given without asking how many others are being read: more is a download.</summary>
    public const int PageSmall = 1_000;
    public const int FeedDefault = 50;
    public const int FeedMax = 500;
    public const int NearbyDefault = 8;
    public const int NearbyMax = 50;
    public const int SearchDefault = 10;
    public const int SearchMax = 50;
    public const int ResolveDefault = 5;
    public const int DeskPageDefault = 50;
    public const int DeskPageMax = 500;
    public const int LibraryPageMax = 2_000;
    public const int ChangesDefault = 1_000;
    public const int ChangesMax = 10_000;

    /// <summary>Incidents that one file of columns holds at most: the latest.</summary>
    public const int ColumnRows = 300_000;

    /// <summary>Bytes of compressed columns that are kept for the next asker.</summary>
    public const int ColumnBytesKept = 64 * 1024 * 1024;

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

    /// <summary>Bytes of finished tiles that are kept for the next asker, and tiles made at once; further askers wait.</summary>
    public const int TileBytesKept = 64 * 1024 * 1024;
    public const int TilesAtOnce = 4;

    /// <summary>Names that one request may have resolved.</summary>
    public const int BatchMax = 10_000;

    /// <summary>Names of a batch that are resolved before others get their turn.</summary>
    public const int BatchTurn = 32;

    /// <summary>Batches under way at once; a further one is asked to come again.</summary>
    public const int BatchesAtOnce = 16;

    /// <summary>Bad queries of one batch that the answer names.</summary>
    public const int BatchProblems = 20;

    /// <summary>Other names of the same text that one query may give.</summary>
    public const int OthersMax = 50;

    /// <summary>Queries of one reconciliation batch: what the manifest tells, and the most that is taken.</summary>
    public const int ReconcileBatch = 100;
    public const int ReconcileBatchMax = 1_000;

    /// <summary>Characters of a place name or of a search text.</summary>
    public const int TextMax = 500;

    /// <summary>Characters of a refused value that an answer repeats.</summary>
    public const int EchoMax = 200;

    /// <summary>Bytes of a request's first line: a filter in CQL2 may hold a polygon.</summary>
    public const int RequestLineMax = 64 * 1024;

    /// <summary>Bytes of a request's body.</summary>
    public const int BodyMax = 8 * 1024 * 1024;

    /// <summary>The longest that an ended embargo waits when no request comes and another process has set it.</summary>
    public static readonly TimeSpan DueLookup = TimeSpan.FromSeconds(30);

    /// <summary>The least time between two looks, also where the database does not answer.</summary>
    public static readonly TimeSpan DuePause = TimeSpan.FromSeconds(1);

    /// <summary>The longest that a request waits for another one that publishes what is due; after that it is answered without.</summary>
    public static readonly TimeSpan DueWait = TimeSpan.FromSeconds(6);

    /// <summary>How long a request waits to hear the public sequence before what is kept is shown instead, and the least time between two tries while the database is away.</summary>
    public static readonly TimeSpan SeenPatience = TimeSpan.FromSeconds(8);
    public static readonly TimeSpan SeenPause = TimeSpan.FromSeconds(1);

    /// <summary>The longest that what is kept is shown without hearing from the database: another program may have withdrawn something since.</summary>
    public static readonly TimeSpan SeenMost = TimeSpan.FromHours(1);

    /// <summary>Bytes of answers that are kept for while the database is away, and the largest one.</summary>
    public const int AnswerBytesKept = 32 * 1024 * 1024;
    public const int AnswerMost = 512 * 1024;

    /// <summary>How often the server looks whether a night has passed since the last backup.</summary>
    public static readonly TimeSpan BackupLookup = TimeSpan.FromMinutes(10);

    /// <summary>What a client is asked to wait when the database does not answer.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>The pause before a service beside the requests that failed is begun again: doubled each time, up to this; one that has run longer than this begins at the first again.</summary>
    public static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan RestartPauseMost = TimeSpan.FromMinutes(1);

    /// <summary>How long a sign-in lasts without a request, and at most.</summary>
    public static readonly TimeSpan SessionIdle = TimeSpan.FromHours(12);
    public static readonly TimeSpan SessionMost = TimeSpan.FromDays(7);

    /// <summary>Attempts to sign in that one client has at once, and how often it gets another.</summary>
    public const int SignInBurst = 30;
    public static readonly TimeSpan SignInEvery = TimeSpan.FromSeconds(2);

    /// <summary>When an account is locked after attempts without the right password.</summary>
    public static readonly LockOut LockOut = new(Free: 10, First: TimeSpan.FromMinutes(1), Longest: TimeSpan.FromMinutes(15));

    /// <summary>Bytes of a document that is written.</summary>
    public const int DocumentMax = 2 * 1024 * 1024;

    /// <summary>Bytes of the body of a request that is no document.</summary>
    public const int SmallBodyMax = 16 * 1024;

    /// <summary>Uploaded files held at once, and how many of them are checked or imported at once.</summary>
    public const int ImportsHeld = 8;
    public const int ImportsAtOnce = 2;

    /// <summary>How long an uploaded file is kept that nothing is done with, and how often such ones are looked for.</summary>
    public static readonly TimeSpan ImportKept = TimeSpan.FromHours(1);
    public static readonly TimeSpan ImportLookup = TimeSpan.FromMinutes(1);

    /// <summary>UTF-16 code units of a report, and likely duplicates of each of its drafts that are shown.</summary>
    public const int ReportMax = 2_000_000;
    public const int ReportDuplicates = 5;

    /// <summary>Problems of an import that its state names; the table to download has all that are kept.</summary>
    public const int ImportProblems = 100;

    /// <summary>How long running requests may take to end when the program is told to stop.</summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    /// <summary>Streams of changes open at once: for one client address (an IPv6 network of 64 bits counts as one), and in all.</summary>
    public const int StreamsPerClient = 50;
    public const int StreamsMax = 2_000;

    /// <summary>How often a stream in which nothing happens says that it is alive: below the minute after which proxies give up.</summary>
    public static readonly TimeSpan StreamHeartbeat = TimeSpan.FromSeconds(20);

    /// <summary>How long a client waits before it opens an ended stream again: at least this, spread over twice of it.</summary>
    public static readonly TimeSpan StreamRetry = TimeSpan.FromSeconds(3);

    /// <summary>How often what was written is looked through for likely duplicates, and the breath between two batches of it.</summary>
    public static readonly TimeSpan DuplicateSearchEvery = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan DuplicateSearchPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Error reports: so many at once from one client and from everybody, and then one in each of these times.</summary>
    public const int ErrorReportBurst = 5;
    public const int ErrorReportBurstOfAll = 100;
    public static readonly TimeSpan ErrorReportEvery = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ErrorReportEveryOfAll = TimeSpan.FromSeconds(30);

    /// <summary>Characters of the state of an embed, and of its title.</summary>
    public const int EmbedStateMax = 4_000;
    public const int EmbedTitleMax = 120;

    /// <summary>Incidents whose claims an overview tells of, and rows of its table.</summary>
    public const int OverviewIncidents = 100;
    public const int OverviewRows = 50;

    /// <summary>Writes to stored embeds: so many at once by one person, and then one in each of these times.</summary>
    public const int EmbedBurst = 60;
    public static readonly TimeSpan EmbedEvery = TimeSpan.FromSeconds(10);

    /// <summary>How often decided error reports that have been kept long enough are looked for.</summary>
    public static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);
}
