using System.Text;
using GridMap.GraphQL.Validation;
using GridMap.GraphQL.Validation.FieldMerging;

namespace GridMap.GraphQL.Tests.Validation.FieldMerging;

/// <summary>That merging of fields is judged in (almost) linear time is proved by counting steps, not by a clock.</summary>
public sealed class SelectionClassesTests
{
    [Fact]
    public void Repeated_fields_take_two_steps_each() =>
        Assert.Equal(20_002, StepsOf(Repeated("name", 10_000)));

    [Fact]
    public void Repeated_fields_with_selections_take_two_steps_each_at_all_levels() =>
        Assert.InRange(StepsOf(Repeated("friend { friend { name } }", 5_000)), 30_000, 50_000);

    [Fact]
    public void Fragments_that_each_spread_all_others_take_a_step_a_spread()
    {
        const int Count = 500;
        var spreads = string.Join(' ', Enumerable.Range(0, Count).Select(index => $"...F{index}"));
        var document = $"{{ author {{ ...F0 }} }} {Fragments(Count, index => $"{spreads} a{index}: name")}";

        // A field moves no more often than the logarithm of their number.
        Assert.InRange(StepsOf(document), Count * Count, (Count * Count) + (Count * 12));
    }

    [Fact]
    public void Fragments_that_double_with_each_level_take_steps_by_their_text_only()
    {
        var document = $"{{ author {{ ...F0 }} }} {Fragments(1_000, index => $"a: friend {{ ...F{index + 1} }} b: friend {{ ...F{index + 1} }}")}";

        Assert.InRange(StepsOf($"{document} fragment F1000 on Author {{ name }}"), 4_000, 10_000);
    }

    /// <summary>At each level either way meets other fragments, so that sets of selections that meet are as many as ways down: two to the power of 40.</summary>
    [Fact]
    public void Ways_that_all_meet_different_fragments_take_steps_by_their_text_only()
    {
        const int Depth = 40;
        var text = new StringBuilder("{ author { ...M0 } }");
        for (var level = 0; level < Depth; level++)
        {
            text.Append($" fragment M{level} on Author {{ a: friend {{ ...M{level + 1} ...S{level}x{level} }} b: friend {{ ...M{level + 1} }} }}");
            for (var below = level; below < Depth; below++)
                text.Append($" fragment S{level}x{below} on Author {{ a: friend {{ ...S{level}x{below + 1} }} b: friend {{ ...S{level}x{below + 1} }} }}");

            text.Append($" fragment S{level}x{Depth} on Author {{ name }}");
        }

        var document = $"{text} fragment M{Depth} on Author {{ name }}";
        Assert.InRange(StepsOf(document), 3_000, 12_000);
        Assert.Empty(DocumentValidator.Validate(RuleCheck.ContextOf(document), SpecifiedRules.All));
    }

    [Fact]
    public void Twice_the_document_takes_twice_the_steps()
    {
        var once = StepsOf(Mixed(1_000));
        var twice = StepsOf(Mixed(2_000));

        Assert.InRange(twice, once * 1.9, once * 2.2);
    }

    [Fact]
    public void What_cannot_be_in_conflict_is_not_compared_in_pairs()
    {
        var context = RuleCheck.ContextOf(Repeated("friend { a: name b: name }", 2_000));

        Assert.Empty(DocumentValidator.Validate(context, SpecifiedRules.All));
        Assert.Equal(0, context.SpentWork);
    }

    [Fact]
    public void Only_the_suspect_field_is_compared_in_pairs()
    {
        var context = RuleCheck.ContextOf($"{{ author {{ {string.Join(' ', Enumerable.Repeat("name", 2_000))} x: name x: born }} }}");

        Assert.Single(DocumentValidator.Validate(context, SpecifiedRules.All));
        Assert.InRange(context.SpentWork, 1, 10);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(50_000)]
    public void Comparing_many_suspect_fields_in_pairs_ends_at_the_limit_of_work(int count)
    {
        var context = RuleCheck.ContextOf(Repeated("x: name", count, "x: born"));

        Assert.Equal("Validation aborted.", DocumentValidator.Validate(context, SpecifiedRules.All)[^1].Message);
        Assert.InRange(context.SpentWork, 0, ValidationOptions.Default.MaxWork + 100);
    }

    [Fact]
    public void A_conflict_deeper_than_any_stack_ends_the_validation()
    {
        var fragments = Fragments(5_000, index => $"friend {{ ...F{index + 1} }}") + Fragments(5_000, index => $"friend {{ ...G{index + 1} }}", "G");
        var document = $"{{ author {{ ...F0 ...G0 }} }} {fragments} fragment F5000 on Author {{ x: name }} fragment G5000 on Author {{ x: born }}";

        Assert.Equal(["Validation aborted."], DocumentValidator.Validate(RuleCheck.ContextOf(document), SpecifiedRules.All).Select(error => error.Message));
    }

    private static int StepsOf(string document)
    {
        var classes = new SelectionClasses(RuleCheck.ContextOf(document));
        Assert.False(classes.HasSuspects);
        return classes.Steps;
    }

    private static string Repeated(string field, int count, string last = "") =>
        $"{{ author {{ {string.Join(' ', Enumerable.Repeat(field, count))} {last} }} }}";

    private static string Fragments(int count, Func<int, string> selections, string name = "F") =>
        string.Join(' ', Enumerable.Range(0, count).Select(index => $"fragment {name}{index} on Author {{ {selections(index)} }}"));

    private static string Mixed(int count) =>
        $"{{ author {{ ...F0 {string.Join(' ', Enumerable.Range(0, count).Select(index => $"a{index}: friend {{ ...F{index} }}"))} }} }} "
        + Fragments(count, index => $"b{index % 50}: friend {{ name friend {{ born }} }}");
}
