using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution.Binding;
using GridMap.GraphQL.Execution.Loading;
using GridMap.GraphQL.Execution.Output;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>One execution: its variables and services, the values resolved so far, the response as far as it is written. Kept for the next when done.</summary>
internal sealed class ExecutionState : IDisposable
{
    private const int FirstSlots = 256;
    private const int FirstDepth = 32;

    // What is written for a slot: at least a few quotes, a name and a comma.
    private const int BytesPerSlot = 8;

    private readonly ErrorCollector _errors;
    private readonly RequestParts _parts;
    private object?[]?[] _arguments = [];
    private PathStep[] _path = new PathStep[FirstDepth];
    private readonly int _mostSlots;
    private int _slotCount;
    private bool _isTooLarge;

    public ExecutionState(GraphQLOptions options, ErrorLog log, RequestPartTypes parts)
    {
        Buffer = new JsonBuffer(options.MaxResponseBytes);
        MaxListItems = options.MaxListItems;
        _mostSlots = options.MaxResponseBytes / BytesPerSlot;
        _errors = new ErrorCollector(log, options.MaxErrors);
        _parts = new RequestParts(parts, this);
    }

    public JsonBuffer Buffer { get; }

    public int MaxListItems { get; }

    public Slot[] Slots { get; private set; } = new Slot[FirstSlots];

    /// <summary>How deep in the response the next value is written.</summary>
    public int Depth { get; private set; }

    public VariableValues Variables { get; private set; } = VariableValues.None;

    public IServiceProvider Services { get; private set; } = null!;

    public CancellationToken CancellationToken { get; private set; }

    public RequestLoop? Loop { get; set; }

    /// <summary>What is still awaited.</summary>
    public Outstanding? Outstanding { get; set; }

    public IReadOnlyList<GraphQLError> Errors => _errors.Errors;

    public void Start(OperationPlan plan, VariableValues variables, IServiceProvider services, CancellationToken cancellationToken)
    {
        Variables = variables;
        Services = services;
        CancellationToken = cancellationToken;
        _errors.Source = plan.Source;
        _errors.CancellationToken = cancellationToken;
        if (_arguments.Length < plan.VariableArguments.Count)
        {
            _arguments = new object?[]?[plan.VariableArguments.Count];
        }
    }

    /// <summary>Forgets the request, so that another can use the arrays.</summary>
    public void Reset()
    {
        Array.Clear(Slots, 0, _slotCount);
        Array.Clear(_arguments);
        Array.Clear(_path);
        _parts.Clear();
        _errors.Clear();
        _slotCount = 0;
        _isTooLarge = false;
        Depth = 0;
        Buffer.Clear();
        Loop = null;
        Outstanding = null;
        Variables = VariableValues.None;
        Services = null!;
    }

    /// <summary>
    /// Forgets what was resolved, not what was written: the next root field of a mutation starts anew, and what DataLoaders knew before it may no longer be so.
    /// </summary>
    public void ForgetResolved()
    {
        _parts.Clear();
        Array.Clear(Slots, 0, _slotCount);
        _slotCount = 0;
    }

    public void Dispose() => Buffer.Dispose();

    /// <summary>Reserves slots that stand together; the array may move.</summary>
    public int Allot(int count)
    {
        var first = _slotCount;
        if (first + (long)count > _mostSlots)
        {
            // Also where it is taken for an error of a field, the request ends before it writes.
            _isTooLarge = true;
            ThrowIfTooLarge();
        }

        _slotCount += count;
        if (_slotCount > Slots.Length)
        {
            var larger = new Slot[Math.Max(_slotCount, Slots.Length * 2)];
            Slots.AsSpan(0, first).CopyTo(larger);
            Slots = larger;
        }

        return first;
    }

    public void ThrowIfTooLarge()
    {
        if (_isTooLarge)
            throw new ResponseTooLargeException($"The response needs more than {_mostSlots} values.");
    }

    /// <summary>The values of a field's arguments that depend on variables, coerced once a request.</summary>
    public object?[] Arguments(VariableArguments arguments) => _arguments[arguments.Index] ??= arguments.Bind(Variables);

    public T Service<T>(int part)
        where T : notnull => (T)_parts.Service(part);

    public T Loader<T>(int part)
        where T : BatchSource => (T)_parts.Loader(part);

    public void Begin() => Outstanding!.Begin();

    public void End() => Outstanding!.End();

    public void Enter(FieldPlan field) => Step(new(field, 0));

    public void EnterList() => Step(new(null, 0));

    public void AtIndex(int index) => _path[Depth - 1].Index = index;

    public void Leave() => Depth--;

    /// <summary>Leaves everything entered since the depth was this.</summary>
    public void ReturnTo(int depth) => Depth = depth;

    /// <summary>An error of the field or the item that is written now.</summary>
    public void AddError(Exception exception) => _errors.Add(exception, _path.AsSpan(0, Depth));

    public void AddNullError() => _errors.AddNull(_path.AsSpan(0, Depth));

    /// <summary>Not an error of a field: the end of the whole request.</summary>
    public bool IsFieldError(Exception exception) => exception is not ResponseTooLargeException && !CancellationToken.IsCancellationRequested;

    private void Step(PathStep step)
    {
        if (Depth == _path.Length)
        {
            Array.Resize(ref _path, Depth * 2);
        }

        _path[Depth++] = step;
    }
}

/// <summary>A step from the root to a value: a field, or an index in a list.</summary>
internal record struct PathStep(FieldPlan? Field, int Index);
