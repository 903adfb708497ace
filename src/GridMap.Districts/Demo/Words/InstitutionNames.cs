using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Words;

internal sealed record InstitutionWords(
    string[] Schools, string[] Hospitals, string[] Markets, string[] Offices, string[] Works, string[] Towers, string[] Parks);

/// <summary>Names of schools, hospitals, offices, works and parks: the district's own first, then with a stem of the neighbourhood.</summary>
internal sealed class InstitutionNames(long seed, InstitutionWords words, StreetWords stems)
{
    private readonly Dictionary<string[], int> _given = [];
    private readonly HashSet<string> _used = [];
    private readonly Chance _chance = Chance.Of(seed, "institution names");

    public InstitutionWords Words => words;

    /// <summary>The next name of a list, such as 云溪区第一小学; past the end of the list, 和安小学.</summary>
    public string Next(string[] list)
    {
        var count = _given[list] = _given.GetValueOrDefault(list) + 1;
        var plain = count <= list.Length ? "云溪" + list[count - 1] : null;
        while (plain is null || !_used.Add(plain))
        {
            plain = _chance.Pick(stems.First) + _chance.Pick(stems.Second) + _chance.Pick(list);
        }

        return plain;
    }

    /// <summary>A name that always carries a stem, as parks and towers do.</summary>
    public string NextStemmed(string[] list)
    {
        while (true)
        {
            var name = _chance.Pick(stems.First) + _chance.Pick(stems.Second) + _chance.Pick(list);
            if (_used.Add(name))
            {
                return name;
            }
        }
    }
}
