namespace BorderMap.Web;

// What is kept for the next asker, and how long it may be shown.
public static partial class Limits
{
    /// <summary>Bytes of compressed columns that are kept for the next asker.</summary>
    public const int ColumnBytesKept = 64 * 1024 * 1024;

    /// <summary>Bytes of finished tiles that are kept for the next asker, and tiles made at once; further askers wait.</summary>
    public const int TileBytesKept = 64 * 1024 * 1024;
    public const int TilesAtOnce = 4;

    /// <summary>How long a request waits to hear the public sequence before what is kept is shown instead, and the least time between two tries while the database is away.</summary>
    public static readonly TimeSpan SeenPatience = TimeSpan.FromSeconds(8);
    public static readonly TimeSpan SeenPause = TimeSpan.FromSeconds(1);

    /// <summary>The longest that what is kept is shown without hearing from the database: another program may have withdrawn something since.</summary>
    public static readonly TimeSpan SeenMost = TimeSpan.FromHours(1);

    /// <summary>Bytes of answers that are kept for the next asker and for while the database is away, and the largest one.</summary>
    public const int AnswerBytesKept = 32 * 1024 * 1024;
    public const int AnswerMost = 512 * 1024;
}
