namespace BorderMap.PostGis;

/// <summary>Where the data lie.</summary>
/// <param name="ConnectionString">An Npgsql connection string (several hosts allowed); null: the private cluster of <paramref name="Home"/>.</param>
/// <param name="Home">The home folder (<c>~/.bordermap</c>); made when absent.</param>
public sealed record DatabaseOptions(string? ConnectionString, string Home);
