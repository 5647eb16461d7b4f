namespace BorderMap.Web.Http;

/// <summary>Marks a route whose last answer may be given again while the database is away.</summary>
/// <param name="KeepsItself">Whether it keeps its answers itself; else they are kept as they go out.</param>
public sealed record MayBeOld(bool KeepsItself = false);

/// <summary>Answers as they were last given to anyone, for while the database is away. Only those of the public sequence last seen count: what has changed or was withheld since is not shown.</summary>
public sealed class KeptAnswers
{
    /// <summary>An answer, not compressed.</summary>
    public sealed record Kept(long Pub, string? ContentType, string? Tag, byte[] Body);

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Kept Answer)>> found = [];

    /// <summary>The last used last.</summary>
    private readonly LinkedList<(string Key, Kept Answer)> order = new();
    private long held;

    /// <summary>What an answer depends on beside the public sequence.</summary>
    public static string KeyOf(HttpContext http) =>
        $"{Links.Base(http)}\n{http.Request.Path}\n{http.Request.QueryString}\n{AskedLanguage.OfHeader(http.Request).Tag}\n{http.Features.Get<AnswerForm>()?.MediaType}";

    public Kept? Find(string key, long pub)
    {
        lock (gate)
        {
            if (!found.TryGetValue(key, out var node) || node.Value.Answer.Pub != pub)
            {
                return null;
            }
            order.Remove(node);
            order.AddLast(node);
            return node.Value.Answer;
        }
    }

    public void Keep(string key, Kept answer)
    {
        lock (gate)
        {
            if (found.TryGetValue(key, out var before))
            {
                Forget(before);
            }
            found[key] = order.AddLast((key, answer));
            held += answer.Body.Length + key.Length * sizeof(char);
            while (held > Limits.AnswerBytesKept)
            {
                Forget(order.First!);
            }
        }
    }

    private void Forget(LinkedListNode<(string Key, Kept Answer)> node)
    {
        order.Remove(node);
        found.Remove(node.Value.Key);
        held -= node.Value.Answer.Body.Length + node.Value.Key.Length * sizeof(char);
    }
}
