using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Tests;

/// <summary>Bytes that reading takes from the heap for each character read: counted on one thread, whatever the clock says.</summary>
public sealed class AllocationTests
{
    private const int MostForEachCharacter = 900;

    [Fact]
    public void Reading_takes_little_from_the_heap()
    {
        var reports = Directory.EnumerateFiles(ArticleTests.Folder, "*.txt").Order(StringComparer.Ordinal).Select(Article.Read).Select(article => new Report(article.Text) { Published = article.Published }).ToList();
        reports.ForEach(report => Repository.Extractor.Extract(report));
        var before = GC.GetAllocatedBytesForCurrentThread();
        reports.ForEach(report => Repository.Extractor.Extract(report));
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        var each = taken / reports.Sum(report => report.Text.Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"{reports.Count} reports, {taken / reports.Count} bytes each, {each} for each character");
        Assert.InRange(each, 1, MostForEachCharacter);
    }
}
