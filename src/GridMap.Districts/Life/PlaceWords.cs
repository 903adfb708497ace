namespace GridMap.Districts.Life;

/// <summary>Puts names together: Chinese without a space, anything else with one.</summary>
public static class PlaceWords
{
    public static string Join(string name, string? word)
    {
        if (string.IsNullOrEmpty(word))
            return name;

        return IsChinese(name[^1]) ? name + word : $"{name} {word}";
    }

    /// <summary>A number on a street: `光明街12号附近` or `улица Руставели 12`.</summary>
    public static string Number(string street, int number) => IsChinese(street[^1]) ? $"{street}{number}号附近" : $"{street} {number}";

    /// <summary>A building in its compound; an address that stands for itself is left alone.</summary>
    public static string Building(string compound, string? building)
    {
        if (building is null)
            return compound;

        return building.Any(letter => char.IsLetter(letter) && !IsChinese(letter)) ? building : Join(compound, building.Replace(compound, "", StringComparison.Ordinal));
    }

    private static bool IsChinese(char letter) => letter is >= '\u4e00' and <= '\u9fff' or '）';
}
