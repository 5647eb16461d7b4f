namespace BorderMap.Web.Http;

/// <summary>
/// What a plus sign in a query stands for: for clients that write forms a space, for those that follow RFC 3986 (QGIS) itself. An encoder that wrote
/// a space as <c>%20</c> is one of the latter.
/// </summary>
internal static class PlusSigns
{
    /// <param name="request">The request.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="read">Its value as read with every plus sign a space.</param>
    /// <returns>The value as its client meant it.</returns>
    public static string Resolve(HttpRequest request, string name, string read)
    {
        foreach (var part in (request.QueryString.Value ?? "").TrimStart('?').Split('&'))
        {
            if (part.StartsWith(name + "=", StringComparison.Ordinal) && part.Contains('+', StringComparison.Ordinal) && part.Contains("%20", StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(part[(name.Length + 1)..]);
            }
        }
        return read;
    }
}
