using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>What is wrong in a file, or could not be done with it.</summary>
public enum ImportDefectKind
{
    /// <summary>Land that no polygon covers.</summary>
    Gap,

    /// <summary>Land that several polygons cover.</summary>
    Overlap,

    /// <summary>A polygon, or a detached piece of one, smaller than a square metre or no wider than the tolerance.</summary>
    Sliver,

    /// <summary>A polygon reaches beyond the land that is to be divided.</summary>
    Outside,

    /// <summary>A vertex that lies beside the border of a neighbour which has none there.</summary>
    MismatchedVertex,

    /// <summary>A ring crosses or touches itself.</summary>
    SelfCrossing,

    /// <summary>A record without land.</summary>
    Empty,

    /// <summary>Several records have one code: they are taken as parts of one grid.</summary>
    DuplicateCode,

    /// <summary>A record without a code: it keeps that of the grid it covers, or gets the lowest free one.</summary>
    MissingCode,

    /// <summary>A code that does not follow the scheme or is somebody else's; it is not given.</summary>
    UnfitCode,

    /// <summary>A name that cannot be one; it is not given.</summary>
    UnfitName,

    /// <summary>The file lies beside the land by about the same stretch everywhere: another datum, such as GCJ-02.</summary>
    Shifted,

    /// <summary>A border of the file inside an atom that the land could not be cut along.</summary>
    NotCut,

    /// <summary>Land that could not be given to the grid it should have.</summary>
    NotAssigned,
}

/// <summary>One thing that is wrong in a file, where, and what is done about it.</summary>
public sealed record ImportDefect(ImportDefectKind Kind)
{
    /// <summary>The records of the file it is about, ascending.</summary>
    public int[] Records { get; init; } = [];

    public double? SquareMeters { get; init; }

    /// <summary>Mean width of land (2 · area / perimeter), or how far a vertex is off.</summary>
    public double? Meters { get; init; }

    public Position? Place { get; init; }

    /// <summary>The land it is about; null where it is about none.</summary>
    public Geometry? Shape { get; init; }

    /// <summary>A record of the grid that gets the land.</summary>
    public int? Taker { get; init; }

    /// <summary>No wider than the tolerance.</summary>
    public bool IsWithinTolerance { get; init; }

    /// <summary>The code or name it is about, or why something could not be done.</summary>
    public string? Detail { get; init; }
}
