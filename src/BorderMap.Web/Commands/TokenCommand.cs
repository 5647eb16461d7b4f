using System.CommandLine;
using BorderMap.PostGis.People;
using BorderMap.Web.Security;

namespace BorderMap.Web.Commands;

/// <summary><c>token add|list|revoke</c>: keys for programs.</summary>
public static class TokenCommand
{
    public static Command Make(Surroundings surroundings) => new("token", "Keeps API tokens.") { Add(surroundings), List(surroundings), Revoke(surroundings) };

    private static Command Add(Surroundings surroundings)
    {
        var name = new Argument<string>("NAME") { Description = "What the token is for; the audit trail names it token:NAME." };
        var role = UserCommand.RoleOption();
        var owner = new Option<string?>("--owner") { Description = "The person whose token it is: it then allows no more than they may, and acts in their name (default: nobody's, the operator's own)." };
        var command = new Command("add", "Makes an API token and prints it, this once.") { name, role, owner };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var (given, whose) = (parse.GetRequiredValue(name), parse.GetValue(owner));
            if (LabelRule.Check(given) is { } problem)
            {
                surroundings.Say(UserCommand.Words(problem));
                return CommandLine.Misused;
            }
            await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
            var (result, secret, token) = await desk.Tokens.AddAsync(given, whose, RoleWords.TryRead(parse.GetRequiredValue(role))!.Value, surroundings.Operator, cancellation);
            if (result != PeopleResult.Done)
            {
                surroundings.Say(Refusal(result, given, whose));
                return CommandLine.Failed;
            }
            surroundings.Say($"token {token!.Id} acts as {token.ActsAs}; send it as Authorization: Bearer. It is shown only here:");
            await surroundings.WriteAsync(secret!);
            return CommandLine.Done;
        });
    }

    private static Command List(Surroundings surroundings) => new Command("list", "Writes every token: id, name, owner, role, made, last used, state, separated by tabs. Never the secrets.").Does(surroundings, async (_, cancellation) =>
    {
        await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
        foreach (var token in await desk.Tokens.ListAsync(null, cancellation))
        {
            var used = token.LastUsed is { } at ? $"used {at:yyyy-MM-dd HH}h UTC" : "never used";
            await surroundings.WriteAsync($"{token.Id}\t{token.Name}\t{token.Owner ?? "-"}\t{RoleWords.Of(token.Role)}\t{token.Created:yyyy-MM-dd}\t{used}\t{(token.Revoked is null ? "active" : "revoked")}");
        }
        return CommandLine.Done;
    });

    private static Command Revoke(Surroundings surroundings)
    {
        var id = new Argument<string>("ID") { Description = "The token's id, t-…, as list shows it." };
        return new Command("revoke", "Revokes a token: it is refused from then on.") { id }.Does(surroundings, async (parse, cancellation) =>
        {
            await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
            var result = await desk.Tokens.RevokeAsync(parse.GetRequiredValue(id), null, surroundings.Operator, cancellation);
            surroundings.Say(result == PeopleResult.Done ? "revoked" : "there is no token with this id: nothing was revoked. ./run token list names them.");
            return result == PeopleResult.Done ? CommandLine.Done : CommandLine.Failed;
        });
    }

    private static string Refusal(PeopleResult result, string name, string? owner) => result switch
    {
        PeopleResult.Taken => $"name {name}: There is an active token of this name. Choose another name, or revoke that one first.",
        PeopleResult.Missing => $"--owner {owner}: There is nobody of this name, or they are disabled. ./run user list names everybody.",
        PeopleResult.AboveOwner => $"--role: A token cannot be allowed more than its owner {owner}. Use a lower role.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "no refusal of a token"),
    };
}
