using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>The printer lays documents out as npm graphql does.</summary>
[Collection(nameof(GeneratedCases))]
public sealed class PrinterDifferentialTests(GeneratedCases cases)
{
    [Fact]
    public void Documents_are_printed_the_same()
    {
        var differences = new Differences();
        foreach (var each in cases.AllDocuments.Where(each => each.Answer.Printed is not null))
        {
            differences.Compare(each.ToString(), each.Answer.Printed!, Print(each.Question.Text));
        }

        differences.AssertNone();
    }

    [Fact]
    public void Type_systems_are_printed_the_same()
    {
        var differences = new Differences();
        foreach (var each in cases.AllSchemas)
        {
            differences.Compare(each.Question.Text, each.Answer.Printed!, Print(each.Question.Text));
        }

        differences.AssertNone();
    }

    [Fact]
    public void Schemas_are_printed_the_same()
    {
        var differences = new Differences();
        foreach (var each in cases.AllSchemas)
        {
            var schema = new SchemaBuilder().AddDocument(GraphQLParser.Parse(new Source(each.Question.Text), ParserLimits.OwnText)).Build();
            differences.Compare(each.Question.Text, each.Answer.PrintedSchema!, SchemaPrinter.Print(schema));
        }

        differences.AssertNone();
    }

    private static string Print(string text) => Printer.Print(GraphQLParser.Parse(new Source(text), ParserLimits.OwnText));
}
