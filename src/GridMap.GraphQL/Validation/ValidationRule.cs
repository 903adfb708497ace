namespace GridMap.GraphQL.Validation;

/// <summary>A rule of section 5: it listens to the walk over one document and reports what breaks it.</summary>
internal abstract class ValidationRule
{
    /// <summary>Asks for the events it judges by; called once, before the walk.</summary>
    public abstract void Listen(WalkEvents events);
}
