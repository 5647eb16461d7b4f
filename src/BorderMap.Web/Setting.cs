namespace BorderMap.Web;

/// <summary>One setting as the README documents it.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="Default">Its value when it is not set.</param>
/// <param name="Bound">What it may be.</param>
/// <param name="Meaning">What it does.</param>
public sealed record Setting(string Name, string Default, string Bound, string Meaning);
