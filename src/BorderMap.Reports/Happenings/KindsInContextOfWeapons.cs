namespace BorderMap.Reports.Happenings;

/// <summary>What weapons a text or a sentence names: aircraft, drones, guns, or charges laid by hand.</summary>
internal sealed partial class KindsInContext
{
    private (bool ByWeapons, bool ByWords)? aircraft;

    /// <summary>Whether the whole text speaks of aircraft, or also of bombs that fell, and of no guns.</summary>
    private (bool ByWeapons, bool ByWords) OfAircraft => aircraft ??= ReadAircraft();

    private (bool, bool) ReadAircraft()
    {
        var (hasAircraft, hasBombs) = (false, false);
        for (var at = 0; at < passage.Tokens.Count; at++)
        {
            var weapon = WeaponOf(passage.Tokens[at].Key);
            if (weapon is "gun")
            {
                return (false, false);
            }
            hasAircraft |= weapon is "air";
            hasBombs |= IsOfAir(at);
        }
        return (hasAircraft, hasAircraft || hasBombs);
    }

    /// <summary>"air strikes", "from the air", "when the bomb fell": words of what comes from above.</summary>
    private bool IsOfAir(int at) => passage.Tokens[at].Key switch
    {
        "airstrike" or "airstrikes" => true,
        "air" or "aerial" => at + 1 < passage.Tokens.Count && passage.Tokens[at + 1].Key is "strike" or "strikes" or "raid" or "raids" or "attack" or "attacks" or "bombardment" or "bombing" or "operation",
        "bomb" or "bombs" => at + 1 < passage.Tokens.Count && passage.Tokens[at + 1].Key is "fell" or "fall" or "falls" or "dropped" or "rained" or "came",
        _ => false,
    };

    /// <summary>The weapon named first; one laid by hand before all.</summary>
    private string Named(int from, int to)
    {
        var named = "";
        for (var at = from; at < to; at++)
        {
            var weapon = WeaponOf(passage.Tokens[at].Key);
            if (weapon is "hand")
            {
                return weapon;
            }
            named = named.Length > 0 ? named : weapon;
        }
        return named;
    }

    private static string WeaponOf(string word) => word switch
    {
        "guns" or "artillery" or "shells" or "shell" or "shelling" or "shelled" or "mortar" or "mortars" or "rockets" or "rocket" or "howitzers" => "gun",
        "suicide" or "roadside" or "planted" or "laid" or "buried" or "motorcycle" or "rickshaw" or "vehicle" or "car" or "bomber" or "bombers" or "daesh" or "iskp" or "isis" => "hand",
        "drone" or "drones" or "quad" or "copter" or "quadcopter" or "quadcopters" or "uav" or "uavs" => "drone",
        "jets" or "jet" or "warplanes" or "warplane" or "aircraft" or "planes" or "plane" or "aeroplane" or "aeroplanes" or "airplane" or "airplanes" or "helicopters" or "helicopter" or "gunships" or "bombers" => "air",
        _ => "",
    };
}
