namespace GridMap.Core.Boundaries.Editing;

/// <summary>What is counted of land, in whole numbers so that adding and taking away again leaves nothing behind.</summary>
internal readonly record struct Sums(int Households, int Persons, int Elders, int Buildings, long SquareCentimeters)
{
    public double SquareMeters => SquareCentimeters / 10_000.0;

    public static Sums operator +(Sums a, Sums b) => new(
        a.Households + b.Households, a.Persons + b.Persons, a.Elders + b.Elders, a.Buildings + b.Buildings, a.SquareCentimeters + b.SquareCentimeters);

    public static Sums operator -(Sums a, Sums b) => new(
        a.Households - b.Households, a.Persons - b.Persons, a.Elders - b.Elders, a.Buildings - b.Buildings, a.SquareCentimeters - b.SquareCentimeters);
}
