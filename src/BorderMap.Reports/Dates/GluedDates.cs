using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>Dates of logs and signals, written in one word: "07DEC25", "7-Dec-25", "070435L DEC 25", "070435L-070510L DEC".</summary>
internal sealed partial class TimeReader
{
    /// <summary>Figures of day, hour and minute: "070435".</summary>
    private const int FiguresOfGroup = 6;

    private TimeMention? Glued(int at, int to) => tokens[at].Kind is not TokenKind.Number ? null : DayGroup(at, to) ?? OneWordDate(at, to);

    /// <summary>"070435L DEC 25": the day stands in the first two figures; "070435L-080010Z DEC 25": from one to another.</summary>
    private TimeMention? DayGroup(int at, int to)
    {
        if (GroupDay(at) is not { } first)
        {
            return null;
        }
        var (last, name) = (first, at + 1);
        if (name < to && (tokens[name].IsMark('-') || Is(name, to, "to")) && name + 1 < to && GroupDay(name + 1) is not null)
        {
            name++;
        }
        if (name < to && GroupDay(name) is { } second)
        {
            (last, name) = (Math.Max(first, second), name + 1);
        }
        return name < to && IsMonth(name) ? Dated(at, name + 1, to, first, last, tokens[name].Key) : null;
    }

    private int? GroupDay(int at)
    {
        var key = tokens[at].Key;
        return tokens[at].Kind is TokenKind.Number && key.Length is FiguresOfGroup or FiguresOfGroup + 1 && key.AsSpan(0, FiguresOfGroup).IndexOfAnyExceptInRange('0', '9') < 0 && (key.Length == FiguresOfGroup || char.IsAsciiLetter(key[FiguresOfGroup]))
            && int.Parse(key.AsSpan(0, 2)) is >= 1 and <= LongestMonth and var day && int.Parse(key.AsSpan(2, 2)) < 24 && int.Parse(key.AsSpan(4, 2)) < 60 ? day : null;
    }

    /// <summary>"07DEC25", "7dec2025", "07DEC": figures, a month's name, and a year or none.</summary>
    private TimeMention? OneWordDate(int at, int to)
    {
        var key = tokens[at].Key;
        var letters = key.AsSpan().IndexOfAnyInRange('a', 'z');
        if (letters is not (1 or 2) || !int.TryParse(key.AsSpan(0, letters), out var day) || day is < 1 or > LongestMonth)
        {
            return null;
        }
        var rest = key.AsSpan(letters);
        var end = rest.IndexOfAnyInRange('0', '9');
        var month = (end < 0 ? rest : rest[..end]).ToString();
        if (!Months.Is(month))
        {
            return null;
        }
        if (end < 0)
        {
            return Dated(at, at + 1, to, day, day, month);
        }
        return rest.Length - end is 2 or 4 && int.TryParse(rest[end..], out var year) && Months.Day(year < 100 ? 2000 + year : year, month, day) is { } on ? Day(at, at + 1, on, "numeric") : null;
    }
}
