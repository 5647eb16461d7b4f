namespace BorderMap.Gazetteer.Coordinates.Grid;

/// <summary>
/// The squares of 100 km of the Military Grid Reference System, lettered for WGS 84 as NGA.STND.0037 (Universal Grids and Grid Reference
/// Systems, 2014) and DMA TM 8358.1 give it: columns A-H, J-R, S-Z in turn for three zones; rows A-V from the equator in odd zones,
/// from F in even ones, again after 2,000 km. I and O are left out.
/// </summary>
internal static class GridSquare
{
    public const double Metres = 100_000;

    private const string Columns = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Rows = "ABCDEFGHJKLMNPQRSTUV";
    private const int ColumnsOfZone = 8;
    private const int RowsAhead = 5;
    private const double RowsRepeat = 2_000_000;

    /// <summary>The letters of the square that holds a position.</summary>
    public static string LettersAt(UtmPosition at)
    {
        var column = Columns[FirstColumn(at.Zone) + (int)(at.Easting / Metres) - 1];
        var row = ((int)(at.Northing % RowsRepeat / Metres) + Ahead(at.Zone)) % Rows.Length;
        return $"{column}{Rows[row]}";
    }

    /// <summary>The south-west corner of a square of a grid zone, or why there is none.</summary>
    public static (UtmPosition? Corner, string Why) Find(int zone, char band, string letters)
    {
        var column = Columns.IndexOf(letters[0], StringComparison.Ordinal) - FirstColumn(zone);
        if (column is < 0 or >= ColumnsOfZone)
        {
            return (null, $"the columns of zone {zone} are {Columns[FirstColumn(zone)]} to {Columns[FirstColumn(zone) + ColumnsOfZone - 1]}");
        }
        var row = Rows.IndexOf(letters[1], StringComparison.Ordinal);
        if (row < 0)
        {
            return (null, "rows are A to V without I and O");
        }
        var northing = (row - Ahead(zone) + Rows.Length) % Rows.Length * Metres;
        for (var repeat = 0; repeat < 5; repeat++)
        {
            var corner = new UtmPosition(zone, LatitudeBand.IsNorth(band), (column + 1) * Metres, northing + (repeat * RowsRepeat));
            if (Touches(corner, band))
            {
                return (corner, "");
            }
        }
        return (null, "it lies wholly outside that zone and band");
    }

    /// <summary>Whether a square and its grid zone have ground in common.</summary>
    private static bool Touches(UtmPosition corner, char band)
    {
        double[] reaches = [0, 0.5, 1];
        var edge = reaches.SelectMany(_ => reaches, (x, y) => Utm.Unproject(corner with { Easting = corner.Easting + (x * Metres), Northing = corner.Northing + (y * Metres) })).ToList();
        var (south, north) = LatitudeBand.Of(band);
        var middle = Utm.MiddleOf(corner.Zone);
        return edge.Max(p => p.Lat) > south && edge.Min(p => p.Lat) < north && edge.Max(p => p.Lon) > middle - 3 && edge.Min(p => p.Lon) < middle + 3;
    }

    private static int FirstColumn(int zone) => (zone - 1) % 3 * ColumnsOfZone;

    private static int Ahead(int zone) => zone % 2 == 0 ? RowsAhead : 0;
}
