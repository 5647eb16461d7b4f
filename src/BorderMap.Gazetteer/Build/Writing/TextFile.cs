using System.Text;

namespace BorderMap.Gazetteer.Build.Writing;

/// <summary>Text files that come out the same on every machine: UTF-8 without a mark, LF.</summary>
internal static class TextFile
{
    public static void Write(string path, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }
}
