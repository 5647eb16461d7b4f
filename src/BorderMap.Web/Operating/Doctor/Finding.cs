namespace BorderMap.Web.Operating.Doctor;

/// <summary>How bad it is.</summary>
public enum Severity { Ok, Warning, Failure }

/// <param name="Severity">How bad it is.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Message">What was found.</param>
/// <param name="Fix">What to do; empty where nothing is to be done.</param>
public sealed record Finding(Severity Severity, string Subject, string Message, string Fix = "")
{
    public override string ToString() => $"{Severity switch { Severity.Ok => "ok  ", Severity.Warning => "warn", _ => "FAIL" }}  {Subject}: {Message}{(Fix.Length > 0 ? $"\n      {Fix}" : "")}";
}
