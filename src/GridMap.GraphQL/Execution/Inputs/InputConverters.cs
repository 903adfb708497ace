using System.Linq.Expressions;
using System.Reflection;
using GridMap.GraphQL.Execution.Binding;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Execution.Inputs;

/// <summary>Finds how input values of a type become values of a .NET type; what does not fit is reported.</summary>
internal sealed class InputConverters(Action<string> report)
{
    private readonly Dictionary<(GraphQLType Type, Type Target), InputConverter> _records = [];

    public InputConverter Create(GraphQLType type, Type target, string place)
    {
        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(Optional<>))
            return CreateGeneric(typeof(OptionalConverter<>), target.GenericTypeArguments[0], Create(type, target.GenericTypeArguments[0], place));

        var forNull = DefaultOf(target);
        var underlying = ClrTypes.WithoutNullable(target);
        return type.Nullable switch
        {
            _ when target == typeof(object) => new SameConverter(null),
            ListType list => CreateList(list, target, place),
            EnumType enumType => CreateEnum(enumType, underlying, forNull, place),
            InputObjectType inputObject => CreateRecord(inputObject, underlying, forNull, place),
            ScalarType scalar => CreateScalar(scalar, underlying, forNull, place),
            _ => throw new InvalidOperationException($"{type} is not an input type."),
        };
    }

    /// <summary>The value of a parameter that is given nothing: its own default, or its type's.</summary>
    public static object? AbsentOf(ParameterInfo parameter) => parameter is { HasDefaultValue: true, DefaultValue: { } value }
        ? ClrTypes.WithoutNullable(parameter.ParameterType) is { IsEnum: true } members ? Enum.ToObject(members, value) : value
        : DefaultOf(parameter.ParameterType);

    private static object? DefaultOf(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;

    private static InputConverter CreateGeneric(Type converter, Type argument, InputConverter inner) =>
        (InputConverter)Activator.CreateInstance(converter.MakeGenericType(argument), inner)!;

    private InputConverter CreateList(ListType list, Type target, string place)
    {
        if (ClrTypes.ItemTypeOf(target) is not { } item)
            return Misfit(place, list, target);

        var converter = Create(list.OfType, item, place);
        if (target.IsAssignableFrom(item.MakeArrayType()))
            return CreateGeneric(typeof(ArrayConverter<>), item, converter);

        return target.IsAssignableFrom(typeof(List<>).MakeGenericType(item))
            ? CreateGeneric(typeof(ListConverter<>), item, converter)
            : Misfit(place, list, target);
    }

    private InputConverter CreateEnum(EnumType type, Type target, object? forNull, string place)
    {
        if (target == typeof(string))
            return new SameConverter(null);

        if (!target.IsEnum)
            return Misfit(place, type, target);

        var members = Enum.GetNames(target).ToDictionary(EnumNames.InSchema, name => Enum.Parse(target, name), StringComparer.Ordinal);
        foreach (var missing in type.Values.Keys.Where(name => !members.ContainsKey(name)))
        {
            report($"{place}: the enum {target.Name} has no member for {type.Name}.{missing}.");
        }

        return new EnumConverter(members, forNull);
    }

    private InputConverter CreateScalar(ScalarType type, Type target, object? forNull, string place)
    {
        var runtimeType = type.Coercion.RuntimeType;
        if (target.IsAssignableFrom(runtimeType))
            return new SameConverter(forNull);

        return IsWider(runtimeType, target) ? new NumberConverter(target, forNull) : Misfit(place, type, target);
    }

    private static bool IsWider(Type from, Type to) => (Type.GetTypeCode(from), Type.GetTypeCode(to)) switch
    {
        (TypeCode.Int32, TypeCode.Int64 or TypeCode.Double or TypeCode.Decimal) => !to.IsEnum,
        (TypeCode.Int64, TypeCode.Double or TypeCode.Decimal) => true,
        _ => false,
    };

    private InputConverter CreateRecord(InputObjectType type, Type target, object? forNull, string place)
    {
        if (target.IsAssignableFrom(typeof(InputObject)))
            return new SameConverter(null);

        if (_records.TryGetValue((type, target), out var known))
            return known;

        var constructor = target.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is null || target.IsAbstract)
            return Misfit(place, type, target);

        // In the table before its fields are looked at: an input object may hold others of its own kind.
        var parameters = new List<RecordParameter>();
        var converter = new RecordConverter(new(() => Compile(constructor, parameters)), forNull);
        _records.Add((type, target), converter);
        AddParameters(type, constructor, parameters);
        return converter;
    }

    private void AddParameters(InputObjectType type, ConstructorInfo constructor, List<RecordParameter> parameters)
    {
        var record = constructor.DeclaringType!.Name;
        foreach (var parameter in constructor.GetParameters())
        {
            var name = FieldNames.OfParameter(parameter);
            var place = $"{record}.{parameter.Name}";
            if (!type.Fields.TryGetValue(name, out var field))
            {
                report($"{place}: the input type {type.Name} has no field {name}.");
                continue;
            }

            parameters.Add(new(field.Index, Create(field.Type, parameter.ParameterType, place), AbsentOf(parameter)));
        }

        foreach (var missing in type.Fields.Values.Where(field => !parameters.Exists(parameter => parameter.Field == field.Index)).Select(field => field.Name))
        {
            report($"{record}: its constructor has no parameter for the field {type.Name}.{missing}.");
        }
    }

    private static Func<InputObject, object> Compile(ConstructorInfo constructor, List<RecordParameter> parameters)
    {
        var fields = Expression.Parameter(typeof(InputObject), "fields");
        var arguments = constructor.GetParameters().Zip(parameters, (parameter, source) =>
            Expression.Convert(Expression.Call(Expression.Constant(source), nameof(RecordParameter.Take), null, fields), parameter.ParameterType));
        return Expression.Lambda<Func<InputObject, object>>(Expression.Convert(Expression.New(constructor, arguments), typeof(object)), fields).Compile();
    }

    private SameConverter Misfit(string place, GraphQLType type, Type target)
    {
        report($"{place}: a {type} cannot be given as {target.Name}.");
        return new SameConverter(null);
    }
}
