using System.Globalization;
using System.Text;

namespace BorderMap.Web.Pages;

/// <summary>How one version of an incident is cited. When it was retrieved is the reader's to add: no page knows it.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">The public version.</param>
/// <param name="Updated">When that version became public.</param>
/// <param name="Url">The address of that version.</param>
internal sealed record Citations(string Id, string Title, int Version, DateTimeOffset Updated, string Url)
{
    private string Plain => string.Join(' ', Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    public string Apa => $"BorderMap. ({Day("yyyy, MMMM d")}). {Plain} (Incident {Id}, version {Version}) [Data set entry]. {Url}";

    public string Chicago => $"BorderMap. “{Plain}.” Incident {Id}, version {Version}, {Day("MMMM d, yyyy")}. {Url}.";

    public string BibTex => $$$"""
        @misc{bordermap-{{{Id}}}-v{{{Version}}},
          author = {{BorderMap}},
          title = {{{{{Tex(Plain)}}}}},
          year = {{{{Day("yyyy")}}}},
          month = {{{{Updated.UtcDateTime.Month}}}},
          note = {Incident {{{Id}}}, version {{{Version}}}},
          url = {{{{Url}}}}
        }
        """;

    private string Day(string format) => Updated.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    // What TeX would take for a command is written so that it prints.
    private static string Tex(string text)
    {
        var tex = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            tex.Append(sign switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '{' or '}' or '&' or '%' or '$' or '#' or '_' => $"\\{sign}",
                _ => sign.ToString(),
            });
        }
        return tex.ToString();
    }
}
