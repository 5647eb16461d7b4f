using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BorderMap.Benchmarks.Running;

namespace BorderMap.Benchmarks;

/// <summary>The gazetteer's single calls under BenchmarkDotNet, against a dictionary: mean time and bytes a call.</summary>
internal static class MicroBenchmark
{
    /// <summary>In this process: BenchmarkDotNet 0.14 cannot make a project for .NET 10 itself.</summary>
    private static readonly Job InProcess = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);

    public static Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var artifacts = Directory.CreateTempSubdirectory("bordermap-bench-").FullName;
        try
        {
            GazetteerCalls.Rows = rows;
            var config = ManualConfig.CreateEmpty().AddJob(InProcess).AddDiagnoser(MemoryDiagnoser.Default).AddColumnProvider(DefaultColumnProviders.Instance).WithArtifactsPath(artifacts);
            var summary = BenchmarkRunner.Run<GazetteerCalls>(config);
            var means = summary.Reports.Where(run => run.ResultStatistics is not null)
                .Select(run => (run.BenchmarkCase.Descriptor, Us: run.ResultStatistics!.Mean / 1000, Bytes: run.GcStats.GetBytesAllocatedPerOperation(run.BenchmarkCase))).ToList();
            if (means.Count != summary.BenchmarksCases.Length || means.Count == 0)
                throw new InvalidOperationException($"BenchmarkDotNet measured {means.Count} of {summary.BenchmarksCases.Length} calls: {string.Join("; ", summary.ValidationErrors.Select(error => error.Message))}");
            var dictionary = means.Single(mean => mean.Descriptor.Baseline).Us;
            var report = new Report("us");
            foreach (var (descriptor, us, bytes) in means)
                report.Add($"{descriptor.WorkloadMethodDisplayInfo}, {bytes} B", us, descriptor.Baseline ? null : ("dictionary", dictionary));
            report.Note($"BenchmarkDotNet {typeof(BenchmarkRunner).Assembly.GetName().Version?.ToString(3)}, in process, means of {InProcess.Run.IterationCount} iterations over {rows} queries.");
            return Task.FromResult(report);
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }
}
