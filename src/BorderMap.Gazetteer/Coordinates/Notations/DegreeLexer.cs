using System.Globalization;

namespace BorderMap.Gazetteer.Coordinates.Notations;

/// <summary>What a comma between two digits is: an open question in itself, so each is tried.</summary>
internal enum Comma { Separates, IsDecimal, Alternates }

/// <summary>Cuts written degrees into tokens; gives nothing for a text that holds anything else.</summary>
internal sealed class DegreeLexer
{
    /// <summary>More digits than any notation has would overflow nothing, but mean nothing either.</summary>
    private const int LongestNumber = 20;

    private const string Marks = "°'\"";
    private const string Separators = ",;/|~";

    /// <summary>May stand around and between without meaning anything.</summary>
    private const string Ignored = " :=()[]{}.#";

    private readonly List<DegreeToken> tokens = [];
    private readonly string text;
    private readonly Comma comma;
    private int at;
    private int commas;

    private DegreeLexer(string text, Comma comma) => (this.text, this.comma) = (text, comma);

    public static List<DegreeToken>? Tokens(string plain, Comma comma)
    {
        var lexer = new DegreeLexer(plain, comma);
        return lexer.Run() ? lexer.tokens : null;
    }

    private bool Run()
    {
        while (at < text.Length)
        {
            if (!Next())
            {
                return false;
            }
        }
        return true;
    }

    private bool Next()
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
        {
            return Number(' ', isTied: false);
        }
        if (char.IsLetter(c))
        {
            return Word();
        }
        if (c is '-' or '+')
        {
            return SignOrHyphen(c);
        }
        var kind = Marks.Contains(c, StringComparison.Ordinal) ? DegreeTokenKind.Mark
            : Separators.Contains(c, StringComparison.Ordinal) ? DegreeTokenKind.Separator : (DegreeTokenKind?)null;
        if (kind is { } found)
        {
            tokens.Add(new(found, at, at + 1, c));
        }
        at++;
        return kind is not null || Ignored.Contains(c, StringComparison.Ordinal);
    }

    /// <summary>A sign stands right before a number and after a blank, comma or word; a hyphen ties the fields of one angle (<c>34-07-52N</c>) or parts two.</summary>
    private bool SignOrHyphen(char sign)
    {
        var (isBeforeNumber, isAfterNumber) = (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]), at > 0 && char.IsAsciiDigit(text[at - 1]));
        at++;
        if (isBeforeNumber)
        {
            return sign == '-' && isAfterNumber ? Number(' ', isTied: true) : Number(sign, isTied: false);
        }
        tokens.Add(new(DegreeTokenKind.Separator, at - 1, at, sign));
        return sign == '-';
    }

    private bool Number(char sign, bool isTied)
    {
        var start = at;
        SkipDigits();
        var decimals = 0;
        if (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && IsDecimalSign(text[at]))
        {
            var point = at++;
            SkipDigits();
            decimals = at - point - 1;
        }
        if (at - start > LongestNumber)
        {
            return false;
        }
        var value = double.Parse(text[start..at].Replace(',', '.'), CultureInfo.InvariantCulture);
        tokens.Add(new(DegreeTokenKind.Number, sign == ' ' ? start : start - 1, at, sign, value, decimals, isTied));
        return true;
    }

    private bool IsDecimalSign(char c) => c == '.' || (c == ',' && comma switch
    {
        Comma.IsDecimal => true,
        Comma.Alternates => commas++ % 2 == 0,
        _ => false,
    });

    private bool Word()
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }
        if (!CoordinateRules.Meanings.TryGetValue(text.AsSpan(start, at - start), out var means))
        {
            return false;
        }
        tokens.AddRange(means switch
        {
            "" => [],
            "LAT" => [new(DegreeTokenKind.Label, start, at, 'B')],
            "LON" => [new(DegreeTokenKind.Label, start, at, 'L')],
            _ => means.Select(sign => new DegreeToken(Marks.Contains(sign, StringComparison.Ordinal) ? DegreeTokenKind.Mark : DegreeTokenKind.Direction, start, at, sign)),
        });
        if (at < text.Length && text[at] == '.')
        {
            at++;
        }
        return true;
    }

    private void SkipDigits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }
}
