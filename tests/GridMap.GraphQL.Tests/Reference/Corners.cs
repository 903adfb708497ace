namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Corners of the language that chance seldom finds: documents on one schema, each with its variables.</summary>
public static class Corners
{
    public const string Schema = """
        directive @mark(n: Int = 1, text: String! = "x") repeatable on FIELD | QUERY | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION | FRAGMENT_DEFINITION
        scalar Any
        enum Color { RED GREEN @deprecated BLUE }
        input Point { x: Int! y: Int! = 7 label: String inner: Point colors: [Color!] = [RED] }
        input Choice @oneOf { number: Int text: String point: Point list: [Int!] }
        interface Node { id: ID! self: Node }
        interface Named implements Node { id: ID! self: Named name: String }
        type Thing implements Named & Node { id: ID! self: Thing! name: String things(first: Int = 2): [Thing!] on: Boolean fragment: Float null(true: Int): Int }
        type Other implements Node { id: ID! self: Other name: Int! }
        union Either = Thing | Other
        type Query {
          echo(int: Int, float: Float, text: String, id: ID, flag: Boolean, any: Any, color: Color): String
          must(int: Int!, withDefault: Int! = 5): String
          lists(flat: [Int], strict: [Int!]!, nested: [[Int]]): String
          point(at: Point, points: [Point!] = [{x: 1}]): String
          choose(by: Choice, several: [Choice!]): String
          node: Node named: Named either: Either thing: Thing things: [Thing] matrix: [[Thing!]]!
          color: Color any: Any
        }
        type Mutation { first(n: Int): Thing second: Thing }
        type Subscription { events(n: Int): Thing }
        """;

    /// <summary>A document, or a document and JSON of variables behind `|||`.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        // Numbers.
        "{ echo(int: 2147483647) }", "{ echo(int: 2147483648) }", "{ echo(int: -2147483648) }", "{ echo(int: -2147483649) }",
        "{ echo(int: -0) }", "{ echo(int: 1.0) }", "{ echo(int: 1e1) }", "{ echo(int: 01) }", "{ echo(int: 1a) }", "{ echo(int: 0x1) }",
        "{ echo(int: 1_000) }", "{ echo(int: +1) }", "{ echo(int: -) }", "{ echo(float: .5) }", "{ echo(float: 1.) }",
        "{ echo(float: 1e) }", "{ echo(float: 1.2.3) }", "{ echo(float: 1e309) }", "{ echo(float: 3) }", "{ echo(float: \"3\") }",
        "{ echo(float: 1E+5) }", "{ echo(float: 123456789012345678901234567890) }", "{ echo(id: 123456789012345678901234567890) }",
        "{ echo(id: 1.5) }", "{ echo(id: -7) }", "{ echo(id: true) }", "query ($v: Int) { echo(int: $v) }|||{\"v\": 1.0}",
        "query ($v: Int) { echo(int: $v) }|||{\"v\": 1.5}", "query ($v: Int) { echo(int: $v) }|||{\"v\": 1e3}",
        "query ($v: Int) { echo(int: $v) }|||{\"v\": \"1\"}", "query ($v: Int) { echo(int: $v) }|||{\"v\": 2147483648}",
        "query ($v: Int) { echo(int: $v) }|||{\"v\": true}", "query ($v: Float) { echo(float: $v) }|||{\"v\": 1}",
        "query ($v: Float) { echo(float: $v) }|||{\"v\": \"1\"}", "query ($v: ID) { echo(id: $v) }|||{\"v\": 7}",
        "query ($v: ID) { echo(id: $v) }|||{\"v\": 7.5}", "query ($v: Boolean) { echo(flag: $v) }|||{\"v\": 0}",
        "query ($v: String) { echo(text: $v) }|||{\"v\": 5}", "query ($v: Float) { echo(float: $v) }|||{\"v\": 1e21}",
        "query ($v: Int) { echo(int: $v) }|||{\"v\": -0.0}",

