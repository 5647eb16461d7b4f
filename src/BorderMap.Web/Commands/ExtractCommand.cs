using System.CommandLine;
using System.Text;
using BorderMap.Gazetteer;
using BorderMap.Reports;
using BorderMap.Reports.Writing;

namespace BorderMap.Web.Commands;

/// <summary><c>extract</c>: news texts in, drafts out. Needs no database, and never asks for today's date.</summary>
public static class ExtractCommand
{
    private const string Gold = "gold", Json = "json", Text = "text";

    /// <summary>Bytes; a report is some kilobytes, and what is larger is no text.</summary>
    private const long LargestFile = 64L << 20;
    private const int ProgressEvery = 25;

    public static Command Make(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE") { Description = "Texts or HTML pages, UTF-8; without any, or with -, standard input is read.", Arity = ArgumentArity.ZeroOrMore };
        var published = new Option<DateOnly?>("--published")
        {
            Description = "The day of publication, as in 2025-10-12: relative days count from it. Looked for in the text when not given.",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", out var day))
                {
                    return day;
                }
                result.AddError($"--published is '{result.Tokens[0].Value}'; write a day as in 2025-10-12.");
                return null;
            },
        };
        var publisher = new Option<string?>("--publisher") { Description = "Who published it." };
        var url = new Option<string?>("--url") { Description = "Where it was published." };
        var format = new Option<string>("--format") { Description = "text: for reading (the default); json: all of it, an object a line; gold: the format of annotated articles.", DefaultValueFactory = _ => Text }.AcceptOnlyFromAmong(Gold, Json, Text);
        var explain = new Option<bool>("--explain") { Description = "With text: shows each stage, the rule behind every field, and what was left out and why." };
        var command = new Command("extract", "Drafts of incidents from news texts, every field with its words.") { files, published, publisher, url, format, explain };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var task = new Told(parse.GetValue(files) is { Length: > 0 } named ? named : ["-"], parse.GetValue(published), parse.GetValue(publisher), parse.GetValue(url), parse.GetValue(format)!, parse.GetValue(explain));
            return await RunAsync(surroundings, task, cancellation);
        });
    }

    private sealed record Told(string[] Files, DateOnly? Published, string? Publisher, string? Url, string Format, bool IsExplained);

    private static async Task<int> RunAsync(Surroundings surroundings, Told task, CancellationToken cancellation)
    {
        var extractor = new Extractor(Atlas.Load(surroundings.Content.Data, cancellation));
        var (done, drafts, failed) = (0, 0, 0);
        foreach (var file in task.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await ReadAsync(surroundings, file, cancellation) is not { } text)
            {
                failed++;
                continue;
            }
            var extraction = extractor.Extract(new Report(text) { Published = task.Published, Publisher = task.Publisher, Url = task.Url });
            foreach (var warning in extraction.Warnings)
            {
                surroundings.Say($"{file}: {warning}");
            }
            await surroundings.WriteAsync(Written(extraction, file, task));
            drafts += extraction.Drafts.Count;
            if (++done % ProgressEvery == 0)
            {
                surroundings.Say($"{done} of {task.Files.Length} texts so far");
            }
        }
        surroundings.Say($"{done} texts: {drafts} drafts{(failed > 0 ? $"; {failed} could not be read" : "")}");
        return failed > 0 ? CommandLine.Failed : CommandLine.Done;
    }

    /// <summary>The text as it is stored: offsets into it are offsets into the file. Null, with a word to the operator, where it cannot be read.</summary>
    private static async Task<string?> ReadAsync(Surroundings surroundings, string file, CancellationToken cancellation)
    {
        if (file == "-")
        {
            return await surroundings.In.ReadToEndAsync(cancellation);
        }
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > LargestFile and var bytes })
            {
                surroundings.Say($"{file}: has {bytes >> 20} MB; no text is larger than {LargestFile >> 20} MB");
                return null;
            }
            return await File.ReadAllTextAsync(file, Encoding.UTF8, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            surroundings.Say(error.Message);
            return null;
        }
    }

    private static string Written(Extraction extraction, string file, Told task)
    {
        switch (task.Format)
        {
            case Json:
                return ExtractionJson.Write(extraction);
            case Gold:
                using (var gold = new MemoryStream())
                {
                    GoldWriter.Write(extraction, file == "-" ? "-" : Path.GetFileNameWithoutExtension(file), gold, isIndented: task.Files.Length == 1);
                    return Encoding.UTF8.GetString(gold.ToArray());
                }
            default:
                var lines = ExtractionText.Lines(extraction, task.IsExplained);
                return string.Join('\n', task.Files.Length > 1 ? lines.Prepend($"== {file}").Append("") : lines);
        }
    }
}
