using System.Globalization;
using BorderMap.Incidents.Model;
using BorderMap.Incidents.Rules;

namespace BorderMap.Incidents.Importing;

/// <summary>The articles that UCDP's column <c>source_article</c> lists since about 2010: <c>"Publisher,2021-12-20,Headline";"…"</c>. What is written otherwise is left to the notes.</summary>
internal static class UcdpArticles
{
    private const int Most = 50;

    /// <param name="text">The cell.</param>
    /// <param name="compilations">Publishers without reporting of their own: they do not count for the grade.</param>
    public static IReadOnlyList<Source> Read(string? text, IReadOnlyList<string> compilations)
    {
        if (text is null || text[0] != '"')
            return [];
        var found = new List<Source>();
        foreach (var part in text.Trim('"').Split("\";\"", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(Most))
            if (Article(part, compilations) is { } article && found.All(other => other.Id != article.Id))
                found.Add(article);
        return found;
    }

    private static Source? Article(string text, IReadOnlyList<string> compilations)
    {
        var parts = text.Split(',', 3, StringSplitOptions.TrimEntries);
        if (parts is not [{ Length: > 0 and <= Limits.Name } publisher, var date, { Length: > 0 and <= Limits.Words } title]
            || !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || text.AsSpan().IndexOfAny("\r\n\t") >= 0)
            return null;
        var article = new Source
        {
            Id = Ids.From(Ids.Source, $"article:{publisher}\n{date}\n{title}"),
            Publisher = publisher,
            Title = title,
            Published = day,
            OwnReporting = !compilations.Contains(publisher),
        };
        return Validation.Check(article).Count == 0 ? article : null;
    }
}
