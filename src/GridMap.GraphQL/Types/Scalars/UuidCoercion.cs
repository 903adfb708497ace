namespace GridMap.GraphQL.Types.Scalars;

/// <summary>A universally unique identifier (RFC 9562), in groups of hexadecimal digits.</summary>
public sealed class UuidCoercion() : TextCoercion<Guid>("UUID", "an identifier as \"0190a5a0-1c2d-7000-8000-000000000001\"")
{
    public override string SpecifiedBy => "https://datatracker.ietf.org/doc/html/rfc9562#section-4";

    public override string Description => "A universally unique identifier: `0190a5a0-1c2d-7000-8000-000000000001`.";

    protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    protected override string? Format(object value) => (value as Guid?)?.ToString("D");
}