        // Strings and letters.
        "{ echo(text: \"\\u00e9\\u{1F600}\\uD83D\\uDE00\") }", "{ echo(text: \"\\uD83D\") }", "{ echo(text: \"\\uDE00\\uD83D\") }",
        "{ echo(text: \"\\u{D83D}\") }", "{ echo(text: \"\\u{110000}\") }", "{ echo(text: \"\\u{}\") }",
        "{ echo(text: \"\\u{0000000000041}\") }", "{ echo(text: \"\\u12\") }", "{ echo(text: \"\\x\") }", "{ echo(text: \"\\",
        "{ echo(text: \"a\nb\") }", "{ echo(text: \"", "{ echo(text: \"\"\"a\\\"\"\"b\"\"\") }", "{ echo(text: \"\"\"\"\"\") }",
        "{ echo(text: \"\"\"\n\n   a\n     b\n\n   \"\"\") }", "{ echo(text: \"\"\"a", "{ echo(text: \"\"\"\"a\"\"\") }",
        "{ echo(text: \"\"\"a\r\n  b\r  c\"\"\") }", "\uFEFF{ echo }", "{ \uFEFF echo }", "{ é }", "{ echo # comment é 😀\n }",
        "# only a comment", "", " ", "{ echo, , , }", "{ echo\u00a0}", "{ echo\u0007}", "{ echo(text: \"\u0007\") }", "{ echo ? }",
        "{ 'echo' }", "{ echo(text: “x”) }", "{ 😀 }",

        // Names that are words of the language.
        "{ thing { on fragment null(true: 1) } }", "{ on: thing { query: id mutation: id type: id true: id null: id } }",
        "fragment on on Thing { id } { thing { ...on } }", "{ thing { ... on Thing { id } } }", "{ thing { ... on on { id } } }",
        "query query { echo }", "query on { echo }", "query ($on: Int) { echo(int: $on) }",
        "fragment fragment on Thing { id } { thing { ...fragment } }", "{ echo(color: true) }", "{ echo(color: null) }",
        "{ echo(color: red) }", "{ echo(color: \"RED\") }", "query ($c: Color) { echo(color: $c) }|||{\"c\": \"RED\"}",
        "query ($c: Color) { echo(color: $c) }|||{\"c\": \"RET\"}", "query ($c: Color = GREEN) { echo(color: $c) }", "query true { echo }",
        "{ true }", "{ echo(on: 1) }",

        // What is not there, what is null, what has a default.
        "{ must }", "{ must(int: null) }", "{ must(int: 1, withDefault: null) }", "query ($v: Int) { must(int: $v) }",
        "query ($v: Int) { must(int: 1, withDefault: $v) }", "query ($v: Int) { must(int: 1, withDefault: $v) }|||{\"v\": null}",
        "query ($v: Int) { must(int: 1, withDefault: $v) }|||{\"v\": 3}", "query ($v: Int = 1) { must(int: $v) }",
        "query ($v: Int = 1) { must(int: $v) }|||{\"v\": null}", "query ($v: Int = null) { must(int: $v) }",
        "query ($v: Int! = 1) { must(int: $v) }", "query ($v: Int! = 1) { must(int: $v) }|||{\"v\": null}",
        "query ($v: Int!) { must(int: $v) }", "query ($v: Int!) { must(int: $v) }|||{\"v\": null}", "query ($v: Int) { echo(int: $v) }",
        "query ($v: Int) { echo(int: $v) }|||{\"v\": null}", "query ($v: Int) { echo(any: {a: $v}) }",
        "query ($v: Int) { echo(any: [$v, 1]) }|||{\"v\": 2}", "query ($v: Any) { echo(any: $v) }|||{\"v\": {\"a\": [1, null, \"x\"]}}",
        "query ($v: Nowhere) { echo }", "query ($v: Thing) { echo }", "query ($v: [Int!]! = [1, 2]) { lists(strict: $v) }",
        "query ($v: Int, $v: Int) { echo(int: $v) }", "query ($v: Int = \"x\") { echo(int: $v) }",
        "query ($v: Int = $w, $w: Int) { echo(int: $v) }",

        // Lists.
        "{ lists(flat: 1, strict: 2, nested: 3) }", "{ lists(flat: null, strict: [], nested: [1, null, [2]]) }", "{ lists(strict: null) }",
        "{ lists(strict: [1, null]) }", "{ lists(strict: [[1]]) }", "{ lists(strict: [1 \"2\" 3.5]) }",
        "query ($v: Int) { lists(flat: [$v], strict: 1) }", "query ($v: Int) { lists(strict: [$v]) }",
        "query ($v: Int!) { lists(strict: [$v, 2]) }|||{\"v\": 1}", "query ($v: Int) { lists(flat: $v, strict: 1) }",
        "query ($v: [Int]) { lists(flat: $v, strict: 1) }|||{\"v\": 5}",
        "query ($v: [[Int]]) { lists(nested: $v, strict: 1) }|||{\"v\": [1, [2], null]}",
        "query ($v: [Int!]) { lists(flat: $v, strict: 1) }|||{\"v\": [1, null]}",
        "query ($v: [Int!]!) { lists(strict: $v) }|||{\"v\": [1, \"2\", 3.5]}",

