namespace BorderMap.PostGis;

/// <summary>What the incidents of a filter come to, each counted once.</summary>
/// <param name="Incidents">How many there are.</param>
/// <param name="Killed">What is reported of the killed.</param>
/// <param name="Injured">What is reported of the injured.</param>
/// <param name="First">The first day of the first dated one; null: none is dated.</param>
/// <param name="Last">The last day of the last dated one.</param>
/// <param name="Undated">How many have no day at all: they may lie in any time.</param>
public sealed record FilterSummary(long Incidents, ReportedSum Killed, ReportedSum Injured, DateOnly? First, DateOnly? Last, long Undated);

/// <summary>Ranges of different incidents, added low to low and high to high.</summary>
/// <param name="Low">The lowest claims together.</param>
/// <param name="High">The highest claims together; of an open one its lowest.</param>
/// <param name="IsOpen">Whether at least one is open ("200 or more").</param>
/// <param name="Without">Incidents for which nobody gives a figure: they are not in the sum.</param>
public sealed record ReportedSum(long Low, long High, bool IsOpen, long Without);
