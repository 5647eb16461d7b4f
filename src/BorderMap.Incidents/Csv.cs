namespace BorderMap.Incidents;

/// <summary>Features as CSV (RFC 4180, UTF-8 with BOM): the feature's properties in their order, then lon and lat.</summary>
public static class Csv
{
    /// <summary>The byte order mark and the header line.</summary>
    public static string Header => throw new NotImplementedException();

    /// <summary>One line, with its line end, from one finished GeoJSON feature.</summary>
    public static string Row(string feature) => throw new NotImplementedException();
}