        // Input objects.
        "{ point(at: {x: 1}) }", "{ point(at: {}) }", "{ point(at: {x: 1, y: null}) }", "{ point(at: {x: 1, z: 2}) }",
        "{ point(at: {x: 1, x: 2}) }", "{ point(at: 5) }", "{ point(at: [{x: 1}]) }", "{ point(points: {x: 2}) }",
        "{ point(at: {x: 1, inner: {y: 2}}) }", "query ($v: Int) { point(at: {x: $v}) }", "query ($v: Int) { point(at: {x: 1, y: $v}) }",
        "query ($v: Int) { point(at: {x: 1, y: $v}) }|||{\"v\": null}", "query ($v: String) { point(at: {x: 1, label: $v}) }",
        "query ($v: Point) { point(at: $v) }|||{\"v\": {\"x\": 1}}",
        "query ($v: Point) { point(at: $v) }|||{\"v\": {\"x\": 1, \"y\": null}}",
        "query ($v: Point) { point(at: $v) }|||{\"v\": {\"x\": 1, \"z\": 1, \"w\": 2}}",
        "query ($v: Point) { point(at: $v) }|||{\"v\": {\"inner\": {\"x\": \"a\"}}}", "query ($v: Point) { point(at: $v) }|||{\"v\": []}",
        "query ($v: Point) { point(at: $v) }|||{\"v\": {\"x\": 1, \"colors\": \"BLUE\"}}", "query ($v: Point = {x: 3}) { point(at: $v) }",
        "query ($v: [Point!]) { point(points: $v) }|||{\"v\": [{\"x\": 1}, {\"x\": null}]}",
        "query ($v: Color!) { point(at: {x: 1, colors: [$v]}) }|||{\"v\": \"RED\"}",

        // One of.
        "{ choose(by: {number: 1}) }", "{ choose(by: {}) }", "{ choose(by: {number: 1, text: \"x\"}) }", "{ choose(by: {number: null}) }",
        "{ choose(by: {number: 1, text: null}) }", "{ choose(by: {nothing: 1}) }", "{ choose(several: {list: 3}) }",
        "query ($v: Int) { choose(by: {number: $v}) }|||{\"v\": 1}", "query ($v: Int!) { choose(by: {number: $v}) }|||{\"v\": 1}",
        "query ($v: Int = 1) { choose(by: {number: $v}) }",
        "query ($v: Int!, $t: String!) { choose(by: {number: $v, text: $t}) }|||{\"v\": 1, \"t\": \"\"}",
        "query ($v: Choice) { choose(by: $v) }|||{\"v\": {\"number\": 1}}", "query ($v: Choice) { choose(by: $v) }|||{\"v\": {}}",
        "query ($v: Choice) { choose(by: $v) }|||{\"v\": {\"number\": 1, \"text\": \"x\"}}",
        "query ($v: Choice) { choose(by: $v) }|||{\"v\": {\"number\": null}}",
        "query ($v: Choice) { choose(by: $v) }|||{\"v\": {\"number\": 1, \"text\": null}}",
        "query ($v: Choice) { choose(by: $v) }|||{\"v\": {\"number\": \"x\"}}",
        "query ($v: [Choice!]) { choose(several: $v) }|||{\"v\": {\"point\": {\"x\": 1}}}",

