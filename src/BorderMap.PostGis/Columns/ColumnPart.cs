namespace BorderMap.PostGis.Columns;

/// <summary>What a file of columns holds; all parts of one state have the same rows in the same order.</summary>
public enum ColumnPart
{
    /// <summary>What is filtered, counted and drawn.</summary>
    Map,

    /// <summary>What is read: titles and names of places.</summary>
    Texts,

    /// <summary>Which incidents, nothing more.</summary>
    Ids,
}
