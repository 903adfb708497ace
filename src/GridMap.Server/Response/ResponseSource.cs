namespace GridMap.Server.Response;

/// <summary>Through which channel a report came in; the cube counts by its number.</summary>
public enum ResponseSource
{
    Open311,
    Field,
    Hotline,
    Patrol,
    Courier,
    Desk,
}
