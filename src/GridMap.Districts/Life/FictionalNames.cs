namespace GridMap.Districts.Life;

/// <summary>Chinese names of people who do not exist.</summary>
public sealed class FictionalNames(NameCharacters characters, Chance chance)
{
    private const double SingleShare = 0.18;

    public string Next()
    {
        var surname = Surname();
        var second = characters.Second[chance.Below(characters.Second.Length)];
        return chance.Happens(SingleShare) ? $"{surname}{second}" : $"{surname}{characters.First[chance.Below(characters.First.Length)]}{second}";
    }

    // Surnames are listed by frequency: squaring the share draws the first ones more often.
    private char Surname()
    {
        var share = chance.Share();
        return characters.Surnames[(int)(share * share * characters.Surnames.Length)];
    }
}
