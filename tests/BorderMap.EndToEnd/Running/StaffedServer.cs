namespace BorderMap.EndToEnd.Running;

/// <summary>A server of its own with an editor and a contributor, shared by the tests of one class.</summary>
public sealed class StaffedServer(Product product) : IAsyncLifetime
{
    public RunningServer Server { get; private set; } = null!;
    public Staff Editor { get; private set; } = null!;
    public Staff Contributor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RunningServer.StartAsync(Homes.Make());
        Editor = await Staff.SignInAsync(product.Browser, Server, "ada", "editor");
        Contributor = await Staff.SignInAsync(product.Browser, Server, "cy", "contributor");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in (Staff?[])[Editor, Contributor])
        {
            if (person is not null)
            {
                await person.DisposeAsync();
            }
        }
        if (Server is not null)
        {
            await Server.DisposeAsync();
            Homes.Remove(Server.Home);
        }
    }
}
