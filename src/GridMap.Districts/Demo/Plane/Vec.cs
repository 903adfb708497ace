namespace GridMap.Districts.Demo.Plane;

/// <summary>A point or a direction in metres east and north of the district's centre.</summary>
internal readonly record struct Vec(double X, double Y)
{
    public double Length => Math.Sqrt(X * X + Y * Y);

    public Vec Unit => Length > 0 ? this * (1 / Length) : new(1, 0);

    /// <summary>The same vector turned a quarter to the left.</summary>
    public Vec Left => new(-Y, X);

    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y);

    public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y);

    public static Vec operator *(Vec a, double factor) => new(a.X * factor, a.Y * factor);

    public double Dot(Vec other) => X * other.X + Y * other.Y;

    public double Cross(Vec other) => X * other.Y - Y * other.X;

    public double DistanceTo(Vec other) => (other - this).Length;

    public Vec Toward(Vec other, double share) => this + (other - this) * share;

    public static Vec OfAngle(double radians)
    {
        var (sine, cosine) = Trig.SinCos(radians);
        return new(cosine, sine);
    }
}
