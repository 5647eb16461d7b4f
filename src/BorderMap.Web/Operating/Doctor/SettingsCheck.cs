namespace BorderMap.Web.Operating.Doctor;

/// <summary>Settings that fit together, and a home that is nobody else's.</summary>
internal static class SettingsCheck
{
    private const long MB = 1024 * 1024;
    private const long LeastFree = 200 * MB;
    private const long LittleFree = 2048 * MB;

    public static IEnumerable<Finding> Of(Settings settings)
    {
        yield return settings.PublicUrl switch
        {
            null => new(Severity.Warning, "address", "links use the address of each request", $"Behind a name of your own set {Settings.PublicUrlName}=https://map.example.org."),
            { Scheme: "https" } or { IsLoopback: true } => new(Severity.Ok, "address", $"{settings.PublicUrl}"),
            _ => new(Severity.Warning, "address", $"{settings.PublicUrl} is not encrypted: passwords and sessions can be read on the way", $"End TLS before the program and set {Settings.PublicUrlName} to its https address."),
        };
        if (settings is { PublicUrl.Scheme: "https", TrustedProxies.Count: 0 })
        {
            yield return new(Severity.Warning, "proxy", "no proxy is trusted, so that all clients behind one look like one to the limits", $"Set {Settings.TrustedProxiesName} to the address of what ends TLS.");
        }
        if (settings.RequestRate == 0)
        {
            yield return new(Severity.Warning, "limits", "one client may ask as often as it likes", $"Leave {Settings.RequestRateName} out, unless what stands before the program limits it.");
        }
        if (settings.Metrics is { IsLoopback: false } metrics)
        {
            yield return new(Severity.Warning, "metrics", $"{metrics} can be read by whoever reaches it", "Listen on 127.0.0.1, or on a network of your own.");
        }
        yield return Folder("home", settings.Home);
        yield return Backups(settings);
    }

    private static Finding Backups(Settings settings) => settings.Backups switch
    {
        null when settings.Database is not null => new(Severity.Warning, "backups", "none are made by the program", $"Back up the database itself, or set {Settings.BackupsName}."),
        null => new(Severity.Warning, "backups", "none are made", $"Leave {Settings.BackupsName} out, or give it a folder on another disk."),
        var folder => Folder("backups", folder),
    };

    private static Finding Folder(string subject, string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new(Severity.Ok, subject, $"{folder} is not there yet; it is made when it is needed");
        }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)) != 0)
        {
            return new(Severity.Warning, subject, $"{folder} is open to every user of the machine", $"chmod 700 {folder}");
        }
        var free = new DriveInfo(folder).AvailableFreeSpace;
        return free > LittleFree ? new(Severity.Ok, subject, $"{folder}, {free / MB} MB free")
            : new(free < LeastFree ? Severity.Failure : Severity.Warning, subject, $"{folder} has {free / MB} MB free", "Make room: a database whose disk is full takes no writes.");
    }
}
