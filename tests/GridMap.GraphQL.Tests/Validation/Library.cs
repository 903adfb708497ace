using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Validation;

/// <summary>A schema with every kind of type: the works of a library, their authors and loans.</summary>
internal static class Library
{
    public const string Text =
        """
        directive @note(text: String!, level: Int = 1) repeatable on QUERY | FIELD | FRAGMENT_DEFINITION | VARIABLE_DEFINITION
        directive @once(by: String!) on FIELD

        type Query {
          book(id: ID!): Book
          author(name: String): Author
          work(id: ID!): Work
          works(filter: Filter, first: Int = 10): [Work!]!
          found(text: String!): [Found]
          loan(by: LoanKey!): Loan
          lastLoan(by: LoanKey): Loan
          count(ints: [Int!], at: Float, on: Boolean, any: Anything, ids: [ID], text: String, genre: Genre, needed: Int! = 1, filters: [Filter!]): Int
        }

        type Mutation {
          lend(id: ID!, days: Int! = 14): Loan
        }

        type Subscription {
          lent(of: ID): Loan
          returned: Loan
        }

        scalar Anything

        enum Genre { POETRY PROSE DRAMA }

        enum Language { ZH EN }

        input Filter {
          genre: Genre
          years: Years
          titles: [String!]
          all: [Filter!]
        }

        input Years {
          from: Int!
          to: Int! = 2100
        }

        input LoanKey @oneOf {
          number: Int
          reader: String
        }

        interface Work {
          title(in: Language): String!
          year: Int
          author: Author
        }

        interface Printed implements Work {
          title(in: Language): String!
          year: Int
          author: Author
          pages: Int
        }

        type Book implements Work & Printed {
          title(in: Language): String!
          year: Int
          author: Author
          pages: Int
          isbn: String
          genre: Genre
          loans: [Loan!]!
        }

        type Magazine implements Work & Printed {
          title(in: Language): String!
          year: Int
          author: Author
          pages: Int
          issue: Int!
        }

        type Film implements Work {
          title(in: Language): String!
          year: Int
          author: Author
          minutes: Float
          isbn: Int
          loans: [Loan]
        }

        type Author {
          name: String!
          born: Int
          works: [Work!]!
          friend: Author
        }

        type Loan {
          number: Int!
          book: Book
          days: Int
        }

        union Found = Book | Film | Author
        """;

    public static Schema Schema { get; } = Build(Text);

    public static Schema Build(string text) =>
        new SchemaBuilder().AddDocument(GraphQLParser.Parse(new Source(text), ParserLimits.OwnText)).Build();
}
