using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>The .NET types of object types, as declared or as the first field shows them, and whether values fit the fields they are for.</summary>
internal sealed class RuntimeTypes(BindingErrors errors)
{
    private readonly HashSet<ObjectType> _declared = [];

    public void Set(ObjectType type, Type runtimeType, string place)
    {
        if (_declared.Add(type) || type.RuntimeType == runtimeType)
        {
            type.RuntimeType = runtimeType;
            return;
        }

        errors.Add($"{place}: the values of {type.Name} are {type.RuntimeType!.Name} elsewhere, not {runtimeType.Name}.");
    }

    /// <summary>Checks that values of a .NET type can be those of a field.</summary>
    public void Check(string place, string field, GraphQLType type, Type runtimeType)
    {
        if (type.Nullable is ListType list)
        {
            CheckList(place, field, list, runtimeType);
            return;
        }

        var element = ClrTypes.WithoutNullable(runtimeType);
        if (element == typeof(object))
            return;

        if (type.Nullable is not ScalarType && ClrTypes.ItemTypeOf(element) is not null)
        {
            Misfit(place, field, type, runtimeType);
            return;
        }

        CheckNamed(place, field, type.Named, element);
    }

    private void CheckList(string place, string field, ListType list, Type runtimeType)
    {
        if (runtimeType == typeof(object))
            return;

        if (ClrTypes.ItemTypeOf(runtimeType) is not { } item)
        {
            Misfit(place, field, list, runtimeType);
            return;
        }

        Check(place, field, list.OfType, item);
    }

    private void CheckNamed(string place, string field, NamedType type, Type element)
    {
        switch (type)
        {
            case ObjectType { RuntimeType: null } unknown:
                unknown.RuntimeType = element;
                break;
            case ObjectType known when !known.RuntimeType!.IsAssignableFrom(element) && !element.IsAssignableFrom(known.RuntimeType):
                errors.Add($"{place}: the values of {known.Name} are {known.RuntimeType.Name} elsewhere; {field} cannot be {element.Name}.");
                break;
            case EnumType enumType when element.IsEnum:
                CheckMembers(place, enumType, element);
                break;
            case EnumType when element != typeof(string):
            case ScalarType { Name: "Int" or "Float" } when !IsNumber(element):
            case ScalarType { Name: "Boolean" } when element != typeof(bool):
            case ScalarType { Name: "String" } when element != typeof(string):
                Misfit(place, field, type, element);
                break;
            default:
                break;
        }
    }

    private void CheckMembers(string place, EnumType type, Type members)
    {
        foreach (var member in Enum.GetNames(members).Where(member => !type.Values.ContainsKey(Inputs.EnumNames.InSchema(member))))
        {
            errors.Add($"{place}: the enum {type.Name} has no value for {members.Name}.{member}.");
        }
    }

    private static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private void Misfit(string place, string field, GraphQLType type, Type runtimeType) =>
        errors.Add($"{place}: {field} is {type}, which cannot be {runtimeType.Name}.");
}
