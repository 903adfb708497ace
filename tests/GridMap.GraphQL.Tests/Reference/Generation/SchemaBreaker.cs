namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Spoils a schema that holds by adding one thing that breaks a rule of the type system; some additions are allowed after all, which the reference decides.</summary>
public sealed class SchemaBreaker(GeneratedSchema schema, Dice dice)
{
    private int _names;

    public static int Count => Breaches.Count;

    public string Break(string text, int breach) => $"{text}\n{Breaches[breach](this)}\n";

    private string Object => dice.Pick(schema.Objects).Name;

    private string FirstObject => schema.Objects[0].Name;

    private string FirstInterface => schema.Interfaces[0].Name;

    private string FirstValue => schema.Enums[0].Values[0];

    private string Interface => dice.Pick(schema.Interfaces).Name;

    private string Input => dice.Pick(schema.Inputs).Name;

    private string Enum => dice.Pick(schema.Enums).Name;

    private string Union => dice.Pick(schema.Unions).Name;

    private string Directive => dice.Pick(schema.Directives).Name;

    private string New => $"New{_names++}";

    private static readonly IReadOnlyList<Func<SchemaBreaker, string>> Breaches =
    [
        // Names that are there twice.
        breaker => $"type {breaker.Object} {{ a: Int }}",
        breaker => $"scalar {breaker.Input}",
        breaker => $"directive @{breaker.Directive} on FIELD | OBJECT | FIELD_DEFINITION",
        breaker => $"type {breaker.New} {{ twice: Int twice: String }}",
        breaker => $"extend type {breaker.Object} {{ twice: Int twice: Int }}",
        breaker => $"type {breaker.New} {{ field(twice: Int, twice: Int): Int }}",
        breaker => $"enum {breaker.New} {{ TWICE TWICE }}",
        breaker => $"input {breaker.New} {{ twice: Int twice: Int }}",
        breaker => $"directive @{breaker.New}(twice: Int, twice: Int) on FIELD",
        breaker => $"union {breaker.New} = {breaker.FirstObject} | {breaker.FirstObject}",
        breaker => $"type {breaker.New} implements {breaker.FirstInterface} & {breaker.FirstInterface} {{ a: Int }}",
        breaker => $"schema {{ query: {breaker.Object} }} schema {{ query: {breaker.Object} }}",
        breaker => $"schema {{ query: {breaker.Object} query: {breaker.Object} }}",
        breaker => $"extend schema {{ query: {breaker.Object} }}",
        breaker => $"extend enum {breaker.Enum} {{ {breaker.FirstValue} }}",

        // Names that are not there, or kept for introspection.
        breaker => $"type {breaker.New} {{ a: Nowhere b(c: Objekt): [Nowhere!] }}",
        breaker => $"union {breaker.New} = Nowhere",
        breaker => $"type {breaker.New} implements Nowhere {{ a: Int }}",
        breaker => "extend type Nowhere { a: Int }",
        breaker => "type __Kept { a: Int }",
        breaker => $"type {breaker.New} {{ __kept(__too: Int): Int }}",
        breaker => $"input {breaker.New} {{ __kept: Int }}",
        breaker => $"enum {breaker.New} {{ __KEPT }}",
        breaker => "directive @__kept(__too: Int) on FIELD",
        breaker => $"type {breaker.New} @nowhere {{ a: Int @nowhere(x: 1) }}",
        breaker => $"type {breaker.New} @deprecated {{ a: Int @skip(if: true) }}",
        breaker => $"type {breaker.New} {{ a: Int @deprecated(why: \"x\") b: Int @deprecated(reason: 1) }}",
        breaker => $"type {breaker.New} {{ a: Int @deprecated @deprecated }}",
        breaker => $"scalar {breaker.New} @specifiedBy",
        breaker => $"scalar {breaker.New} @specifiedBy(url: \"a\", url: \"b\")",

        // Types of the wrong kind.
        breaker => $"extend input {breaker.Object} {{ a: Int }}",
        breaker => $"extend type {breaker.Enum} {{ a: Int }}",
        breaker => $"extend scalar {breaker.Union} @nowhere",
        breaker => $"type {breaker.New} {{ a: {breaker.Input} }}",
        breaker => $"type {breaker.New} {{ a(b: {breaker.Object}): Int }}",
        breaker => $"input {breaker.New} {{ a: {breaker.Interface} b: [{breaker.Union}!] }}",
        breaker => $"union {breaker.New} = {breaker.Interface} | {breaker.Enum} | Int",
        breaker => $"type {breaker.New} implements {breaker.Object} {{ a: Int }}",
        breaker => $"directive @{breaker.New}(a: {breaker.Object}) on FIELD",
        breaker => $"extend schema {{ subscription: {breaker.Interface} }}",
        breaker => $"extend schema {{ subscription: {breaker.Input} mutation: Query }}",
        breaker => "extend schema { mutation: Query }",
        breaker => "extend schema { mutation: Nowhere }",

        // Emptiness.
        breaker => $"type {breaker.New}",
        breaker => $"interface {breaker.New}",
        breaker => $"input {breaker.New}",
        breaker => $"enum {breaker.New}",
        breaker => $"union {breaker.New}",
        breaker => $"extend type {breaker.Object}",

        // Interfaces not kept.
        breaker => $"type {breaker.New} implements {breaker.Interface} {{ a: Int }}",
        breaker => $"interface {breaker.New} {{ a: Int }} extend type {breaker.Object} implements {breaker.New0}",
        breaker => $"interface {breaker.New} {{ a: Int! }} type {breaker.New} implements {breaker.New0} {{ a: Int }}",
        breaker => $"interface {breaker.New} {{ a: [Int] }} type {breaker.New} implements {breaker.New0} {{ a: Int }}",
        breaker => $"interface {breaker.New} {{ a(b: Int): Int }} type {breaker.New} implements {breaker.New0} {{ a: Int }}",
        breaker => $"interface {breaker.New} {{ a(b: Int): Int }} type {breaker.New} implements {breaker.New0} {{ a(b: String): Int }}",
        breaker => $"interface {breaker.New} {{ a: Int }} type {breaker.New} implements {breaker.New0} {{ a(must: Int!): Int }}",
        breaker => $"interface {breaker.New} {{ a: {breaker.Union} }} type {breaker.New} implements {breaker.New0} {{ a: {breaker.Object} }}",
        breaker => $"interface {breaker.New} {{ a: Int }} interface {breaker.New} implements {breaker.New0} {{ a: Int }} type {breaker.New} implements New1 {{ a: Int }}",
        breaker => $"interface {breaker.New} implements {breaker.New0} {{ a: Int }}",
        breaker => "interface Round1 implements Round2 { a: Int } interface Round2 implements Round1 { a: Int }",

        // Inputs that cannot be given.
        breaker => $"input {breaker.New} {{ a: {breaker.New0}! }}",
        breaker => "input Round1 { a: Round2! } input Round2 { b: [Int] a: Round3! } input Round3 { a: Round1! }",
        breaker => $"input {breaker.New} @oneOf {{ a: Int! b: Int = 3 }}",
        breaker => $"input {breaker.New} {{ a: Int! @deprecated }}",
        breaker => $"type {breaker.New} {{ a(b: Int! @deprecated): Int }}",
        breaker => $"directive @{breaker.New}(a: Int! @deprecated) on FIELD",
        breaker => $"enum {breaker.New} {{ true false null }}",
        breaker => $"directive @{breaker.New} on NOWHERE",
        breaker => $"query {breaker.New} {{ a }}",
    ];

    /// <summary>The first new name, again.</summary>
    private string New0 => _names == 0 ? New : "New0";
}
