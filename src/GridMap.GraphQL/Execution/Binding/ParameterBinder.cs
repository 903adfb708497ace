using System.Reflection;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Execution.Loading;
using GridMap.GraphQL.Execution.Plans;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>Finds out what each parameter of a resolver method is: parent, argument, DataLoader, service, or the request's own.</summary>
internal sealed class ParameterBinder(RequestPartTypes parts, BindingErrors errors)
{
    private readonly InputConverters _converters = new(errors.Add);

    public IReadOnlyList<ParameterBinding> Bind(ObjectType type, FieldDefinition field, MethodInfo method)
    {
        var bindings = new List<ParameterBinding>();
        var arguments = new List<string>();
        foreach (var parameter in method.GetParameters())
        {
            var name = FieldNames.OfParameter(parameter);
            var place = $"{method.DeclaringType!.Name}.{method.Name}({parameter.Name})";
            if (parameter.GetCustomAttribute<ParentAttribute>() is { } parent)
            {
                bindings.Add(BindParent(type, parent, parameter, place));
            }
            else if (field.Arguments.TryGetValue(name, out var argument))
            {
                var converter = _converters.Create(argument.Type, parameter.ParameterType, place);
                bindings.Add(new ArgumentParameter(name, arguments.Count, parameter.ParameterType, converter, InputConverters.AbsentOf(parameter)));
                arguments.Add(name);
            }
            else
            {
                bindings.Add(BindPart(type, field, parameter.ParameterType, place));
            }
        }

        foreach (var missing in field.Arguments.Keys.Except(arguments))
        {
            errors.Add($"{method.DeclaringType!.Name}.{method.Name}: no parameter takes the argument {missing} of {type.Name}.{field.Name}.");
        }

        return bindings;
    }

    private ParameterBinding BindParent(ObjectType type, ParentAttribute parent, ParameterInfo parameter, string place)
    {
        if (parent.Property is null)
            return BindWholeParent(type, parameter, place);

        if (type.RuntimeType is { } runtimeType && PropertyResolvers.FindProperty(runtimeType, parent.Property) is { } property)
        {
            if (!parameter.ParameterType.IsAssignableFrom(property.PropertyType))
            {
                errors.Add($"{place}: {runtimeType.Name}.{property.Name} is {property.PropertyType.Name}, not {parameter.ParameterType.Name}.");
            }

            return new ParentPropertyParameter(runtimeType, property, parameter.ParameterType);
        }

        errors.Add($"{place}: {type.RuntimeType?.Name ?? type.Name} has no property {parent.Property}.");
        return new ParentParameter(parameter.ParameterType);
    }

    private ParentParameter BindWholeParent(ObjectType type, ParameterInfo parameter, string place)
    {
        if (type.RuntimeType is null)
        {
            type.RuntimeType = parameter.ParameterType;
        }

        if (!parameter.ParameterType.IsAssignableFrom(type.RuntimeType))
        {
            errors.Add($"{place}: the values of {type.Name} are {type.RuntimeType.Name}, not {parameter.ParameterType.Name}.");
        }

        return new ParentParameter(parameter.ParameterType);
    }

    private ParameterBinding BindPart(ObjectType type, FieldDefinition field, Type parameter, string place)
    {
        if (parameter == typeof(CancellationToken))
            return new RequestParameter(nameof(ExecutionState.CancellationToken));

        if (parameter == typeof(IServiceProvider))
            return new RequestParameter(nameof(ExecutionState.Services));

        if (parameter == typeof(FieldSelection))
            return new SelectionParameter();

        if (parameter.IsSubclassOf(typeof(BatchSource)))
            return new LoaderParameter(parameter, parts.NumberOf(parameter));

        if (parameter.IsValueType || parameter == typeof(string) || ClrTypes.ItemTypeOf(parameter) is { IsValueType: true })
        {
            errors.Add($"{place}: {type.Name}.{field.Name} has no such argument.");
        }

        return new ServiceParameter(parameter, parts.NumberOf(parameter));
    }
}
