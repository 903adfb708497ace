using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation;

/// <summary>Checks an executable document against a schema (specification, section 5).</summary>
public static class DocumentValidator
{
    /// <summary>The `code` of every error of validation.</summary>
    public const string ErrorCode = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The errors of all rules in the order of the document; none if it is valid.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(document);
        return Validate(new ValidationContext(schema, document, options ?? ValidationOptions.Default), SpecifiedRules.All);
    }

    internal static IReadOnlyList<GraphQLError> Validate(ValidationContext context, IReadOnlyList<Func<ValidationContext, ValidationRule>> rules)
    {
        var events = new WalkEvents();
        foreach (var rule in rules)
            rule(context).Listen(events);

        try
        {
            new DocumentWalk(context.Schema, events).Visit(context.Document);
        }
        catch (ValidationAbortedException aborted)
        {
            context.Errors.Add(ValidationContext.ErrorOf(aborted.Message));
        }

        return context.Errors;
    }
}
