using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests
{
    private readonly RuleCheck _rule = new(context => new ValuesOfCorrectType(context));

    [Fact]
    public void Values_of_all_kinds_are_good() => _rule.FindsNothing(
        """
        query ($i: Int = 1, $l: [Int!] = [1, 2], $f: Filter = {genre: POETRY}, $x: Float = 1) {
          count(
            ints: [1, 2]
            at: 1
            on: true
            any: {a: [1, "b", {c: null}]}
            ids: [1, "2", null]
            text: "a"
            genre: PROSE
            needed: 2
            filters: [{years: {from: 1}}, {titles: "one"}]
          )
          author(name: null) {
            name
          }
        }
        """);

    [Fact]
    public void One_value_stands_for_a_list_of_it() => _rule.FindsNothing(
        """
        { count(ints: 1, ids: "a", filters: {genre: DRAMA}) }
        """);

    [Fact]
    public void A_list_of_variables_is_left_to_another_rule() => _rule.FindsNothing(
        """
        query ($a: Int!) { count(ints: [$a, 2], any: [$a, {b: $a}]) }
        """);

    [Fact]
    public void Strings_are_refused_for_numbers_booleans_and_enums() => _rule.Finds(
        """
        { count(ints: "1", at: "1", on: "true", genre: "PROSE") }
        """,
        """Int cannot represent non-integer value: "1" (1:15)""",
        """Float cannot represent non numeric value: "1" (1:24)""",
        """Boolean cannot represent a non boolean value: "true" (1:33)""",
        """Enum "Genre" cannot represent non-enum value: "PROSE". Did you mean the enum value "PROSE"? (1:48)""");

    [Fact]
    public void Numbers_are_refused_for_strings_booleans_and_enums() => _rule.Finds(
        """
        { count(text: 1, on: 1, genre: 1) author(name: 1.5) { name } }
        """,
        "String cannot represent a non string value: 1 (1:15)",
        "Boolean cannot represent a non boolean value: 1 (1:22)",
        """Enum "Genre" cannot represent non-enum value: 1. (1:32)""",
        "String cannot represent a non string value: 1.5 (1:48)");

    [Fact]
    public void Booleans_and_enum_values_are_refused_for_others() => _rule.Finds(
        """
        {
          count(text: true, at: false, ints: [true], genre: true, ids: [false])
          a: count(text: PROSE, at: PROSE, ints: PROSE, on: PROSE, ids: [PROSE])
        }
        """,
        "String cannot represent a non string value: true (2:15)",
        "Float cannot represent non numeric value: false (2:25)",
        "Int cannot represent non-integer value: true (2:39)",
        """Enum "Genre" cannot represent non-enum value: true. (2:53)""",
        "ID cannot represent a non-string and non-integer value: false (2:65)",
        "String cannot represent a non string value: PROSE (3:18)",
        "Float cannot represent non numeric value: PROSE (3:29)",
        "Int cannot represent non-integer value: PROSE (3:42)",
        "Boolean cannot represent a non boolean value: PROSE (3:53)",
        "ID cannot represent a non-string and non-integer value: PROSE (3:66)");

    [Fact]
    public void An_integer_has_32_bits_and_no_fraction() => _rule.Finds(
        """
        { count(ints: [2147483647, 2147483648, -2147483649, 1.0, 1e3]) }
        """,
        "Int cannot represent non 32-bit signed integer value: 2147483648 (1:28)",
        "Int cannot represent non 32-bit signed integer value: -2147483649 (1:40)",
        "Int cannot represent non-integer value: 1.0 (1:53)",
        "Int cannot represent non-integer value: 1e3 (1:58)");

    [Fact]
    public void A_float_and_an_id_take_integers_but_not_the_other_way() => _rule.Finds(
        """
        { count(at: 123456789012, ids: [1, 1.5]) }
        """,
        "ID cannot represent a non-string and non-integer value: 1.5 (1:36)");

    [Fact]
    public void An_unknown_enum_value_is_told_with_those_alike() => _rule.Finds(
        """
        { count(genre: POTERY) a: count(genre: prose) b: count(genre: NOTHING) }
        """,
        """Value "POTERY" does not exist in "Genre" enum. Did you mean the enum value "POETRY"? (1:16)""",
        """Value "prose" does not exist in "Genre" enum. Did you mean the enum value "PROSE"? (1:40)""",
        """Value "NOTHING" does not exist in "Genre" enum. (1:63)""");

    [Fact]
    public void Null_is_refused_where_it_is_not_allowed() => _rule.Finds(
        """
        {
          count(needed: null, ints: [1, null])
          book(id: null) {
            isbn
          }
          works(filter: {years: {from: null}, titles: [null]}) {
            year
          }
        }
        """,
        """Expected value of type "Int!", found null. (2:17)""",
        """Expected value of type "Int!", found null. (2:33)""",
        """Expected value of type "ID!", found null. (3:12)""",
        """Expected value of type "Int!", found null. (6:32)""",
        """Expected value of type "String!", found null. (6:48)""");

    [Fact]
    public void A_list_is_refused_for_one_value() => _rule.Finds(
        """
        {
          count(text: ["a"], genre: [PROSE], needed: [1])
          loan(by: [{number: 1}]) {
            days
          }
          works(filter: [{}]) {
            year
          }
        }
        """,
        """String cannot represent a non string value: ["a"] (2:15)""",
        """Enum "Genre" cannot represent non-enum value: [PROSE]. Did you mean the enum value "PROSE"? (2:29)""",
        "Int cannot represent non-integer value: [1] (2:46)",
        """Expected value of type "LoanKey", found [{number: 1}]. (3:12)""",
        """Expected value of type "Filter", found [{}]. (6:17)""");

    [Fact]
    public void An_object_is_refused_for_one_value() => _rule.Finds(
        """
        { count(text: {a: 1}, genre: {a: 1}, ints: {a: 1}, needed: {a: [1, {b: 2}]}) }
        """,
        "String cannot represent a non string value: {a: 1} (1:15)",
        """Enum "Genre" cannot represent non-enum value: {a: 1}. (1:30)""",
        "Int cannot represent non-integer value: {a: 1} (1:44)",
        "Int cannot represent non-integer value: {a: [1, {b: 2}]} (1:60)");

    [Fact]
    public void A_single_value_is_refused_for_an_object() => _rule.Finds(
        """
        { works(filter: 1) { year } count(filters: ["a", PROSE, true]) loan(by: 1.5) { days } }
        """,
        """Expected value of type "Filter", found 1. (1:17)""",
        """Expected value of type "Filter!", found "a". (1:45)""",
        """Expected value of type "Filter!", found PROSE. (1:50)""",
        """Expected value of type "Filter!", found true. (1:57)""",
        """Expected value of type "LoanKey!", found 1.5. (1:73)""");

    [Fact]
    public void Fields_of_an_object_are_judged_each() => _rule.Finds(
        """
        {
          works(
            filter: {genre: "PROSE", titles: [1, "a"], years: {from: "a", to: 1}, all: [{genre: PORSE}, 1]}
          ) {
            year
          }
        }
        """,
        """Enum "Genre" cannot represent non-enum value: "PROSE". Did you mean the enum value "PROSE"? (3:21)""",
        "String cannot represent a non string value: 1 (3:39)",
        """Int cannot represent non-integer value: "a" (3:62)""",
        """Value "PORSE" does not exist in "Genre" enum. Did you mean the enum value "PROSE"? (3:89)""",
        """Expected value of type "Filter!", found 1. (3:97)""");

    [Fact]
    public void A_missing_field_is_told() => _rule.Finds(
        """
        { works(filter: {years: {}}) { year } count(filters: [{years: {to: 1}}]) }
        """,
        """Field "Years.from" of required type "Int!" was not provided. (1:25)""",
        """Field "Years.from" of required type "Int!" was not provided. (1:63)""");

    [Fact]
    public void An_unknown_field_is_told_with_those_alike() => _rule.Finds(
        """
        { works(filter: {gnre: PROSE, zebra: {a: 1}, years: {from: 1, form: 2}}) { year } }
        """,
        """Field "gnre" is not defined by type "Filter". Did you mean "genre"? (1:18)""",
        """Field "zebra" is not defined by type "Filter". Did you mean "genre" or "years"? (1:31)""",
        """Field "form" is not defined by type "Years". Did you mean "from"? (1:63)""");

    [Fact]
    public void One_of_an_object_is_given() => _rule.FindsNothing(
        """
        query ($n: Int!) {
          a: loan(by: {number: 1}) {
            days
          }
          b: loan(by: {reader: "a"}) {
            days
          }
          c: loan(by: {number: $n}) {
            days
          }
        }
        """);

    [Fact]
    public void Not_none_or_two_or_null_of_one() => _rule.Finds(
        """
        {
          a: loan(by: {}) {
            days
          }
          b: loan(by: {number: 1, reader: "a"}) {
            days
          }
          c: loan(by: {number: null}) {
            days
          }
          d: lastLoan(by: {number: 1, reader: null}) {
            days
          }
        }
        """,
        """OneOf Input Object "LoanKey" must specify exactly one key. (2:15)""",
        """OneOf Input Object "LoanKey" must specify exactly one key. (5:15)""",
        """Field "LoanKey.number" must be non-null. (8:15)""",
        """OneOf Input Object "LoanKey" must specify exactly one key. (11:19)""");

    [Fact]
    public void Arguments_of_directives_are_judged() => _rule.Finds(
        """
        { author @skip(if: "yes") @note(text: 1, level: "a") { name @include(if: null) } }
        """,
        """Boolean cannot represent a non boolean value: "yes" (1:20)""",
        "String cannot represent a non string value: 1 (1:39)",
        """Int cannot represent non-integer value: "a" (1:49)""",
        """Expected value of type "Boolean!", found null. (1:74)""");

    [Fact]
    public void Defaults_of_variables_are_judged() => _rule.Finds(
        """
        query ($a: Int = "a", $b: Genre = NONE, $c: Filter = {years: {}}, $d: [Int!] = [1, null], $e: Int! = null) {
          author {
            name
          }
        }
        """,
        """Int cannot represent non-integer value: "a" (1:18)""",
        """Value "NONE" does not exist in "Genre" enum. (1:35)""",
        """Field "Years.from" of required type "Int!" was not provided. (1:62)""",
        """Expected value of type "Int!", found null. (1:84)""",
        """Expected value of type "Int!", found null. (1:102)""");

    [Fact]
    public void Arguments_that_are_not_known_are_left_to_another_rule() => _rule.FindsNothing(
        """
        { author(x: {a: 1}, y: [null], z: 1) { name } gone(a: 1) }
        """);
}
