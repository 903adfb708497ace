namespace GridMap.Core.Access;

/// <summary>What somebody is in a part of the district.</summary>
public enum Role
{
    Viewer,
    Dispatcher,
    GridManager,
    Reviewer,
    Administrator,
    Field,
    Integration,
    Wall,
}
