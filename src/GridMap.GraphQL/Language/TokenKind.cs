namespace GridMap.GraphQL.Language;

/// <summary>The lexical tokens (specification, section 2.1.5); comments, commas and white space are never tokens.</summary>
internal enum TokenKind : byte
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenthesisLeft,
    ParenthesisRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A token is where it stands; its text is read from the source when it is wanted.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End);
