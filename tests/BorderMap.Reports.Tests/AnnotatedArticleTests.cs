using System.Diagnostics;
using System.Text.Json;
using BorderMap.Reports.Writing;

namespace BorderMap.Reports.Tests;

/// <summary>The annotated articles beside the repository, scored by their own scorer, where both are there.</summary>
public sealed class AnnotatedArticleTests
{
    private static readonly string Gold = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "gold"));

    [Fact]
    public async Task Reads_the_annotated_articles_as_well_as_the_bars_ask()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Assert.SkipUnless(Directory.Exists(Gold), "The annotated articles (../shared/gold) are not there.");
        Assert.SkipUnless(HasPython(), "The scorer needs python3.");
        var folder = Directory.CreateTempSubdirectory("bordermap-gold-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Gold, "dev"), "*.json").Concat(Directory.EnumerateFiles(Path.Combine(Gold, "seeds"), "*.json")))
            {
                await PredictAsync(file, folder, cancellation);
            }

            var result = Path.Combine(folder, "score.txt");
            using var scorer = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Gold, "score.py"), Gold, folder, "--json", result]) { RedirectStandardOutput = true })!;
            var told = await scorer.StandardOutput.ReadToEndAsync(cancellation);
            await scorer.WaitForExitAsync(cancellation);
            Assert.True(scorer.ExitCode == 0, told);
            using var score = JsonDocument.Parse(await File.ReadAllTextAsync(result, cancellation));
            double Of(string group, string name) => score.RootElement.GetProperty(group).GetProperty(name).GetDouble();

            Assert.True(Of("toponym_exact", "F1") >= 0.97, told);
            Assert.True(Of("resolution", "acc@25km_found") >= 0.97, told);
            Assert.True(Of("incidents", "F1") >= 0.91, told);
            Assert.True(Of("claims", "accuracy_all") >= 0.9, told);
            Assert.True(Of("non_incidents", "false_alarm_rate") <= 0.05, told);
            Assert.Equal(1.0, Of("evidence", "offset_valid"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PredictAsync(string file, string folder, CancellationToken cancellation)
    {
        using var article = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellation));
        var text = article.RootElement.GetProperty("text").GetString()!;
        var published = article.RootElement.GetProperty("published").GetString();
        var extraction = Repository.Extractor.Extract(new Report(text) { Published = published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd") });
        await using var output = File.Create(Path.Combine(folder, Path.GetFileName(file)));
        GoldWriter.Write(extraction, Path.GetFileNameWithoutExtension(file), output);
    }

    private static bool HasPython() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")));
}
