using System.Buffers;
using System.Globalization;
using System.Text;

namespace BorderMap.Incidents.Exporting;

/// <summary>
/// KML 2.2: one Placemark an incident, its dates as TimeSpan (civil dates, inclusive; an open end is left out), its columns as ExtendedData typed by a Schema.
/// What is known to more than 5 km or to a district is drawn as its circle and not as a spot; what has no place is no geometry.
/// </summary>
public sealed class KmlFormat(ExportHead head) : IFeatureFormat
{
    private static readonly int Title = Column("title"), Kind = Column("kind"), Start = Column("date_start"), End = Column("date_end"), Place = Column("place"),
        District = Column("district"), Precision = Column("precision"), Radius = Column("radius_m"), Grade = Column("grade"), Url = Column("url");

    private static readonly (string Words, int Low, int High)[] Tolls =
        [("Killed", Column("killed_low"), Column("killed_high")), ("Injured", Column("injured_low"), Column("injured_high"))];

    private readonly FeatureValues values = new();

    public bool IsSpatial => false;

    public IEnumerable<ReadOnlyMemory<byte>> Begin()
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document id=\"incidents\">\n<name>BorderMap</name>\n<description>"u8);
        Words(output, head.Sentence);
        output.Write("</description>\n"u8);
        output.Write("""
            <Style id="spot"><IconStyle><scale>0.6</scale></IconStyle><LabelStyle><scale>0</scale></LabelStyle></Style>
            <Style id="area"><LabelStyle><scale>0</scale></LabelStyle><LineStyle><color>993355bb</color><width>1.5</width></LineStyle><PolyStyle><color>333355bb</color></PolyStyle></Style>
            <Schema name="incident" id="incident">

            """u8);
        foreach (var column in ExportColumns.All)
        {
            output.Write(Encoding.UTF8.GetBytes($"<SimpleField type=\"{TypeOf(column.Type)}\" name=\"{column.Name}\"><displayName>"));
            Words(output, column.Unit.Length == 0 ? column.Name : $"{column.Name} ({column.Unit})");
            output.Write("</displayName></SimpleField>\n"u8);
        }
        output.Write("</Schema>\n"u8);
        yield return output.WrittenMemory;
    }

    public void Write(ReadOnlySpan<byte> feature, IBufferWriter<byte> output)
    {
        values.Read(feature);
        output.Write("<Placemark id=\""u8);
        output.WriteXml(values.Text(0));
        output.Write("\"><name>"u8);
        output.WriteXml(values.Text(Title));
        output.Write("</name><description>"u8);
        WriteDescription(output);
        output.Write("</description>"u8);
        WriteTime(output);
        output.Write(IsArea ? "<styleUrl>#area</styleUrl>"u8 : "<styleUrl>#spot</styleUrl>"u8);
        WriteData(output);
        WriteGeometry(output);
        output.Write("</Placemark>\n"u8);
    }

    void IFeatureFormat.End(IBufferWriter<byte> output) => output.Write("</Document>\n</kml>\n"u8);

    private bool IsArea => values.HasPoint && (values.Integer(Radius) > Circle.SpotMetres || Circle.Areas.Contains(Of(Precision)));

    private void WriteDescription(IBufferWriter<byte> output)
    {
        Words(output, Kinds.Find(Of(Kind))?.Label ?? Of(Kind));
        if (!values.IsEmpty(Place))
            Line("Place: ", Place, values.IsEmpty(District) ? "" : $", {Of(District)}");
        if (!values.IsEmpty(Precision))
            Line("Known to: ", Precision, $", within {Of(Radius)} m");
        foreach (var (words, low, high) in Tolls)
            if (!values.IsEmpty(low))
                Line($"{words}, as reported: ", low, values.IsEmpty(high) ? " or more" : Of(high) == Of(low) ? "" : $" to {Of(high)}");
        Line("Grade: ", Grade, "");
        if (head.Site is { } site)
            Words(output, $"\n{site}{Of(Url)}");

        void Line(string words, int column, string rest)
        {
            Words(output, $"\n{words}");
            output.WriteXml(values.Text(column));
            Words(output, rest);
        }
    }

    private string Of(int column) => Encoding.UTF8.GetString(values.Text(column));

    private void WriteTime(IBufferWriter<byte> output)
    {
        if (values.IsEmpty(Start) && values.IsEmpty(End))
            return;
        output.Write("<TimeSpan>"u8);
        Bound("<begin>"u8, Start, "</begin>"u8);
        Bound("<end>"u8, End, "</end>"u8);
        output.Write("</TimeSpan>"u8);

        void Bound(ReadOnlySpan<byte> before, int column, ReadOnlySpan<byte> after)
        {
            if (values.IsEmpty(column))
                return;
            output.Write(before);
            output.Write(values.Text(column));
            output.Write(after);
        }
    }

    private void WriteData(IBufferWriter<byte> output)
    {
        output.Write("<ExtendedData><SchemaData schemaUrl=\"#incident\">"u8);
        for (var column = 0; column < ExportColumns.All.Count; column++)
        {
            if (values.IsEmpty(column))
                continue;
            Markup(output, $"<SimpleData name=\"{ExportColumns.All[column].Name}\">");
            if (ExportColumns.All[column].Type == ExportType.Boolean)
                output.Write(values.Text(column)[0] == 't' ? "1"u8 : "0"u8);
            else
                output.WriteXml(values.Text(column));
            output.Write("</SimpleData>"u8);
        }
        output.Write("</SchemaData></ExtendedData>"u8);
    }

    private void WriteGeometry(IBufferWriter<byte> output)
    {
        if (!values.HasPoint)
            return;
        if (!IsArea)
        {
            Markup(output, string.Create(CultureInfo.InvariantCulture, $"<Point><coordinates>{values.Lon},{values.Lat}</coordinates></Point>"));
            return;
        }
        output.Write("<Polygon><outerBoundaryIs><LinearRing><coordinates>"u8);
        foreach (var (lon, lat) in Circle.Around(values.Lon, values.Lat, values.Integer(Radius)))
            Markup(output, string.Create(CultureInfo.InvariantCulture, $"{lon},{lat} "));
        output.Write("</coordinates></LinearRing></outerBoundaryIs></Polygon>"u8);
    }

    private static void Markup(IBufferWriter<byte> output, string text) => output.Write(Encoding.UTF8.GetBytes(text));

    private static void Words(IBufferWriter<byte> output, string text) => output.WriteXml(Encoding.UTF8.GetBytes(text));

    private static string TypeOf(ExportType type) => type switch
    {
        ExportType.Integer => "int",
        ExportType.Number => "double",
        ExportType.Boolean => "bool",
        _ => "string",
    };

    private static int Column(string name) => Csv.Columns.ToList().IndexOf(name);
}
