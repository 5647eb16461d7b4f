using System.CommandLine;
using BorderMap.Incidents;
using BorderMap.PostGis.People;
using BorderMap.Web.Security;

namespace BorderMap.Web.Commands;

/// <summary><c>user add|list|role|disable|enable|reset</c>: who may sign in. Also the way to the first admin, and back in when nobody is left.</summary>
public static class UserCommand
{
    public static Command Make(Surroundings surroundings) => new("user", "Keeps the people who may sign in.")
    {
        Add(surroundings),
        List(surroundings),
        ChangeRole(surroundings),
        On(surroundings, "disable", "Keeps a person out, with their tokens, and ends their sign-ins.", "disabled", (people, name, by, cancellation) => people.DisableAsync(name, by, cancellation)),
        On(surroundings, "enable", "Lets a person in again.", "enabled", (people, name, by, cancellation) => people.EnableAsync(name, by, cancellation)),
        Reset(surroundings),
    };

    internal static Argument<string> NameArgument() => new("NAME") { Description = "The name to sign in with." };

    internal static Option<string> RoleOption()
    {
        var role = new Option<string>("--role") { Description = "contributor (drafts), editor (publishes) or admin (keeps people).", Required = true };
        role.AcceptOnlyFromAmong([.. RoleWords.All]);
        return role;
    }

    private static Command Add(Surroundings surroundings)
    {
        var (name, role) = (NameArgument(), RoleOption());
        var display = new Option<string?>("--display") { Description = "The name that others see (default: NAME)." };
        var command = new Command("add", "Adds a person and prints a one-time password, to be changed at the first sign-in.") { name, role, display };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var given = parse.GetRequiredValue(name);
            var shown = parse.GetValue(display) ?? given;
            if (PersonWords.Check(given, shown) is { } problem)
            {
                surroundings.Say(Words(problem));
                return CommandLine.Misused;
            }
            await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
            var password = Passwords.OneTime();
            var result = await desk.People.AddAsync(given, shown, RoleWords.TryRead(parse.GetRequiredValue(role))!.Value, new Passwords().Hash(password), surroundings.Operator, cancellation);
            return await EndAsync(surroundings, result, given, $"{given} may sign in once with this password and chooses another then; it is shown only here:", password);
        });
    }

    private static Command Reset(Surroundings surroundings)
    {
        var name = NameArgument();
        var command = new Command("reset", "Gives a person a new one-time password, unlocks the account and ends their sign-ins.") { name };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var given = parse.GetRequiredValue(name);
            await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
            var password = Passwords.OneTime();
            var result = await desk.People.ResetAsync(given, new Passwords().Hash(password), surroundings.Operator, cancellation);
            return await EndAsync(surroundings, result, given, $"{given} may sign in once with this password and chooses another then; it is shown only here:", password);
        });
    }

    private static Command ChangeRole(Surroundings surroundings)
    {
        var (name, role) = (NameArgument(), RoleOption());
        var command = new Command("role", "Changes what a person may do.") { name, role };
        return command.Does(surroundings, async (parse, cancellation) =>
        {
            var (given, word) = (parse.GetRequiredValue(name), parse.GetRequiredValue(role));
            await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
            return await EndAsync(surroundings, await desk.People.ChangeRoleAsync(given, RoleWords.TryRead(word)!.Value, surroundings.Operator, cancellation), given, $"{given} is now {word}");
        });
    }

    private static Command On(Surroundings surroundings, string verb, string description, string done, Func<PeopleStore, string, string, CancellationToken, Task<PeopleResult>> act)
    {
        var name = NameArgument();
        return new Command(verb, description) { name }.Does(surroundings, async (parse, cancellation) =>
        {
            var given = parse.GetRequiredValue(name);
            await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
            return await EndAsync(surroundings, await act(desk.People, given, surroundings.Operator, cancellation), given, $"{given} is {done}");
        });
    }

    private static Command List(Surroundings surroundings) => new Command("list", "Writes everybody: name, role, state, shown name, separated by tabs.").Does(surroundings, async (_, cancellation) =>
    {
        await using var desk = await PeopleDesk.OpenAsync(surroundings, cancellation);
        foreach (var person in await desk.People.ListAsync(cancellation))
        {
            await surroundings.WriteAsync($"{person.Name}\t{RoleWords.Of(person.Role)}\t{State(person, surroundings.Time)}\t{person.Display}");
        }
        return CommandLine.Done;
    });

    private static string State(Person person, TimeProvider time) => person switch
    {
        { Disabled: true } => "disabled",
        _ when person.LockedUntil > time.GetUtcNow() => "locked",
        { MustChange: true } => "one-time password",
        _ => "active",
    };

    private static async Task<int> EndAsync(Surroundings surroundings, PeopleResult result, string name, string words, string? password = null)
    {
        if (result != PeopleResult.Done)
        {
            surroundings.Say(Words(PersonWords.Problem(result, name)));
            return CommandLine.Failed;
        }
        surroundings.Say(words);
        if (password is not null)
        {
            await surroundings.WriteAsync(password);
        }
        return CommandLine.Done;
    }

    internal static string Words(Problem problem) => $"{problem.Field} {problem.Value}: {problem.Message} {problem.Fix}";
}
