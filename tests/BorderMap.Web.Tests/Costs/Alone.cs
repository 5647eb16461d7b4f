namespace BorderMap.Web.Tests.Costs;

/// <summary>Tests beside which no others run: they count what the whole process does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
