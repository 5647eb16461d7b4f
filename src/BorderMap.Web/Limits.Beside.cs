namespace BorderMap.Web;

// How often what is done beside the requests looks, and how long it rests.
public static partial class Limits
{
    /// <summary>The longest that an ended embargo waits when no request comes and another process has set it.</summary>
    public static readonly TimeSpan DueLookup = TimeSpan.FromSeconds(30);

    /// <summary>The least time between two looks, also where the database does not answer.</summary>
    public static readonly TimeSpan DuePause = TimeSpan.FromSeconds(1);

    /// <summary>The longest that a request waits for another one that publishes what is due; after that it is answered without.</summary>
    public static readonly TimeSpan DueWait = TimeSpan.FromSeconds(6);

    /// <summary>How often the server looks whether a night has passed since the last backup.</summary>
    public static readonly TimeSpan BackupLookup = TimeSpan.FromMinutes(10);

    /// <summary>The pause before a service beside the requests that failed is begun again: doubled each time, up to this; one that has run longer than this begins at the first again.</summary>
    public static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan RestartPauseMost = TimeSpan.FromMinutes(1);

    /// <summary>How long an uploaded file is kept that nothing is done with, and how often such ones are looked for.</summary>
    public static readonly TimeSpan ImportKept = TimeSpan.FromHours(1);
    public static readonly TimeSpan ImportLookup = TimeSpan.FromMinutes(1);

    /// <summary>How long running requests may take to end when the program is told to stop.</summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    /// <summary>How often what was written is looked through for likely duplicates, and the breath between two batches of it.</summary>
    public static readonly TimeSpan DuplicateSearchEvery = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan DuplicateSearchPause = TimeSpan.FromMilliseconds(200);

    /// <summary>How often decided error reports that have been kept long enough are looked for.</summary>
    public static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);
}
