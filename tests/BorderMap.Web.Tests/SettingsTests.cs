using System.Net;

namespace BorderMap.Web.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Nothing_set_gives_the_defaults()
    {
        var (settings, problems) = Settings.Read(_ => null, "/checkout");

        Assert.Empty(problems);
        Assert.Equal("/checkout/.bordermap", settings.Home);
        Assert.Null(settings.Database);
        Assert.Null(settings.PublicUrl);
        Assert.Empty(settings.TrustedProxies);
        Assert.Equal("*", settings.EmbedAncestors);
        Assert.True(settings.Starter);
        Assert.Equal(("/checkout/.bordermap/backups", 7), (settings.Backups, settings.BackupsKept));
    }

    [Fact]
    public void Reads_every_setting()
    {
        var given = new Dictionary<string, string>
        {
            [Settings.HomeName] = "/somewhere/else",
            [Settings.DatabaseName] = "Host=db;Database=map",
            [Settings.PublicUrlName] = "https://map.example.org/border/",
            [Settings.TrustedProxiesName] = "10.0.0.0/8, 192.0.2.7, ::1",
            [Settings.EmbedAncestorsName] = "https://example.org 'self'",
            [Settings.StarterName] = "off",
            [Settings.BackupsName] = "nights",
            [Settings.BackupsKeptName] = "30",
            [Settings.ImportMaxName] = "64",
            [Settings.KeepTextsName] = "on",
            [Settings.RequestRateName] = "off",
            [Settings.MetricsName] = "http://127.0.0.1:9464",
            [Settings.LogName] = "json",
        };
        Assert.Equal(Settings.All.Select(setting => setting.Name).Order(), given.Keys.Order());

        var (settings, problems) = Settings.Read(given.GetValueOrDefault, "/checkout");

        Assert.Empty(problems);
        Assert.Equal("/somewhere/else", settings.Home);
        Assert.Equal("Host=db;Database=map", settings.Database);
        Assert.Equal("https://map.example.org/border", settings.PublicUrl?.ToString());
        Assert.Equal([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("192.0.2.7/32"), IPNetwork.Parse("::1/128")], settings.TrustedProxies);
        Assert.Equal("https://example.org 'self'", settings.EmbedAncestors);
        Assert.False(settings.Starter);
        Assert.Equal(("/somewhere/else/nights", 30), (settings.Backups, settings.BackupsKept));
        Assert.Equal(64, settings.ImportMaxMb);
        Assert.True(settings.KeepTexts);
        Assert.Equal((0, 9464, true), (settings.RequestRate, settings.Metrics?.Port, settings.LogAsJson));
    }

    [Theory]
    [InlineData("Host=db", null, null)]
    [InlineData("Host=db", "/nights", "/nights")]
    [InlineData(null, "off", null)]
    public void Nightly_backups_are_off_with_a_given_database_unless_a_folder_is_set(string? database, string? set, string? folder) =>
        Assert.Equal(folder, Settings.Read(name => name == Settings.DatabaseName ? database : name == Settings.BackupsName ? set : null, "/checkout").Settings.Backups);

    [Theory]
    [InlineData(Settings.BackupsKeptName, "0")]
    [InlineData(Settings.BackupsKeptName, "all")]
    [InlineData(Settings.ImportMaxName, "0.5")]
    [InlineData(Settings.RequestRateName, "0")]
    [InlineData(Settings.MetricsName, "9464")]
    [InlineData(Settings.MetricsName, "http://127.0.0.1:9464/metrics")]
    [InlineData(Settings.LogName, "xml")]
    [InlineData(Settings.PublicUrlName, "map.example.org")]
    [InlineData(Settings.PublicUrlName, "ftp://map.example.org")]
    [InlineData(Settings.PublicUrlName, "https://map.example.org/?q=1")]
    [InlineData(Settings.TrustedProxiesName, "10.0.0.0/99")]
    [InlineData(Settings.TrustedProxiesName, "proxy")]
    [InlineData(Settings.EmbedAncestorsName, "*; script-src *")]
    [InlineData(Settings.EmbedAncestorsName, "a\r\nSet-Cookie: x")]
    [InlineData(Settings.StarterName, "yes")]
    public void Names_a_bad_setting_its_value_and_what_would_be_right(string name, string value)
    {
        var (_, problems) = Settings.Read(asked => asked == name ? value : null, "/checkout");

        var problem = Assert.Single(problems);
        Assert.Equal((name, value), (problem.Field, problem.Value));
        Assert.Contains(name + "=", problem.Fix, StringComparison.Ordinal);
    }
}
