namespace GridMap.Districts.Demo;

/// <summary>The measures of one scale, in the proportions of the published Yungang figures.</summary>
internal sealed record DemoSize(
    int Grids, int Households, int Compounds, int Stations, int RestStops, int Streets, int Towns, int Villages,
    int UrbanCells, double CellMeters, double ExtentMeters)
{
    public double UrbanMeters => UrbanCells * CellMeters;
}
