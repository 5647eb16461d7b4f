namespace BorderMap.PostGis.Desk;

/// <summary>That an editor gave a draft back to its author.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">The reason, in their words.</param>
/// <param name="At">When (UTC).</param>
public sealed record GivenBack(string By, string Why, DateTimeOffset At);
