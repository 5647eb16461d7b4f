namespace BorderMap.Web.Imports;

/// <summary>What has become of an uploaded file.</summary>
public enum ImportState
{
    /// <summary>It lies here and nothing is done with it.</summary>
    Uploaded,

    /// <summary>The dry run is under way.</summary>
    Checking,

    /// <summary>The dry run has told what would happen.</summary>
    Checked,

    /// <summary>It is being imported.</summary>
    Importing,

    /// <summary>It has come in. The file is gone.</summary>
    Imported,

    /// <summary>Bad rows have kept all out.</summary>
    Refused,

    /// <summary>It went wrong through no fault of the file; nothing was changed.</summary>
    Failed,

    /// <summary>Somebody stopped it; nothing was changed. The file is gone.</summary>
    Cancelled,
}
