using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Toponyms;

namespace BorderMap.Reports.Happenings;

/// <summary>Which places are those of a hospital, of talks or of who somebody is, and no scene.</summary>
internal sealed partial class Scenes
{
    /// <summary>Words after which a place is where people talk, or are treated.</summary>
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
        { "hospital", "hospitals", "talks", "agreed", "meeting", "met", "held", "signed", "mediated", "summit", "embassy", "treated", "shifted", "evacuated", "transferred", "moved", "airlifted", "traders", "analysts", "residents", "hosted", "based", "fled", "refugees", "protesters", "correspondent", "reporter", "journalist", "reporters", "journalists", "referred", "flown", "received", "rushed", "ferried", "retaliation", "response", "revenge", "orders", "resident", "native", "hailing", "born", "hailed", "belonged", "belonging", "tents", "sheltering", "sheltered", "shelter", "camped" };

    /// <summary>"over the capital", "in the Afghan capital", where the text names Kabul: that city.</summary>
    private Scene? OfCapital(int the, int to)
    {
        var noun = the + 1 < to && tokens[the + 1].Key is "afghan" or "taliban" or "country" or "countrys" ? the + 2 : the + 1;
        return noun < to && tokens[noun].Key is "capital" && !tokens[noun].IsPossessive && !(noun + 1 < tokens.Count && tokens[noun + 1].Key is "of" or "city" or "territory" or "police" or "development")
            && passage.Places.FirstOrDefault(located => located.Toponym.Place is { Name: "Kabul", Country: "AF" }) is { } kabul ? new Scene(kabul, PlaceRole.Scene, "told before: the capital") : null;
    }

    /// <summary>People who are of a place, and may be hit there.</summary>
    private static readonly HashSet<string> Hit = new(StringComparer.Ordinal) { "traders", "residents", "refugees", "protesters", "journalists", "reporters" };

    /// <summary>Verbs for how one came "to" another place.</summary>
    private static readonly HashSet<string> Brought = new(StringComparer.Ordinal) { "taken", "brought", "carried", "driven", "sent", "taking", "bringing", "carrying", "driving", "took", "drove", "conveyed", "hurried", "repatriated", "way", "route", "road" };

    /// <summary>"reporters who reached Spera": they went to see where it happened.</summary>
    private static readonly HashSet<string> Visited = new(StringComparer.Ordinal) { "reached", "reach", "reaching", "visited", "visiting", "saw", "toured", "touring", "entered" };

    /// <summary>What stands between the town and the noun in the name of its hospital.</summary>
    private static readonly HashSet<string> Houses = new(StringComparer.Ordinal) { "district", "headquarters", "headquarter", "dhq", "thq", "civil", "regional", "provincial", "public", "general", "main", "military", "camp", "teaching", "central", "agency", "tehsil", "city", "town", "red", "crescent", "zonal" };

    private const int LongestHouse = 3;

    /// <summary>Words before a place that may say who or what is there.</summary>
    private const int WordsBefore = 3;

    private bool IsElsewhere(Located located, int sentence)
    {
        var begin = passage.Text.Sentences[sentence].First;
        if (IsOfHouse(located) || IsOfNewsroom(located) || IsOfRiver(located) || IsWhereFrom(located.First, begin) || Homes.Is(tokens, located.First, begin) || IsHomeOfNamed(located, sentence))
        {
            return true;
        }
        // "in Shamalzai district, not in Maruf"
        if (located.First - 2 > begin && tokens[located.First - 1].Key is "in" or "at" or "near" && tokens[located.First - 2].Key is "not")
        {
            return true;
        }
        // "resident of Jamrud, Khyber": what holds that place is no scene either.
        if (passage.PlacesIn(sentence).FirstOrDefault(other => other.Last == located.First - 1) is { Toponym.Place: { } inner } before && tokens[before.Last].IsMark(',') && IsHolder(located, inner) && IsElsewhere(before, sentence))
        {
            return true;
        }
        return Enumerable.Range(Math.Max(begin, located.First - WordsBefore), located.First - Math.Max(begin, located.First - WordsBefore)).Any(at => IsBroughtTo(at, located) || IsWhereOthersAre(at, located, sentence));
    }

    /// <summary>"the Landi Kotal hospital", "the Wana camp hospital", "Kandahar airport"; beside an airport something may be hit.</summary>
    private bool IsOfHouse(Located located)
    {
        var house = located.Last;
        while (house < tokens.Count && house - located.Last < LongestHouse && Houses.Contains(tokens[house].Key))
        {
            house++;
        }
        return house < tokens.Count && (tokens[house].Key is "hospital" or "hospitals" or "university" or "jail" or "bureau"
            || (tokens[house].Key is "airport" && !(located.First > 0 && tokens[located.First - 1].Key is "near" or "outside" or "around" or "beside" or "over")));
    }