        // Selections and merging.
        "{ thing }", "{ echo { id } }", "{ thing { } }", "{ }", "{ either { id } }",
        "{ either { __typename ... on Thing { id name } ... on Other { id number: name } } }",
        "{ either { ... on Thing { name } ... on Other { name } } }", "{ node { ... on Thing { name } ... on Named { name } } }",
        "{ node { name } }", "{ nod { id } }", "{ thing { self { id } self { name } } }", "{ thing { a: id a: name } }",
        "{ thing { self { a: id } self { a: name } } }", "{ a: echo(int: 1) a: echo(int: 2) }",
        "{ a: echo(int: 1, text: \"x\") a: echo(text: \"x\", int: 1) }", "{ a: point(at: {x: 1, y: 2}) a: point(at: {y: 2, x: 1}) }",
        "{ a: echo(text: \"x\") a: echo(text: \"\"\"x\"\"\") }", "{ a: echo(float: 1.0) a: echo(float: 1.00) }",
        "query ($v: Int) { a: echo(int: $v) a: echo(int: $v) }",
        "{ thing { ...A ...A } } fragment A on Thing { id ...B } fragment B on Thing { name }",
        "{ thing { ...A } } fragment A on Thing { ...A }",
        "{ thing { ...A } } fragment A on Thing { self { ...B } } fragment B on Thing { self { ...A } }", "{ thing { ...Nowhere } }",
        "fragment A on Thing { id } fragment A on Thing { name } { thing { ...A } }", "fragment A on Color { id } { thing { ...A } }",
        "fragment A on Other { id } { thing { ...A } }", "{ ... on Query { echo } ... { echo } ... @include(if: true) { echo } }",
        "{ matrix { id } things { id name self { self { name } } } }", "{ __typename a: __typename }",
        "{ named { __typename ... on Node { id ... on Thing { name } } } }", "{ node { self { self { self { id __typename } } } } }",
        "{ color any }",

        // Directives.
        "{ echo @skip(if: true) }", "{ echo @skip(if: true) color }", "{ echo @include(if: false) @skip(if: false) color }",
        "{ echo @skip }", "{ echo @skip(if: null) }", "{ echo @skip(if: \"true\") }", "{ echo @skip(if: true) @skip(if: true) }",
        "{ echo @nowhere }", "query @skip(if: true) { echo }", "{ echo @mark @mark(n: 2) }", "{ echo @mark(text: null) }",
        "query ($v: Boolean) { echo @skip(if: $v) }", "query ($v: Boolean = true) { echo @include(if: $v) }|||{\"v\": false}",
        "query ($v: Boolean!) { ...A @include(if: $v) } fragment A on Query { echo }|||{\"v\": false}",
        "query ($v: Int @mark) @mark { echo(int: $v) }", "{ echo @deprecated }",

        // Operations.
        "query A { echo } query B { color }", "query A { echo } query A { color }", "{ echo } query A { color }",
        "fragment A on Query { echo }", "mutation { first { id } second { id } again: first(n: 2) { name } }", "mutation { nowhere }",
        "subscription { events { id } }", "subscription { events { id } events { name } }",
        "subscription { a: events { id } b: events { id } }", "subscription { __typename }",
        "subscription { ...A } fragment A on Subscription { events { id } __typename }",
        "subscription ($n: Int) { events(n: $n) { id name } }|||{\"n\": 5}", "type A { a: Int }", "{ echo } extend type Query { a: Int }",
        "query A($a: Int) { echo(int: $b) }", "query A($a: Int) { ...F } fragment F on Query { echo(int: $a) }",
        "query A { ...F } query B($a: Int) { ...F } fragment F on Query { echo(int: $a) }", "subscription { }", "mutation A",
        "query A() { echo }", "{ echo() }", "{ echo", "query { echo } }", "\"described\" query A { echo }",
        "\"\"\"described\"\"\" { echo }", "query A(\"described\" $v: Int) { echo(int: $v) }",
        "\"described\" fragment F on Query { echo } { ...F }",

        // Introspection.
        "{ __schema { description queryType { name } mutationType { name } subscriptionType { name kind } directives { name isRepeatable locations args { name defaultValue type { kind ofType { name } } } } } }",
        "{ __type(name: \"Nowhere\") { name } }", "{ __type { name } }",
        "{ __type(name: \"Color\") { name kind description enumValues { name } all: enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } fields { name } possibleTypes { name } ofType { name } } }",
        "{ __type(name: \"Point\") { inputFields { name defaultValue type { kind name ofType { name kind } } } isOneOf specifiedByURL interfaces { name } } }",
        "{ __type(name: \"Choice\") { isOneOf } thing: __type(name: \"Thing\") { interfaces { name } fields { name args { name } isDeprecated } isOneOf } }",
        "{ __type(name: \"Either\") { possibleTypes { name } } node: __type(name: \"Node\") { possibleTypes { name __typename } interfaces { name } } }",
        "{ thing { __schema { description } } }", "mutation { __schema { description } }",
        "{ __type(name: \"__Type\") { fields { name type { name kind } } } }", "{ __schema { types { name kind } } }",
    ];
}
