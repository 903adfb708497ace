namespace GridMap.Core.Boundaries.Editing;

/// <summary>Reads the running sums and measures of grids and communities.</summary>
internal sealed class DivisionNumbers(LandTable land, AreaTable areas)
{
    public GridNumbers OfGrid(int id)
    {
        var grid = areas.Grids[id];
        var (row, sums, perimeter) = (areas.RowOf(grid), areas.Measures[grid], areas.Millimeters[grid] / 1_000.0);
        return new GridNumbers(
            id,
            row.Code,
            row.Name,
            row.NameEnglish,
            row.Community,
            row.Workers,
            sums.Households,
            sums.Persons,
            sums.Elders,
            sums.Buildings,
            sums.SquareMeters,
            perimeter,
            CompactnessOf(grid),
            CountPieces(grid),
            areas.AtomsOf(grid).Count,
            PlaceOf(grid));
    }

    public AtomNumbers OfAtom(int id)
    {
        var atom = land.Atoms[id];
        var sums = land.Measures[atom];
        return new AtomNumbers(
            id,
            areas.RowOf(land.Owner[atom]).Id,
            land.KindOf(atom),
            sums.Households,
            sums.Persons,
            sums.Elders,
            sums.Buildings,
            sums.SquareMeters,
            land.LabelOf(atom).ToPosition());
    }

    public CommunityNumbers OfCommunity(int id)
    {
        var (row, sums) = (areas.Communities[id], areas.SumOf(id));
        return new CommunityNumbers(
            id,
            row.Code,
            row.Name,
            row.NameEnglish,
            row.Subdistrict,
            areas.GridsOf(id).Count,
            sums.Households,
            sums.Persons,
            sums.Elders,
            sums.Buildings,
            sums.SquareMeters);
    }

    /// <summary>4π·area/perimeter² (Polsby–Popper) of a grid slot; 0 where there is no border.</summary>
    public double CompactnessOf(int grid)
    {
        var perimeter = areas.Millimeters[grid] / 1_000.0;
        return perimeter > 0 ? 4 * Math.PI * areas.Measures[grid].SquareMeters / (perimeter * perimeter) : 0;
    }

    /// <summary>A point inside the largest atom of a grid slot.</summary>
    public Geography.Position PlaceOf(int grid)
    {
        var largest = -1;
        foreach (var atom in areas.AtomsOf(grid))
        {
            var more = largest < 0 ? 1 : land.TwiceArea[atom].CompareTo(land.TwiceArea[largest]);
            largest = more > 0 || (more == 0 && land.IdOf(atom) < land.IdOf(largest)) ? atom : largest;
        }

        return largest < 0 ? default : land.LabelOf(largest).ToPosition();
    }

    /// <summary>Into how many pieces without a common edge the land of a grid slot falls.</summary>
    public int CountPieces(int grid)
    {
        var members = areas.AtomsOf(grid);
        var seen = new HashSet<int>(members.Count);
        var open = new Stack<int>();
        var pieces = 0;
        foreach (var start in members)
        {
            if (!seen.Add(start))
            {
                continue;
            }

            pieces++;
            open.Push(start);
            while (open.TryPop(out var atom))
            {
                foreach (var edge in land.EdgesOf(atom))
                {
                    var other = land.Across(edge, atom);
                    if (land.OwnerOf(other) == grid && seen.Add(other))
                    {
                        open.Push(other);
                    }
                }
            }
        }

        return pieces;
    }
}
