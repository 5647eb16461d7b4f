namespace BorderMap.Gazetteer.Folding;

internal static class Scripts
{
    private const char FirstArabic = '\u0600';

    /// <summary>Whether a key is of Arabic script; a mixed one counts as what it begins with after its digits.</summary>
    public static bool IsArabic(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
        {
            if (c > '9')
            {
                return c >= FirstArabic;
            }
        }
        return false;
    }
}
