namespace BorderMap.PostGis;

/// <summary>The database cannot be used as it stands; the message says what to do about it.</summary>
public sealed class DatabaseSetupException(string message, Exception? inner = null) : Exception(message, inner);
