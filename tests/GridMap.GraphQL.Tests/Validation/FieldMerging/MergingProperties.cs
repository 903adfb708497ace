using GridMap.GraphQL.Language;
using GridMap.GraphQL.Validation;
using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.FieldMerging;

public sealed class MergingProperties
{
    private const int Documents = 6_000;

    [Fact]
    public void The_rule_and_the_specification_word_by_word_agree_on_random_documents()
    {
        var good = 0;
        for (var seed = 0; seed < Documents; seed++)
        {
            var text = new RandomSelections(seed).Document();
            var document = GraphQLParser.Parse(new Source(text));
            var context = new ValidationContext(Library.Schema, document, ValidationOptions.Default);
            var errors = DocumentValidator.Validate(context, [context => new OverlappingFieldsCanBeMerged(context)]);
            var canMerge = new MergingBySpecification(Library.Schema, document).AllSetsCanMerge();

            Assert.True(canMerge == (errors.Count == 0), $"{seed}: {text} {string.Join('\n', errors.Select(error => error.Message))}");
            good += canMerge ? 1 : 0;
        }

        // Of either kind enough to tell the two apart.
        Assert.InRange(good, Documents / 4, Documents * 3 / 4);
    }
}
