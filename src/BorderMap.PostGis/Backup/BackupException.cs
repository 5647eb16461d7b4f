namespace BorderMap.PostGis.Backup;

/// <summary>A backup cannot be made or used; the message says what to do about it.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
