using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Homes;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;
using GridMap.Districts.Demo.Work;

namespace GridMap.Districts.Demo;

/// <summary>Puts something on every block: homes, work, schools, parks, fields.</summary>
internal sealed class Town
{
    private readonly Sketch _sketch;
    private readonly Frontage _frontage;
    private readonly Nature _nature;
    private readonly Parks _parks;
    private readonly RailwayStation _station;
    private readonly OldTown _oldTown;
    private readonly Estates _estates;
    private readonly Institutions _institutions;
    private readonly Downtown _downtown;
    private readonly Villages _villages;
    private readonly InstitutionNames _names;

    public Town(Sketch sketch, Frontage frontage, StreetNames streetNames, StreetWords stems)
    {
        (_sketch, _frontage) = (sketch, frontage);
        SegmentIndex drives = new(60);
        Encloser encloser = new(frontage, drives);
        EstateNames estateNames = new(sketch.Seed, DemoData.Load<EstateWords>("estate-names"));
        _names = new(sketch.Seed, DemoData.Load<InstitutionWords>("institution-names"), stems);
        _nature = new(sketch, frontage);
        _parks = new(sketch, frontage, drives);
        _station = new(sketch, frontage);
        _oldTown = new(sketch, frontage, streetNames, estateNames);
        _estates = new(sketch, encloser, new(sketch, frontage), estateNames);
        _institutions = new(sketch, encloser, _names);
        _downtown = new(sketch, frontage, _names);
        _villages = new(sketch, frontage, new(sketch.Seed, DemoData.Load<VillageWords>("village-names")));
    }

    public void Draw(IReadOnlyList<Block> blocks)
    {
        _nature.DrawRiver(blocks);
        Promenades.Draw(_sketch);
        List<Parcel> homes = [];
        var station = _station.FindBlock(blocks);
        foreach (var block in blocks)
        {
            if (block == station)
            {
                _station.Draw(block);
                continue;
            }

            DrawBlock(block, homes);
        }

        foreach (var parcel in _estates.Draw(homes))
        {
            DrawLeftOver(parcel);
        }

        var country = blocks.Where(b => b.Zone is Zone.Countryside or Zone.Hills).ToList();
        _nature.DrawCountry(country, _villages.Draw(country));
    }

    private void DrawBlock(Block block, List<Parcel> homes)
    {
        switch (block.Zone)
        {
            case Zone.OldTown:
                _oldTown.Draw(block);
                break;
            case Zone.Core:
                _downtown.Draw(block);
                break;
            case Zone.Industry:
                Parcels.Of(block, _frontage, _sketch.Seed, 62_000).ForEach(DrawWorks);
                break;
            case Zone.Lakeside:
                _frontage.Land(block.Ring, 2_000).ForEach(land => _parks.Draw(land, [], "镜湖公园", "镜湖", Chance.Of(_sketch.Seed, "lake", block.Number)));
                break;
            case Zone.OldEstates or Zone.NewEstates:
                homes.AddRange(Parcels.Of(block, _frontage, _sketch.Seed, block.Zone == Zone.OldEstates ? 62_000 : 82_000).Where(parcel => !TryAmenity(parcel)));
                break;
            case Zone.River or Zone.Countryside or Zone.Hills:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    // About a fifth of the parcels among the homes serve them: a school to every ten estates or so, parks, markets, offices, a hospital here and there.
    private bool TryAmenity(Parcel parcel)
    {
        var roll = Chance.Of(_sketch.Seed, "amenity", parcel.Number).Unit();
        if (roll is >= 0.09 and < 0.13)
        {
            DrawPark(parcel);
            return true;
        }

        return roll switch
        {
            < 0.09 => _institutions.TrySchool(parcel),
            < 0.15 => _institutions.TryHospital(parcel),
            < 0.18 => _institutions.TryMarket(parcel),
            < 0.21 => _institutions.TryOffices(parcel),
            _ => false,
        };
    }

    private void DrawWorks(Parcel parcel)
    {
        if (!_institutions.TryWorks(parcel))
        {
            _sketch.Greens.Add(new("grass", null, Shapes.ToPolygon(parcel.Ring)));
        }
    }

    // Beyond the last estates: works, young plantations and fields not yet built on.
    private void DrawLeftOver(Parcel parcel)
    {
        var chance = Chance.Of(_sketch.Seed, "left over", parcel.Number);
        if (parcel.Ring.Area > 25_000 && chance.Happens(0.12))
        {
            DrawPark(parcel);
        }
        else if (!chance.Happens(0.2) || !_institutions.TryWorks(parcel))
        {
            _sketch.Greens.Add(new(chance.Happens(0.6) ? "farmland" : chance.Happens(0.5) ? "forest" : "grass", null, Shapes.ToPolygon(parcel.Ring)));
        }
    }

    private void DrawPark(Parcel parcel) =>
        _parks.Draw(parcel.Ring, parcel.Neighbours, _names.NextStemmed(_names.Words.Parks), null, Chance.Of(_sketch.Seed, "park", parcel.Number));
}
