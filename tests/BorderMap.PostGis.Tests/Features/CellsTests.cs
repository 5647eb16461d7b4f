using BorderMap.PostGis.Features;
using NetTopologySuite.Geometries;

namespace BorderMap.PostGis.Tests.Features;

public sealed class CellsTests(TestCluster cluster)
{
    [Fact]
    public async Task Stretches_hold_every_point_of_their_box_by_the_cells_of_postgis_and_few_of_its_surroundings()
    {
        await using var database = await cluster.OpenNewAsync();
        await using var connection = await database.Editor.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var (west, south, size) = (60 + (random.NextDouble() * 12), 29 + (random.NextDouble() * 7), Math.Pow(10, (random.NextDouble() * 4) - 3));
            var box = new Envelope(west, west + size, south, south + size);
            var stretches = Cells.Cover(box);
            Assert.InRange(stretches.Count, 1, 48);
            Assert.Equal(stretches.OrderBy(stretch => stretch.First, StringComparer.Ordinal), stretches);
            // Of points in the box all, of points in a box of three times its width about a ninth.
            var (inside, around) = await HeldAsync(box, stretches);
            Assert.Equal(400, inside);
            Assert.InRange(around, 20, 150);
        }

        async Task<(long Inside, long Around)> HeldAsync(Envelope box, IReadOnlyList<(string First, string Last)> stretches)
        {
            const string sql = """
                select count(*) filter (where wide = 0), count(*) filter (where wide = 1)
                from (select wide, ST_SetSRID(ST_MakePoint(@west - wide * @size + (x / 19.0) * @size * (1 + 2 * wide), @south - wide * @size + (y / 19.0) * @size * (1 + 2 * wide)), 4326) as at
                    from generate_series(0, 19) x, generate_series(0, 19) y, generate_series(0, 1) wide) points
                where exists (select from unnest(@firsts, @lasts) s(first, last) where (coalesce(ST_GeoHash(at, 8), '~') collate "C") between s.first and s.last)
                """;
            var rows = await connection.QueryAsync(sql, [new("west", box.MinX), new("south", box.MinY), new("size", box.Width), new("firsts", stretches.Select(stretch => stretch.First).ToArray()), new("lasts", stretches.Select(stretch => stretch.Last).ToArray())],
                reader => (reader.GetInt64(0), reader.GetInt64(1)), TestContext.Current.CancellationToken);
            return rows[0];
        }
    }

    [Fact]
    public void The_globe_is_one_stretch() => Assert.Equal([("00000000", "zzzzzzzz")], Cells.Cover(new Envelope(-180, 180, -90, 90)));
}