    /// <summary>"across the Kunar river": the water, which runs through many places, and no province.</summary>
    private bool IsOfRiver(Located located) => located.Last < tokens.Count && tokens[located.Last].Key is "river" or "rivers" && (!tokens[located.Last].IsCapital || located.Toponym.Place is { Kind: PlaceKind.Province });

    /// <summary>"Umar Gul of Mardan": where somebody is from.</summary>
    private bool IsHomeOfNamed(Located located, int sentence)
    {
        var of = located.First - 1;
        return of - 1 > passage.Text.Sentences[sentence].First && tokens[of].Key is "of" && tokens[of - 1] is { IsWord: true, IsCapital: true } && !PlaceCues.IsKind(tokens, of - 1) && !passage.PlacesIn(sentence).Any(other => other.Last == of);
    }

    /// <summary>"were taken to Quetta".</summary>
    private bool IsBroughtTo(int verb, Located located) => Brought.Contains(tokens[verb].Key) && Enumerable.Range(verb, located.First - verb).Any(at => tokens[at].Key is "to");

    /// <summary>"talks in Doha", "residents of Wana"; not "traders" who are hit there, and "in revenge, shelled Gurbuz" is across the comma of another clause.</summary>
    private bool IsWhereOthersAre(int at, Located located, int sentence) => Elsewhere.Contains(tokens[at].Key) && !Enumerable.Range(at + 1, located.First - at - 1).Any(verb => Visited.Contains(tokens[verb].Key)) && !(Hit.Contains(tokens[at].Key) && IsObject(at, sentence))
        && !(tokens[at].Key is "revenge" or "retaliation" or "response" && Enumerable.Range(at, located.First - at).Any(mark => tokens[mark].IsMark(',') || tokens[mark].Key is "operation" or "operations" or "attack" or "attacks" or "raid" or "raids" or "assault" or "strike" or "strikes" or "action"));

    /// <summary>What people come home from.</summary>
    private static readonly HashSet<string> Visits = new(StringComparer.Ordinal) { "match", "game", "matches", "tournament", "wedding", "funeral", "visit", "journey", "trip", "market", "bazaar", "work", "jirga", "feast", "school", "exam", "party", "fair", "friendly", "practice", "training", "pilgrimage" };

    private static readonly HashSet<string> Homeward = new(StringComparer.Ordinal) { "home", "back", "returned", "returning", "return", "homeward", "homewards", "way" };

    /// <summary>Words from the way home to where it began.</summary>
    private const int LongestWay = 9;

    /// <summary>"had come home from a friendly match in Sharana": where they had been.</summary>
    private bool IsWhereFrom(int place, int first)
    {
        if (place - 2 <= first || tokens[place - 1].Key is not ("in" or "at" or "near") || !Visits.Contains(tokens[place - 2].Key))
        {
            return false;
        }
        var from = place - 3;
        while (from > first && place - from < LongestWay && tokens[from].Key is not ("from" or "after"))
        {
            from--;
        }
        return tokens[from].Key is "from" && Enumerable.Range(Math.Max(first, from - 3), from - Math.Max(first, from - 3)).Any(at => Homeward.Contains(tokens[at].Key));
    }

    private bool IsHolder(Located outer, FoundPlace inner) => outer.Toponym.Place is { } place && (place.Id == inner.Id || (place.Place is { } unit && inner.Place is { } within && passage.IsIn(within, unit)));

    /// <summary>"Radio Paktia has one guard dead", "Khost TV": the name of who tells it.</summary>
    private bool IsOfNewsroom(Located located) => (located.First > 0 && tokens[located.First - 1].Key is "radio" && tokens[located.First - 1].IsCapital) || (located.Last < tokens.Count && tokens[located.Last].IsCapital && tokens[located.Last].Key is "radio" or "tv" or "television" or "fm" or "newsroom");

    /// <summary>"bombed the Waziristani refugees in Barmal": those who are hit are where it happened.</summary>
    private bool IsObject(int noun, int sentence)
    {
        var act = passage.ActsIn(sentence).LastOrDefault(act => act.Last <= noun && noun - act.Last <= LongestSpeaker);
        return act.Value is { Form: ActForm.Verb } && Enumerable.Range(act.Last, noun - act.Last).All(at => tokens[at].Kind is not TokenKind.Mark);
    }
}
