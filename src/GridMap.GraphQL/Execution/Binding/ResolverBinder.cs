using System.Reflection;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>Gives every field of a schema its resolver: a function that was added, a method of a resolver class, or a property of the parent.</summary>
internal sealed class ResolverBinder
{
    private readonly Schema _schema;
    private readonly ResolverSet _resolvers;
    private readonly BindingErrors _errors = new();
    private readonly MethodTable _methods;
    private readonly ParameterBinder _parameters;
    private readonly RuntimeTypes _runtimeTypes;

    private ResolverBinder(Schema schema, ResolverSet resolvers, RequestPartTypes parts)
    {
        _schema = schema;
        _resolvers = resolvers;
        _runtimeTypes = new(_errors);
        _methods = new(schema, _runtimeTypes, _errors);
        _parameters = new(parts, _errors);
    }

    public static void Bind(Schema schema, ResolverSet resolvers, RequestPartTypes parts)
    {
        var binder = new ResolverBinder(schema, resolvers, parts);
        binder.Bind();
        binder._errors.ThrowIfAny();
    }

    private void Bind()
    {
        foreach (var resolverClass in _resolvers.Classes)
        {
            _methods.Add(resolverClass);
        }

        CheckFunctions();
        BindTypes();
        _methods.ReportUnused();
    }

    private void CheckFunctions()
    {
        foreach (var (type, field) in _resolvers.Fields.Keys)
        {
            if (_schema.Types.GetValueOrDefault(type) is not ObjectType owner || !owner.Fields.ContainsKey(field))
            {
                _errors.Add($"A resolver was added for {type}.{field}, which the schema does not have.");
            }
        }
    }

    /// <summary>A type can be bound once the .NET type of its values is known; binding one tells of others.</summary>
    private void BindTypes()
    {
        var waiting = _schema.Types.Values.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(type => IsRoot(type) || type.RuntimeType is not null).ToList();
            if (ready.Count == 0)
            {
                ready = waiting.ToList();
            }

            waiting.RemoveAll(ready.Contains);
            ready.ForEach(BindType);
        }
    }

    private bool IsRoot(ObjectType type) => type == _schema.Query || type == _schema.Mutation || type == _schema.Subscription;

    private void BindType(ObjectType type)
    {
        foreach (var field in type.Fields.Values.Where(field => field.Resolver is null))
        {
            field.Resolver = FindResolver(type, field);
        }
    }

    private FieldResolver? FindResolver(ObjectType type, FieldDefinition field)
    {
        if (_resolvers.Fields.TryGetValue((type.Name, field.Name), out var function))
            return function;

        if (_methods.Find(type, field) is { } method)
            return BindMethod(type, field, method);

        if (type.RuntimeType is { } runtimeType && PropertyResolvers.FindProperty(runtimeType, field.Name) is { } property)
            return BindProperty(type, field, property);

        if (_resolvers.Fallback is { } fallback)
            return fallback(type, field);

        _errors.Add(type.RuntimeType is null
            ? $"{type.Name}.{field.Name} has no resolver{(IsRoot(type) ? "" : $", and no .NET type is known for {type.Name}")}."
            : $"{type.Name}.{field.Name} has no resolver, and {type.RuntimeType.Name} has no property of that name.");
        return null;
    }

    private FieldResolver? BindProperty(ObjectType type, FieldDefinition field, PropertyInfo property)
    {
        _runtimeTypes.Check($"{property.DeclaringType!.Name}.{property.Name}", $"{type.Name}.{field.Name}", field.Type, property.PropertyType);
        if (field.Arguments.Count > 0)
        {
            _errors.Add($"{type.Name}.{field.Name} has arguments, but is the property {property.DeclaringType.Name}.{property.Name}, which takes none.");
        }

        return PropertyResolvers.Create(type.RuntimeType!, property);
    }

    private FieldResolver? BindMethod(ObjectType type, FieldDefinition field, MethodInfo method)
    {
        var place = $"{method.DeclaringType!.Name}.{method.Name}";
        var answer = MethodAnswer.Of(method.ReturnType);
        var isStream = answer.Kind is MethodAnswerKind.Stream or MethodAnswerKind.TaskOfStream;
        if (answer.Kind == MethodAnswerKind.None || isStream != (type == _schema.Subscription))
        {
            var expected = type == _schema.Subscription ? "an IAsyncEnumerable of its values" : "a value, a Task or a ValueTask of one";
            _errors.Add($"{place}: {type.Name}.{field.Name} wants {expected}, not {method.ReturnType.Name}.");
            return null;
        }

        _runtimeTypes.Check(place, $"{type.Name}.{field.Name}", field.Type, answer.ValueType);
        var parameters = _parameters.Bind(type, field, method);
        return MethodResolvers.Create(answer, method, parameters);
    }
}

/// <summary>What does not fit, collected so that it can be told at once.</summary>
internal sealed class BindingErrors
{
    private readonly List<string> _errors = [];

    public void Add(string error) => _errors.Add(error);

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
            throw new SchemaBindingException(_errors);
    }
}
