using System.Text.Json;
using GridMap.Districts.Dictionaries;

namespace GridMap.Districts.Division;

/// <summary>Fictional names of grid heads (网格长), for synthetic districts only: nobody real is ever named.</summary>
public sealed class HeadNames(int seed)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly NameBook Book = JsonSerializer.Deserialize<NameBook>(DistrictDictionaries.Text("grid-head-names"), Json)!;

    private readonly Random _random = new(seed);

    public string Next() => Book.Surnames[_random.Next(Book.Surnames.Count)] + Book.Given[_random.Next(Book.Given.Count)];

    private sealed record NameBook(IReadOnlyList<string> Surnames, IReadOnlyList<string> Given);
}
