using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace BorderMap.PostGis.Tests;

/// <summary>The stand-in for NetTopologySuite.IO.PostGIS, through Npgsql and a real PostGIS.</summary>
public sealed class GeometryTests(TestCluster cluster)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Geometries =>
    [
        "POINT (71.08 34.13)", "POINT EMPTY", "LINESTRING (61 30, 62 31, 63 30.5)", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
        "MULTIPOINT ((1 2), (3 4))", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", "POLYGON EMPTY", "POINT Z (1 2 3)", "LINESTRING Z (0 0 1, 1 1 2)", "POINT M (1 2 3)", "POINT ZM (1 2 3 4)",
    ];

    [Theory]
    [MemberData(nameof(Geometries))]
    public async Task Goes_out_and_comes_back_as_a_parameter_and_by_binary_copy(string wkt)
    {
        await using var source = Source();
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        var geometry = new WKTReader().Read(wkt);
        geometry.SRID = 4326;
        var ewkt = (string)(await connection.ScalarAsync("select ST_AsEWKT(ST_GeomFromText(@wkt, 4326))", [new("wkt", wkt)], Cancellation))!;

        Assert.Equal(ewkt, await connection.ScalarAsync("select ST_AsEWKT(@g)", [new("g", geometry)], Cancellation));

        await connection.ExecuteAsync("create temp table g (g geometry)", [], Cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync("copy g from stdin (format binary)", Cancellation))
        {
            await copy.StartRowAsync(Cancellation);
            await copy.WriteAsync(geometry, Cancellation);
            await copy.CompleteAsync(Cancellation);
        }
        Assert.Equal(ewkt, await connection.ScalarAsync("select ST_AsEWKT(g) from g", [], Cancellation));

        await using var export = await connection.BeginBinaryExportAsync("copy g to stdout (format binary)", Cancellation);
        await export.StartRowAsync(Cancellation);
        var back = await export.ReadAsync<Geometry>(Cancellation);
        Assert.Equal(4326, back.SRID);
        Assert.Equal(geometry.GeometryType, back.GeometryType);
        Assert.True(geometry.IsEmpty ? back.IsEmpty : Same(geometry, back));
    }

    [Fact]
    public void Writes_the_ordinates_it_is_asked_for()
    {
        var writer = new PostGisWriter { HandleOrdinates = Ordinates.XY };
        using var stream = new MemoryStream();
        writer.Write(new Point(new CoordinateZ(1, 2, 3)), stream);
        stream.Position = 0;
        var back = new PostGisReader(NtsGeometryServices.Instance.DefaultCoordinateSequenceFactory, new PrecisionModel(), Ordinates.XYZ).Read(stream);
        Assert.Equal("POINT (1 2)", back.AsText());
    }

    private static bool Same(Geometry one, Geometry other) => one.Coordinates.Zip(other.Coordinates)
        .All(pair => pair.First.Equals2D(pair.Second) && pair.First.Z.Equals(pair.Second.Z) && pair.First.M.Equals(pair.Second.M));

    private NpgsqlDataSource Source()
    {
        var builder = new NpgsqlDataSourceBuilder(cluster.ConnectionString("bordermap", "bordermap"));
        builder.UseNetTopologySuite(handleOrdinates: Ordinates.XYZM);
        return builder.Build();
    }
}
