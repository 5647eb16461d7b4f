using System.Net;
using BorderMap.Incidents;

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
