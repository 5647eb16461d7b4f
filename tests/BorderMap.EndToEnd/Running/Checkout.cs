using System.Reflection;

namespace BorderMap.EndToEnd.Running;

/// <summary>Where the files of the checkout are that these tests were built from.</summary>
public static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "BorderMap.Web.dll");

    /// <summary>Screenshots and other things to look at after a run.</summary>
    public static string Results { get; } = Directory.CreateDirectory(Path.Combine(Root, "TestResults", "screenshots")).FullName;
}
