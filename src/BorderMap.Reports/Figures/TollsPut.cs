using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>The harmed as a noun, with whose they are or who counts them before the figure: "the wounded on their side numbered ten", "its dead he put at nine".</summary>
internal sealed partial class Tolls
{
    private const int LongestOwners = 7;
    private const int LongestTelling = 9;

    /// <summary>Past whose they are or who counts them, where a verb of counting or a colon follows with its figure; else where it began.</summary>
    private int PastOwners(int at)
    {
        if (at + 2 >= to)
        {
            return at;
        }
        var end = at;
        if (tokens[at].Key is "on" or "of" or "among" or "from" or "in" or "near" or "opposite" or "around" or "inside" or "across" or "along" or "over" or "beyond" or "outside")
        {
            end = PastNouns(at + 1);
        }
        // "the dead he put at nine"
        else if (tokens[at].Key is "he" or "she" or "it" or "they")
        {
            end = at + 1;
            while (end < to && end - at <= 2 && tokens[end].Key is "has" or "had" or "put" or "puts" or "placed" or "gave" or "gives" or "reckoned" or "estimated")
            {
                end++;
            }
        }
        else if (tokens[at].IsMark(','))
        {
            end = PastTelling(at);
        }
        return end + 1 < to && (IsCounting(tokens[end].Key) || tokens[end].IsMark(':')) && groups.Find(group => group.First == end + 1) is { IsPart: false } told && (!told.IsBare || StopsAt(told.Last)) ? end : at;
    }

    /// <summary>"put the Pakistani dead at six", "Afghan losses at 12 killed": whose they are stands before the noun of harm that the figure counts.</summary>
    private PeopleGroup OfWhom(PeopleGroup group)
    {
        if (group is not { Side: null, IsOfSpeaker: false, IsOfEnemy: false } || group.First - 2 <= from || tokens[group.First - 1].Key is not ("at" or "as" or "to" or "numbered"))
        {
            return group;
        }
        var first = group.First - 1;
        var isOfHarm = false;
        while (first > from && group.First - first <= LongestTelling && tokens[first - 1].IsWord && tokens[first - 1].Key is not ("put" or "puts" or "putting" or "placed" or "and" or "but" or "that" or "said" or "says" or "in" or "near"))
        {
            first--;
            isOfHarm |= tokens[first].Key is "dead" or "killed" or "wounded" or "injured" or "losses" or "casualties" or "fatalities" or "deaths" or "toll" or "martyrs";
        }
        return !isOfHarm ? group : group with { Side = People.SideOf(tokens, first, group.First), IsOfSpeaker = Enumerable.Range(first, group.First - first).Any(at => tokens[at].Key is "own" or "our"), IsOfEnemy = Enumerable.Range(first, group.First - first).Any(at => tokens[at].Key is "enemy") };
    }

    /// <summary>"the dead, the spokesman says, number 46": past the speaker between commas.</summary>
    private int PastTelling(int comma)
    {
        var isTold = false;
        for (var at = comma + 1; at < to && at - comma <= LongestTelling && (tokens[at].IsWord || tokens[at].IsMark(',')); at++)
        {
            isTold |= IsSpeech(tokens[at].Key);
            if (isTold && tokens[at].IsMark(','))
            {
                return at + 1;
            }
        }
        return comma;
    }

    /// <summary>"the post suffered one minor injury": the injuries are counted, not who had them.</summary>
    private List<PeopleGroup>? InjuriesWithin(PhraseMatch<Harm> harm) => tokens[harm.Last - 1].Key is "injury" or "injuries" && groups.FindLast(group => group.First > harm.First && group.Last < harm.Last) is { Min: > 0, IsPart: false } told && tokens[told.First].Key is not ("a" or "an")
        ? [told with { Category = null, IsBare = true }] : null;

    /// <summary>"received seven patients", "admitted nine patients with burns".</summary>
    private List<PeopleGroup>? Patients(PhraseMatch<Harm> harm) => groups.FindAll(group => group.First > harm.First && group.Last <= harm.Last && tokens[group.Last - 1].Key is "patient" or "patients") is { Count: > 0 } patients && !IsOfRoutine(harm.Last) ? patients : null;

    /// <summary>"let in 40 patients for dialysis": the sick, not the hurt.</summary>
    private bool IsOfRoutine(int at) => Enumerable.Range(at, Math.Min(to, at + LongestTelling) - at).TakeWhile(next => tokens[next].IsWord).Any(next => tokens[next].Key is "for" or "cholera" or "malaria" or "measles" or "dengue" or "daily" or "day" or "per" or "month" or "year" or "fever" or "documents" or "passports" or "diarrhoea" or "attendants");

