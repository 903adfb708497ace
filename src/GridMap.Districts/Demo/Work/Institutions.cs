using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Homes;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo.Work;

internal sealed record InstitutionStyles(RowStyle School, RowStyle Hospital, RowStyle Market, RowStyle Offices, RowStyle Works, RowStyle Sheds);

/// <summary>Walled grounds that are not homes: schools with their pitch, hospitals, markets, offices and works.</summary>
internal sealed class Institutions(Sketch sketch, Encloser encloser, InstitutionNames names)
{
    private readonly InstitutionStyles _styles = DemoData.Load<InstitutionStyles>("institutions");

    public bool TrySchool(Parcel parcel)
    {
        var chance = Chance.Of(sketch.Seed, "school", parcel.Number);
        var frame = Frame.Lengthwise(parcel.Ring);
        if (Halving.Cut(parcel.Ring, frame.Origin, frame.Axis.Left, _ => null, 0) is not { } halves)
        {
            return false;
        }

        foreach (var (taught, played) in ((Ring, Ring)[])[(halves.One, halves.Other), (halves.Other, halves.One)])
        {
            if (Pitches.Largest(played) is { } pitch && TryBuild(WithNeighbour(parcel, taught, played), _styles.School, "education", names.Words.Schools, 2, chance))
            {
                sketch.Greens.Add(new("pitch", null, Shapes.ToPolygon(pitch)));
                return true;
            }
        }

        return false;
    }

    public bool TryHospital(Parcel parcel) => TryBuild(parcel, _styles.Hospital, "medical", names.Words.Hospitals, 3, ChanceFor(parcel));

    public bool TryMarket(Parcel parcel) => TryBuild(parcel, _styles.Market, "commercial", names.Words.Markets, 2, ChanceFor(parcel));

    public bool TryOffices(Parcel parcel) => TryBuild(parcel, _styles.Offices, "public", names.Words.Offices, 2, ChanceFor(parcel));

    public bool TryWorks(Parcel parcel)
    {
        var chance = ChanceFor(parcel);
        return TryBuild(parcel, chance.Happens(0.4) ? _styles.Sheds : _styles.Works, "industrial", names.Words.Works, 1, chance);
    }

    private Chance ChanceFor(Parcel parcel) => Chance.Of(sketch.Seed, "institution", parcel.Number);

    private static Parcel WithNeighbour(Parcel parcel, Ring ground, Ring other) => parcel with { Ring = ground, Neighbours = [.. parcel.Neighbours, other] };

    private bool TryBuild(Parcel parcel, RowStyle style, string use, string[] list, int fewest, Chance chance)
    {
        if (encloser.TryEnclose(parcel, style, 2, fewest, chance) is not { } ground)
        {
            return false;
        }

        sketch.Streets.AddRange(ground.Ways());
        string? name = names.Next(list);
        foreach (var slab in ground.Plan.Slabs)
        {
            sketch.Houses.Add(new(ground.Frame.Out(slab.Footprint), ground.Frame.Out(slab.Door), null, name, use, slab.Levels, 0));
            name = null;
        }

        return true;
    }
}
