namespace BorderMap.Incidents.Importing;

/// <summary>The file formats that an import reads.</summary>
public enum ImportFormat
{
    /// <summary>BorderMap's own JSON, <c>bordermap/1</c>.</summary>
    Bordermap,

    /// <summary>A table: the template's columns, or others by a <see cref="ColumnMapping"/>.</summary>
    Csv,

    /// <summary>ACLED's export: private, whatever is done with it.</summary>
    Acled,

    /// <summary>UCDP's Georeferenced Event Dataset, a release or the candidate events.</summary>
    Ucdp,

    /// <summary>A GeoJSON FeatureCollection whose properties are the template's columns, or others by a mapping.</summary>
    Geojson,
}
