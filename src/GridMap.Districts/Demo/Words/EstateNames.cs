using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Words;

internal sealed record EstateWords(string[] First, string[] New, string[] Old, string[] Units, string[] UnitEndings, string[] Phases);

/// <summary>Names of compounds: works' dormitories of the eighties, numbered villages of the nineties, gardens and mansions since; never one twice.</summary>
internal sealed class EstateNames(long seed, EstateWords words)
{
    private readonly HashSet<string> _used = [];
    private readonly Dictionary<string, int> _lastNumber = [];
    private readonly Chance _chance = Chance.Of(seed, "estate names");

    public string Next(int year)
    {
        for (var attempt = 0; ; attempt++)
        {
            var name = Compose(year) + (attempt < 6 ? "" : _chance.Pick(words.Phases)) + (attempt < 40 ? "" : $"{_chance.Whole(2, 99)}区");
            if (_used.Add(name))
            {
                return name;
            }
        }
    }

    /// <summary>A house number that rises along the street.</summary>
    public string Address(string? street, Chance chance)
    {
        var name = street ?? "云溪路";
        var number = _lastNumber.GetValueOrDefault(name) + chance.Whole(3, 14);
        _lastNumber[name] = number;
        return $"{name}{number}号";
    }

    private string Compose(int year) =>
        year < 1993 && _chance.Happens(0.6) ? _chance.Pick(words.Units) + _chance.Pick(words.UnitEndings)
        : year < 2003 ? _chance.Pick(words.First) + _chance.Pick(words.Old)
        : _chance.Pick(words.First) + _chance.Pick(words.New) + (_chance.Happens(0.15) ? "二期" : "");
}
