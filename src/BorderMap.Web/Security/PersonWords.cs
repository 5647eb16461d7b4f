using BorderMap.Incidents;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;

namespace BorderMap.Web.Security;

/// <summary>What is wrong with a person's name, and with what was asked to be done to one: for commands and HTTP alike.</summary>
public static class PersonWords
{
    public static Problem? Check(string name, string? display) => (name, display) switch
    {
        _ when !PersonName.Is(name) => new(ProblemCodes.BadName, "name", name, "This is no name to sign in with.", PersonName.Rule),
        (_, { } shown) => LabelRule.Check(shown, "display"),
        _ => null,
    };

    public static Problem Problem(PeopleResult result, string name) => result switch
    {
        PeopleResult.Missing => new(ProblemCodes.NotFound, "name", name, "There is nobody of this name.", $"{Routes.Users} and ./run user list name everybody."),
        PeopleResult.Taken => new(ProblemCodes.Taken, "name", name, "There is somebody of this name.", "Choose another name, or reset the password of that person."),
        PeopleResult.LastAdmin => new(ProblemCodes.LastAdmin, "name", name, "Nobody could keep people afterwards: this is the only admin.", "Make somebody else an admin first."),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "no result of a change to a person"),
    };
}
