using BorderMap.Incidents;
using BorderMap.Incidents.Importing;
using BorderMap.PostGis;

namespace BorderMap.Web.Imports;

/// <summary>An uploaded file, and how far its import has come. What changes of it is changed by <see cref="ImportDesk"/> under its lock, and read as one piece.</summary>
public sealed class HeldImport(string id, string owner, string name, FileStream file, FileHead head, DateTimeOffset at) : IProgress<ImportProgress>
{
    private volatile ImportProgress? progress;
    private volatile ImportStanding standing = new(ImportState.Uploaded, at);

    public string Id => id;
    public string Owner => owner;

    /// <summary>The file's name where it came from.</summary>
    public string Name => name;
    public FileHead Head => head;
    public long Bytes { get; } = file.Length;

    /// <summary>A mapping by the likeness of the names, for a person to look at; null where columns do not matter.</summary>
    public ColumnMapping? Suggested { get; } = head.Recognition.Format is ImportFormat.Csv or ImportFormat.Geojson ? MappingSuggestion.For(head.Recognition.Header) : null;

    public ImportStanding Standing
    {
        get => standing;
        internal set => standing = value;
    }

    public ImportProgress? Progress => progress;

    /// <summary>Stops what is under way.</summary>
    internal CancellationTokenSource Stop { get; set; } = new();

    internal FileStream File => file;

    public void Report(ImportProgress value) => progress = value;

    internal void Begin(ImportState state, ReadingPlan plan, bool skipBad, DateTimeOffset now)
    {
        progress = null;
        Stop.Dispose();
        Stop = new CancellationTokenSource();
        file.Position = 0;
        standing = new ImportStanding(state, now) { Plan = plan, SkipBad = skipBad };
    }

    /// <summary>Removes the file.</summary>
    internal void Close()
    {
        file.Dispose();
        Stop.Dispose();
    }
}

/// <summary>How an import stands.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it came to it.</param>
public sealed record ImportStanding(ImportState State, DateTimeOffset Since)
{
    /// <summary>How the file is or was read; null: not yet.</summary>
    public ReadingPlan? Plan { get; init; }
    public bool SkipBad { get; init; }

    /// <summary>What the dry run or the import told; null: none has ended.</summary>
    public ImportResult? Result { get; init; }

    /// <summary>Why it failed.</summary>
    public Problem? Problem { get; init; }

    public bool IsBusy => State is ImportState.Checking or ImportState.Importing;

    /// <summary>Whether there is no file any more.</summary>
    public bool IsOver => State is ImportState.Imported or ImportState.Cancelled;
}
