using System.Text.RegularExpressions;

namespace BorderMap.EndToEnd.Running;

/// <summary>What <c>ogrinfo</c> says of the one layer of a file.</summary>
public sealed partial record GdalLayer(int FeatureCount, string GeometryType, IReadOnlyDictionary<string, string> Fields)
{
    public static async Task<GdalLayer> ReadAsync(string file, params string[] options)
    {
        var described = await Command.Run("ogrinfo", ["-ro", "-al", "-so", .. options, file]);
        Assert.True(described.ExitCode == 0 && !described.Error.Contains("ERROR"), described.Error + described.Output);
        return new GdalLayer(
            int.Parse(CountPattern().Match(described.Output).Groups[1].Value),
            GeometryPattern().Match(described.Output).Groups[1].Value,
            FieldPattern().Matches(described.Output).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value));
    }

    [GeneratedRegex(@"^Feature Count: (\d+)", RegexOptions.Multiline)]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"^Geometry: (.+)$", RegexOptions.Multiline)]
    private static partial Regex GeometryPattern();

    [GeneratedRegex(@"^(\w+): (\w+)(?:\(\w+\))? \(\d+\.\d+\)", RegexOptions.Multiline)]
    private static partial Regex FieldPattern();
}
