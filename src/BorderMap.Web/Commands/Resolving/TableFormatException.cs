namespace BorderMap.Web.Commands.Resolving;

/// <summary>A CSV file that cannot be read as it stands; the message names line, field, value and what would be right.</summary>
public sealed class TableFormatException(string message) : Exception(message);
