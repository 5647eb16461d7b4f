namespace BorderMap.Web;

/// <summary>The bounds of what one request may ask for; of what one client may have of all, what is kept, and what is done beside the requests.</summary>
public static partial class Limits
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

    /// <summary>Names that one request may have resolved.</summary>
    public const int BatchMax = 10_000;

    /// <summary>Names of a batch that are resolved before others get their turn.</summary>
    public const int BatchTurn = 32;

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

    /// <summary>Bytes of a document that is written.</summary>
    public const int DocumentMax = 2 * 1024 * 1024;

    /// <summary>Bytes of the body of a request that is no document.</summary>
    public const int SmallBodyMax = 16 * 1024;

    /// <summary>UTF-16 code units of a report, and likely duplicates of each of its drafts that are shown.</summary>
    public const int ReportMax = 2_000_000;
    public const int ReportDuplicates = 5;

    /// <summary>Problems of an import that its state names; the table to download has all that are kept.</summary>
    public const int ImportProblems = 100;

    /// <summary>Characters of the state of an embed, and of its title.</summary>
    public const int EmbedStateMax = 4_000;
    public const int EmbedTitleMax = 120;

    /// <summary>Incidents whose claims an overview tells of, and rows of its table.</summary>
    public const int OverviewIncidents = 100;
    public const int OverviewRows = 50;
}
