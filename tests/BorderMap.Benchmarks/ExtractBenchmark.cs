using System.Globalization;
using BorderMap.Benchmarks.Running;
using BorderMap.Reports;

namespace BorderMap.Benchmarks;

/// <summary>News texts to drafts: the time of a text of 600 words, beside that of its place names alone; and the memory held after many.</summary>
internal static class ExtractBenchmark
{
    private const int Words = 600;
    private const int Rounds = 4;

    private static readonly string[] Sentences =
    [
        "Pakistani forces shelled the {0} district of Kunar on Tuesday night, killing at least three civilians and wounding five others, Najibullah Hanif, the head of the provincial information department, said.",
        "A security official in Landi Kotal told reporters that two paramilitary soldiers were wounded when Afghan fighters opened fire on a border post near {0}.",
        "The Torkham crossing has been closed to trade since October 12, and hundreds of trucks are stranded on both sides.",
        "Analysts in Kabul warned that the fighting could spread to Paktia, Paktika and Khost if talks in Doha fail.",
        "The ministry of defence in Kabul said that nine of its fighters were martyred and 16 others were hurt, and claimed that 58 Pakistani soldiers had been killed.",
        "Islamabad rejected the claim and urged its neighbour to act against the militants who, it said, were sheltering on Afghan soil.",
        "Residents of Spin Boldak said that the bazaar was open again by noon and that children had gone back to school.",
    ];

    private static readonly string[] Places = ["Dangam", "Nari", "Sarkano", "Asmar", "Shultan", "Goshta", "Lalpur", "Nazyan"];

    public static Task<Running.Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var atlas = CommittedData.Load(cancellation);
        var extractor = new Extractor(atlas);
        var reports = Enumerable.Range(0, rows).Select(i => new Reports.Report(Text(i)) { Published = new DateOnly(2025, 10, 16) }).ToList();
        var names = Clock.Microseconds(reports, report => atlas.Texts.Find(report.Text));
        var times = Clock.Microseconds(reports, report => extractor.Extract(report));
        var drafts = reports.Sum(report => extractor.Extract(report).Drafts.Count);

        // Everything that lasts is there by now: what is held after each round more is a leak.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Rounds * rows; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            extractor.Extract(reports[i % rows]);
        }
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        var result = new Running.Report("us");
        result.AddTimes($"a text of {Words} words to drafts", times, "its place names alone", names);
        result.Note($"{rows} texts, {drafts} drafts. The memory held grew by {grown / 1024} KB over {Rounds * rows} texts more. The bar is 5,000 us a text.");
        return Task.FromResult(result);
    }

    /// <summary>A text of about so many words, of sentences in turn, each text other than the one before.</summary>
    private static string Text(int number)
    {
        var (text, words) = (new List<string>(), 0);
        for (var i = number; words < Words; i++)
        {
            text.Add(string.Format(CultureInfo.InvariantCulture, Sentences[i % Sentences.Length], Places[(number + i) % Places.Length]));
            words += text[^1].Count(c => c == ' ') + 1;
        }
        return string.Join("\n\n", text);
    }
}
