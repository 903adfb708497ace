namespace GridMap.GraphQL.Tests.Language;

/// <summary>Definitions of types and directives, and extensions.</summary>
internal sealed partial class RandomDocument
{
    private void TypeSystemDefinition()
    {
        var isExtension = _random.Next(3) == 0;
        if (isExtension)
        {
            Word("extend");
        }
        else
        {
            Maybe(String);
        }

        var keyword = Any("schema", "scalar", "type", "interface", "union", "enum", "input", "directive");
        Word(isExtension && keyword == "directive" ? "type" : keyword);
        Body(isExtension && keyword == "directive" ? "type" : keyword);
    }

    private void Body(string keyword)
    {
        if (keyword == "directive")
        {
            DirectiveDefinition();
            return;
        }

        if (keyword != "schema")
        {
            Name();
        }

        if (keyword is "type" or "interface")
        {
            Maybe(() => { Word("implements"); Delimited("&", Name); });
        }

        Directive(isConstant: true);
        Members(keyword);
    }

    private void Members(string keyword)
    {
        switch (keyword)
        {
            case "schema":
                Between("{", "}", () => { Word(Any("query", "mutation", "subscription")); Word(":"); Name(); });
                break;
            case "type" or "interface":
                Maybe(() => Between("{", "}", FieldDefinition));
                break;
            case "union":
                Maybe(() => { Word("="); Delimited("|", Name); });
                break;
            case "enum":
                Maybe(() => Between("{", "}", () => { Maybe(String); Name(); Directives(isConstant: true); }));
                break;
            case "input":
                Maybe(() => Between("{", "}", InputValue));
                break;
        }
    }

    private void DirectiveDefinition()
    {
        Word("@");
        Name();
        Maybe(() => Between("(", ")", InputValue));
        Maybe(() => Word("repeatable"));
        Word("on");
        Delimited("|", () => Word(Any(Locations)));
    }

    private void FieldDefinition()
    {
        Maybe(String);
        Name();
        Maybe(() => Between("(", ")", InputValue));
        Word(":");
        Type(0);
        Directives(isConstant: true);
    }

    private void InputValue()
    {
        Maybe(String);
        Name();
        InputType();
    }

    private void InputType()
    {
        Word(":");
        Type(0);
        Maybe(() => { Word("="); Value(isConstant: true, 1); });
        Directives(isConstant: true);
    }
}
