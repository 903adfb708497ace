namespace GridMap.Districts.Demo.Plane;

/// <summary>Which places hang together, by union and find over shared vertices.</summary>
internal sealed class Components
{
    private readonly Dictionary<Vec, int> _numbers = [];
    private readonly List<int> _parents = [];

    public void Join(IReadOnlyList<Vec> course)
    {
        for (var i = 1; i < course.Count; i++)
        {
            _parents[Root(Number(course[i - 1]))] = Root(Number(course[i]));
        }
    }

    public int Of(Vec place) => Root(Number(place));

    private int Number(Vec place)
    {
        if (!_numbers.TryGetValue(place, out var number))
        {
            _numbers[place] = number = _parents.Count;
            _parents.Add(number);
        }

        return number;
    }

    private int Root(int number)
    {
        while (_parents[number] != number)
        {
            number = _parents[number] = _parents[_parents[number]];
        }

        return number;
    }
}
