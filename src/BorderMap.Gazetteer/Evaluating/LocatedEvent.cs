using System.Globalization;

namespace BorderMap.Gazetteer.Evaluating;

/// <summary>An event of UCDP GED: where it happened in words, and the position that its coders gave it.</summary>
/// <param name="Precision">UCDP's <c>where_prec</c>: 1 exact, 2 near, 3 district, more is larger.</param>
/// <param name="Name">The place in words.</param>
/// <param name="District">Second-order unit in words; may be empty.</param>
/// <param name="Province">First-order unit in words; may be empty.</param>
/// <param name="Position">WGS 84 degrees.</param>
internal sealed record LocatedEvent(int Precision, string Name, string District, string Province, GeoPoint Position)
{
    public static readonly string[] Columns = ["where_prec", "where_coordinates", "adm_2", "adm_1", "longitude", "latitude"];

    /// <summary>UCDP's first-order units of the part of Kashmir that Pakistan administers; few of its places are in the gazetteer.</summary>
    private static readonly string[] KashmirUnits = ["Azad Jammu & Kashmir", "Azad Kashmir", "Gilgit-Baltistan"];

    public bool IsKashmir => KashmirUnits.Any(unit => Province.StartsWith(unit, StringComparison.Ordinal));

    public static IReadOnlyList<LocatedEvent> Read(TableFile table)
    {
        var columns = Array.ConvertAll(Columns, table.Column);
        return [.. table.Rows.Select(Row)];

        LocatedEvent Row(TableRow row)
        {
            string Cell(int column) => row.Cells[columns[column]];
            var precision = Number(row, 0, 1, 7);
            return new LocatedEvent(
                precision == Math.Floor(precision) ? (int)precision : throw table.Broken(row, Columns[0], "must be a whole number from 1 to 7"),
                Cell(1).Trim(), Cell(2).Trim(), Cell(3).Trim(), new GeoPoint(Number(row, 4, -180, 180), Number(row, 5, -90, 90)));
        }

        double Number(TableRow row, int column, double least, double most) =>
            double.TryParse(row.Cells[columns[column]], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
                ? value : throw table.Broken(row, Columns[column], $"must be a number from {least} to {most}");
    }
}
