using BorderMap.Gazetteer.Tests.Build;

namespace BorderMap.Gazetteer.Tests.Loading;

/// <summary>A gazetteer of a few rows in a folder of its own, for tests that break one of them.</summary>
internal sealed class SmallGazetteer : IDisposable
{
    private const string Header = "id\tkind\tname\tcountry\tprovince\tdistrict\tlon\tlat\tradius_m\tnames\n";
    private readonly string folder = Directory.CreateTempSubdirectory("bordermap-gazetteer-").FullName;

    public SmallGazetteer()
    {
        Directory.CreateDirectory(Path.Combine(folder, "gazetteer", "rules"));
        foreach (var rules in Directory.GetFiles(Checkout.Gazetteer("rules")))
        {
            File.Copy(rules, Path.Combine(folder, "gazetteer", "rules", Path.GetFileName(rules)));
        }
        Write("admin.tsv", Header +
            "1\tcountry\tAfghanistan\tAF\t\t\t69\t34\t600000\teng*Afghanistan\n" +
            "2\tprovince\tWest\tAF\t\t\t69.5\t33.5\t60000\teng*West\n" +
            "3\tdistrict\tNorth West\tAF\t2\t\t69.5\t33.5\t20000\teng*North West|prs+شمال غرب\n");
        Write("localities-af.tsv", Header + "4\tlocality\tMill\tAF\t2\t3\t69.6\t33.6\t2000\teng*Mill|und~The Mill\n");
        Write("localities-pk.tsv", Header);
        Write("crossings.csv", "id,name,lon,lat,radius_m,country,names,coord_source\nx-ford,Ford,69.9,33.5,500,AF,eng*Ford,\"a map, \"\"old\"\"\"\n");
        Write("aliases.csv", "id,names,source\n3,eng+Upper West,usage\n");
        Write("dated-names.csv", "id,names,from,until,source\n3,eng+Old North|prs*شمال غرب,1990,1999-05-31,usage\n");
        Write("lifespans.csv", "id,from,until,today,source\nx-old-west-area,1980,2001,2 x-far-north-district,a law\n");
        Write("former-parents.csv", "id,parent,from,until,source\n3,x-old-west-area,,2001-06,a law\n");
        Write("new-districts.csv", "id,name,cut_from,seats,radius_m,names,source\nx-far-north-district,Far North,3,4 4,9000,eng*Far North,a law\n");
        Write("areas.csv", "id,name,country,lon,lat,radius_m,members,within,names,source\n" +
            "x-old-west-area,Old West,AF,,,,3,,eng*Old West,a law\n" +
            "x-glen-area,Glen,AF,69.62,33.62,5000,,3,eng*Glen,a map\n" +
            "x-cave-area,Cave,AF,,,,,3,eng*Cave,no map\n");
        Write("successors.tsv", "old_id\tnew_id\treason\n9\t3\tsuperseded\n");
        Write("boundaries.tsv", "id\tgeometry\n3\t{\"type\":\"Polygon\",\"coordinates\":[[[69,33],[70,33],[70,34],[69,34],[69,33]]]}\n");
        Write("durand-line.tsv", "lon\tlat\n70\t32\n70.1\t33\n70.2\t35\n");
        Write("durand-spine.tsv", "lon\tlat\tkm\n70\t32\t0\n70.2\t35\t330\n");
    }

    public Atlas Load() => Atlas.Load(folder, CancellationToken.None);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public void Replace(string file, string part, string by)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(part, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(part, by, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string PathOf(string file) => Path.Combine(folder, "gazetteer", file);
}
