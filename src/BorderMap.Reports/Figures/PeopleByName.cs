using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>What stands beside a rank and name and says who he was: "29-year-old Naik Faisal Abbas, a resident of Attock", "Sepoy Adil (22, from Karak)".</summary>
internal static partial class People
{
    private const int LongestHome = 5;

    /// <summary>With his age and home, so that those named behind him follow at once.</summary>
    private static PeopleGroup WithParticulars(IReadOnlyList<Token> tokens, PeopleGroup group, int from, int to)
    {
        if (group is not { IsNamed: true, Min: 1 })
        {
            return group;
        }
        var first = group.First;
        if (first - 3 >= from && tokens[first - 1].Key is "old" && tokens[first - 2].Key is "year" && tokens[first - 3].Kind is TokenKind.Number)
        {
            first -= 3;
        }
        var last = group.Last;
        while (PastParticular(tokens, last, to) is var next && next > last)
        {
            last = next;
        }
        return group with { First = first, Last = last };
    }

    /// <summary>Past an age or a home, with its comma or brackets; where it began if there is none.</summary>
    private static int PastParticular(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at + 1 >= to)
        {
            return at;
        }
        var isOpened = tokens[at].IsMark('(');
        var begin = isOpened || tokens[at].IsMark(',') ? at + 1 : at;
        var end = PastAge(tokens, begin, to, isBehindMark: begin > at);
        if (end == begin || (isOpened && end < to && !tokens[end].IsMark(')')))
        {
            begin = end > begin && end < to && tokens[end].IsMark(',') ? end + 1 : end > begin ? end : begin;
            end = PastHome(tokens, begin, to);
        }
        return end == begin || (isOpened && !(end < to && tokens[end].IsMark(')'))) ? at : isOpened ? end + 1 : end;
    }

    private static int PastAge(IReadOnlyList<Token> tokens, int at, int to, bool isBehindMark)
    {
        var number = tokens[at].Key is "aged" or "age" ? at + 1 : at;
        if ((number == at && !isBehindMark) || number >= to || tokens[number] is not { Kind: TokenKind.Number, Value: > 15 and < 100 })
        {
            return at;
        }
        var end = number + 1;
        end += end < to && tokens[end].Key is "years" ? 1 : 0;
        end += end < to && tokens[end].Key is "old" ? 1 : 0;
        return number > at || end > number + 1 || end >= to || tokens[end].Kind is TokenKind.Mark || tokens[end].Key is "of" or "from" or "and" ? end : at;
    }

    /// <summary>"a resident of Attock", "hailing from Swat district", "of Swabi".</summary>
    private static int PastHome(IReadOnlyList<Token> tokens, int at, int to)
    {
        var next = at < to && tokens[at].Key is "a" ? at + 1 : at;
        next += next < to && tokens[next].Key is "resident" or "native" or "inhabitant" or "hailing" or "who" or "belonging" ? 1 : 0;
        next += next < to && tokens[next - 1].Key is "who" && tokens[next].Key is "hailed" or "belonged" or "came" ? 1 : 0;
        if (next + 1 >= to || !(tokens[next].Key is "of" or "from" || (tokens[next].Key is "to" && tokens[next - 1].Key is "belonging" or "belonged")) || !IsNameWord(tokens, next + 1, to))
        {
            return at;
        }
        var end = next + 1;
        while (end < to && end - next <= LongestHome && (IsNameWord(tokens, end, to) || tokens[end].Key is "district" or "village" or "area") && NounOf(tokens, end, to) is null)
        {
            end++;
        }
        return end;
    }
}
