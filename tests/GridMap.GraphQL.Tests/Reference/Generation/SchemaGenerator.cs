namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Makes up schemas that hold: every kind of type, interfaces of interfaces, defaults, deprecations, directives.</summary>
public sealed class SchemaGenerator(Dice dice)
{
    private static readonly string[] BuiltInScalars = ["Int", "Float", "String", "Boolean", "ID"];
    private static readonly string[] RootNames = ["Query", "Mutation", "Subscription"];

    private readonly List<string> _leaves = [.. BuiltInScalars];
    private readonly List<GeneratedEnum> _enums = [];
    private readonly List<GeneratedInputObject> _inputs = [];
    private readonly List<GeneratedDirective> _directives = [];
    private int _names;

    public static GeneratedSchema Generate(int seed) => new SchemaGenerator(new Dice(seed)).Generate();

    private GeneratedSchema Generate()
    {
        var scalars = Names("Scalar", 1, 2);
        _leaves.AddRange(scalars);
        AddEnums();
        var arguments = new InputGenerator(dice, _leaves, _enums, _inputs);
        _inputs.AddRange(arguments.InputObjects(Names("Input", 2, 4)));
        _directives.AddRange(arguments.Directives(Names("directive", 2, 4)));
        var (interfaces, objects, unions) = Composites(arguments);
        var outputs = _leaves.Concat(interfaces.Concat(objects).Select(type => type.Name)).Concat(unions.Select(union => union.Name)).ToList();
        return new GeneratedSchema
        {
            Scalars = scalars,
            Enums = _enums,
            Inputs = _inputs,
            Interfaces = interfaces,
            Objects = objects,
            Unions = unions,
            Directives = _directives,
            Roots = [.. RootNames.Take(dice.Between(1, 3)).Select(name => new GeneratedFields("type", name, [], RootFields(arguments, outputs)))],
        };
    }

    private void AddEnums()
    {
        foreach (var name in Names("Enum", 1, 3))
        {
            _enums.Add(new GeneratedEnum(name, Names("VALUE", 2, 5)));
            _leaves.Add(name);
        }
    }

    private (List<GeneratedFields> Interfaces, List<GeneratedFields> Objects, List<GeneratedUnion> Unions) Composites(InputGenerator arguments)
    {
        var interfaceNames = Names("Interface", 2, 4);
        var objectNames = Names("Object", 3, 6);
        var unionNames = Names("Union", 1, 2);
        var outputs = _leaves.Concat(_leaves).Concat(interfaceNames).Concat(objectNames).Concat(unionNames).ToList();
        var interfaces = new List<GeneratedFields>();
        foreach (var name in interfaceNames)
        {
            interfaces.Add(Implementing("interface", name, dice.OneIn(2) ? dice.Some(interfaces) : [], arguments, outputs));
        }

        var objects = objectNames.Select(name => Implementing("type", name, dice.Some(interfaces), arguments, outputs)).ToList();
        var unions = unionNames.Select(name => new GeneratedUnion(name, [.. objects.Where((_, index) => index == 0 || dice.OneIn(2))])).ToList();
        return (interfaces, objects, unions);
    }

    private GeneratedFields Implementing(
        string keyword, string name, IReadOnlyList<GeneratedFields> chosen, InputGenerator arguments, IReadOnlyList<string> outputs)
    {
        var interfaces = chosen.SelectMany(each => each.Interfaces.Append(each)).Distinct().ToList();
        var inherited = interfaces.SelectMany(each => each.Fields).DistinctBy(field => field.Name).Select(field => Narrowed(field, interfaces));
        return new GeneratedFields(keyword, name, interfaces, [.. inherited, .. NewFields(arguments, outputs, dice.Between(2, 4))]);
    }

    /// <summary>As an interface has it, or the same without null (specification, section 3.7, IsValidImplementationFieldType); with one more argument at times.</summary>
    private GeneratedField Narrowed(GeneratedField field, IReadOnlyList<GeneratedFields> interfaces)
    {
        var versions = interfaces.SelectMany(each => each.Fields).Where(other => other.Name == field.Name).ToList();
        var narrowest = versions.FirstOrDefault(version => version.Type is NonNullShape) ?? field;
        var type = narrowest.Type is not NonNullShape && dice.OneIn(3) ? new NonNullShape(narrowest.Type) : narrowest.Type;
        var arguments = versions.SelectMany(version => version.Arguments).DistinctBy(argument => argument.Name).ToList();
        if (dice.OneIn(6))
        {
            arguments.Add(new GeneratedInput($"extra{_names++}", new NamedShape("Int"), dice.OneIn(2) ? "7" : null, ""));
        }

        return field with { Type = type, Arguments = arguments };
    }

    private List<GeneratedField> NewFields(InputGenerator arguments, IReadOnlyList<string> outputs, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new GeneratedField(
            $"field{_names++}",
            TypeShape.Random(dice, dice.Pick(outputs)),
            dice.OneIn(2) ? [] : arguments.Arguments(dice.Between(1, 3)),
            dice.OneIn(12) ? " @deprecated(reason: \"It is \\\"old\\\"\")" : ""))];

    /// <summary>Mostly with null allowed, so that one fault does not take the whole answer.</summary>
    private List<GeneratedField> RootFields(InputGenerator arguments, IReadOnlyList<string> outputs) =>
        [.. NewFields(arguments, outputs, dice.Between(4, 8)).Select(field => dice.OneIn(5) ? field : field with { Type = field.Type.Nullable })];

    private List<string> Names(string prefix, int least, int most) =>
        [.. Enumerable.Range(0, dice.Between(least, most)).Select(_ => $"{prefix}{_names++}")];
}
