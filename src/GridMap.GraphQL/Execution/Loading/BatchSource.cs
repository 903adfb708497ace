namespace GridMap.GraphQL.Execution.Loading;

/// <summary>Something that has been asked for keys and loads them when its request's loop says so.</summary>
public abstract class BatchSource
{
    private protected BatchSource()
    {
    }

    /// <summary>The loop of the request; without one, outside of an execution, every key is loaded at once.</summary>
    internal RequestLoop? Loop { get; set; }

    /// <summary>Cancelled with the request.</summary>
    internal CancellationToken Cancelled { get; set; }

    /// <summary>Starts loading everything asked for since it was last called.</summary>
    internal abstract void Dispatch();
}
