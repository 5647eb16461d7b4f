namespace BorderMap.Web.Tests.Hostile;

/// <summary>What nobody means and somebody sends, escaped for an address.</summary>
internal static class HostileText
{
    public static IReadOnlyList<string> Escaped { get; } =
    [
        "", "%20", "%00", "%01", "%FF%FE", "%ED%A0%80", "%C0%AF", "%zz", "%E2%80%AE%E2%81%A6", "%D9%A3", "%EF%BC%91",
        .. ((string[])
        [
            "NaN", "-Infinity", "1e999", "-1", "99999999999999999999", "0x10", "1,2", "null", "true,false", "undefined", "{}", "[]",
            "' or '1'='1", "\"; drop table public_incident; --", "%", "\\", "_", "../../../../etc/passwd", "..\\..", "<script>alert(1)</script>", "${7*7}", "\r\nSet-Cookie: a=b",
            "0001-01-01/9999-12-31", "2025-02-30", "2025-10-01/2025-09-01", "../..", "9999-12-31T23:59:60+14:00", "180,90,-180,-90", "-180,-90,180,90", "1e308,1e308,-1e308,NaN",
            new string('a', 5000), new string('(', 20_000), new string('[', 20_000), string.Concat(Enumerable.Repeat("{\"op\":\"not\",\"args\":[", 500)),
            string.Concat(Enumerable.Repeat("not ", 5000)), string.Join(',', Enumerable.Range(0, 2000)), new string(',', 3000), "a" + string.Concat(Enumerable.Repeat("\u0301", 1500)),
            "POLYGON((" + string.Join(',', Enumerable.Range(0, 900).Select(i => $"{i % 180} {i % 90}")) + "))", string.Join(" or ", Enumerable.Repeat("q like '%a%_%b%'", 300)),
        ]).Select(Uri.EscapeDataString),
    ];

    /// <summary>Bodies that are no document, or one that no parser may follow to its end.</summary>
    public static IReadOnlyList<string> Bodies { get; } =
    [
        "", "null", "[]", "{}", "1", "\"a\"", "{", "{\"id\":", "nonsense", "\uFEFF{}", "{\"a\":1,\"a\":2}", "{\"title\":1e400}", "{\"title\":\"\\ud800\"}", "{\"title\":\"\\u0000\",\"kind\":\"shelling\"}",
        "[\"\\ud800\"]", "[{\"name\":\"\\udfff\"}]", "queries=%7B", "queries=%FF", "words=%00", new string('[', 100_000), new string('{', 100_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 20_000)), string.Concat(Enumerable.Repeat("[{\"queries\":", 5_000)),
        "{\"date\":{\"start\":\"0000-00-00\",\"end\":\"9999-99-99\"},\"places\":[{\"lon\":1e308,\"lat\":-1e308}],\"claims\":[null]}", "id,title\n\"unclosed", "\0\0\0\0", "PK\u0003\u0004",
    ];
}