    /// <summary>"thirty intruders were repulsed; five had been neutralised": five of those told of.</summary>
    private bool IsAfterFighters(PeopleGroup group, PhraseMatch<Harm> harm) => Auxiliary(harm.First) is not null && groups.Exists(other => !other.IsBare && other.Last < group.First && People.IsFighting(other.Category) && other.Min > (group.Max ?? group.Min));

    /// <summary>"caught in the crossfire", "caught by surprise", "caught under fire": nobody took them.</summary>
    private bool IsInFire(int after) => after + 1 < to && (tokens[after].Key is "under" or "amid" || (tokens[after].Key is "in" && !tokens[after + 1].IsCapital) || tokens[after + 1].Key is "surprise" or "fire");

    private bool IsLabelAt(int at) => at == from || tokens[at - 1].Kind is TokenKind.Mark;

    /// <summary>"put the wounded at 16", "its own injured at two": those who are hurt, not the verb.</summary>
    private bool IsPut(PhraseMatch<Harm> harm) => IsPutOfSide(harm) || IsPutAlone(harm);

    private bool IsPutAlone(PhraseMatch<Harm> harm) => harm.First > from && tokens[harm.First - 1].Key is "the" or "its" or "their" or "his" or "own" or "our" or "her" && harm.Last < to && (IsCounting(tokens[harm.Last].Key) || tokens[harm.Last].Key is "were" or "are" or "among" || tokens[harm.Last].IsMark(',') || PastOwners(harm.Last) > harm.Last || BeingAfter(harm.Last) is not null);

    /// <summary>"put the Pakistani wounded at four": whose they are stands between.</summary>
    private bool IsPutOfSide(PhraseMatch<Harm> harm) => harm.First - 3 >= from && harm.Last < to && tokens[harm.Last].Key is "at" && tokens[harm.First - 2].Key is "the" or "its" or "their" && tokens[harm.First - 1].IsWord && tokens[harm.First - 3].Key is "put" or "puts" or "putting" or "placed" or "set";

    /// <summary>"put the civilian dead at 12", "the dead numbered 12".</summary>
    private List<PeopleGroup>? Put(PhraseMatch<Harm> harm)
    {
        if (harm.First > from + 1 && tokens[harm.First - 1].Key is "of" && tokens[harm.First - 2].Key is "number" or "count")
        {
            return Risen(harm);
        }
        if (harm.Last + 1 < to && tokens[harm.Last].Key is "were" or "are" or "was" or "is")
        {
            return Told(harm, harm.Last);
        }
        if (BeingAfter(harm.Last) is { } being && Told(harm, being) is { } who)
        {
            return who;
        }
        return PutPast(harm);
    }

    /// <summary>"put the dead on his side at one woman", "puts the bodies found so far at nine".</summary>
    private List<PeopleGroup>? PutPast(PhraseMatch<Harm> harm)
    {
        var at = PastOwners(harm.Last);
        var isOpen = at == harm.Last && harm.First > from && tokens[harm.First - 1].Key is "the";
        while (isOpen && at + 1 < to && at - harm.Last < 4 && tokens[at].IsWord && !IsCounting(tokens[at].Key))
        {
            at++;
        }
        if (at + 1 >= to || !IsCounting(tokens[at].Key) || LeadsToDead(at + 1))
        {
            return null;
        }
        var category = harm.First > from ? People.CategoryAt(tokens, harm.First - 1, harm.First) : null;
        return groups.Find(group => group.First == at + 1) is { } told ? After(at + 1, 0, mayBeBare: true)?.ConvertAll(group => group with { Category = group.Category ?? category }) ?? [told] : null;
    }

    /// <summary>"put its losses at two policemen and one civilian dead": the word behind the list says the harm.</summary>
    private bool LeadsToDead(int first)
    {
        var at = groups.FindIndex(group => group.First == first);
        while (at >= 0 && at + 1 < groups.Count && IsJoined(groups[at].Last, groups[at + 1].First))
        {
            at++;
        }
        return at > 0 && groups[at].First > first && harms.Exists(harm => harm.First == groups[at].Last && harm.Value is { Outcome: Outcome.Killed, Form: Form.Count or Form.Verb });
    }

    private static bool IsCounting(string key) => key is "at" or "to" or "as" or "numbered" or "number" or "numbers" or "numbering" or "totalled" or "totaled" or "total" or "totals" or "reached" or "reach";
}
