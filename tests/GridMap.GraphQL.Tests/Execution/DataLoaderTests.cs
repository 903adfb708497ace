using System.Collections.Concurrent;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>All keys of a level are one batch, whatever the resolvers await before and in between.</summary>
public sealed class DataLoaderTests
{
    private const string Schema = """
        type Query { grids(count: Int!): [Grid!]!  grid(id: Int!): Grid  }
        type Grid {
          id: Int!  area: Area  slowArea: Area  areaTwice: Area  freeArea: Area  incidents(step: String): [Int!]!  missing: Area  broken: Area  parallel: Area
        }
        type Area { id: Int!  district: District }
        type District { id: Int! }
        type Mutation { change: Grid! }
        """;

    private readonly BatchLog _log = new();
    private readonly TestEngine _engine = new(
        Schema, new ResolverSet().Add(typeof(QueryResolvers)).Add(typeof(MutationResolvers)).Add(typeof(GridResolvers)).Add(typeof(AreaResolvers)));

    public DataLoaderTests() => _engine.Services.AddSingleton(_log);

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(999)]
    public async Task The_number_of_batches_is_flat_in_rows(int rows)
    {
        await _engine.ExecuteAsync($"{{ grids(count: {rows}) {{ id area {{ district {{ id }} }} }} }}");

        Assert.Equal(["areas", "districts"], _log.Batches.Select(batch => batch.Loader));
        Assert.Equal(Math.Min(rows, 10), _log.Batches.First().Keys);
    }

    [Fact]
    public async Task The_same_key_of_several_fields_is_loaded_once()
    {
        await _engine.ExecuteAsync("{ grids(count: 10) { area { id } again: area { id } slowArea { id } } other: grid(id: 3) { area { id } } }");

        Assert.Equal([("areas", 10)], _log.Batches);
    }

    [Fact]
    public async Task Resolvers_that_await_something_else_first_share_their_batches()
    {
        await _engine.ExecuteAsync("{ grids(count: 30) { slowArea { district { id } } } }");

        Assert.Equal(["areas", "districts"], _log.Batches.Select(batch => batch.Loader));
    }

    [Fact]
    public async Task A_resolver_may_load_one_thing_after_the_other()
    {
        var response = await _engine.ExecuteAsync("{ grids(count: 30) { areaTwice { id } } }");

        Assert.Equal([("areas", 10), ("areas", 10)], _log.Batches);
        Assert.Contains("""{"areaTwice":{"id":19}}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loads_of_code_that_left_the_loop_are_begun_too()
    {
        var response = await _engine.ExecuteAsync("{ grids(count: 30) { freeArea { district { id } } } }");

        Assert.Equal("", TestEngine.ErrorsOf(response));
        Assert.Contains("""{"freeArea":{"district":{"id":4}}}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_split_by_its_largest_size()
    {
        await _engine.ExecuteAsync("{ grids(count: 250) { incidents } }");

        Assert.Equal([("incidents ", 100), ("incidents ", 100), ("incidents ", 50)], _log.Batches);
    }

    [Fact]
    public async Task Keys_with_the_same_arguments_are_loaded_together()
    {
        var response = await _engine.ExecuteAsync("{ grids(count: 20) { open: incidents(step: \"open\") closed: incidents(step: \"closed\") } }");

        Assert.Equal([("incidents closed", 20), ("incidents open", 20)], _log.Batches.Order());
        Assert.Contains("""{"open":[7],"closed":[7]}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_batch_lacks_is_null() =>
        Assert.Equal("""{"data":{"grid":{"missing":null}}}""", await _engine.ExecuteAsync("{ grid(id: 1) { missing { id } } }"));

    [Fact]
    public async Task A_key_that_the_batch_lacks_is_what_its_loader_says() =>
        Assert.Equal("""{"data":{"grid":{"incidents":[]}}}""", await _engine.ExecuteAsync("{ grid(id: 1000) { incidents } }"));

    [Fact]
    public async Task A_batch_that_fails_is_an_error_of_every_field_that_asked()
    {
        var response = await _engine.ExecuteAsync("{ grids(count: 2) { broken { id } } }");

        Assert.Equal("down @ grids.0.broken\ndown @ grids.1.broken", TestEngine.ErrorsOf(response));
    }

    [Fact]
    public async Task A_loader_lives_for_one_request()
    {
        await _engine.ExecuteAsync("{ grid(id: 1) { area { id } } }");
        await _engine.ExecuteAsync("{ grid(id: 1) { area { id } } }");

        Assert.Equal([("areas", 1), ("areas", 1)], _log.Batches);
    }

    [Fact]
    public async Task A_batch_sees_what_flows_with_its_request()
    {
        BatchLog.Flow.Value = "trace 7";

        await _engine.ExecuteAsync("{ grids(count: 30) { slowArea { id } freeArea { id } } }");

        Assert.All(_log.Flows, flow => Assert.Equal("trace 7", flow));
        Assert.NotEmpty(_log.Flows);
    }

    [Fact]
    public async Task A_resolver_may_load_many_at_once() =>
        Assert.Equal("""{"data":{"grid":{"parallel":{"id":10}}}}""", await _engine.ExecuteAsync("{ grid(id: 7) { parallel { id } } }"));

    [Fact]
    public async Task What_was_loaded_before_a_field_of_a_mutation_is_loaded_anew_after_it()
    {
        await _engine.ExecuteAsync("mutation { change { area { id } } again: change { area { id } } }");

        Assert.Equal([("areas", 1), ("areas", 1)], _log.Batches);
    }

    [Fact]
    public async Task A_loader_without_a_request_loads_at_once()
    {
        var area = await new Areas(_log).LoadAsync(12, default);

        Assert.Equal(12, area?.Id);
    }

    private sealed class BatchLog
    {
        private readonly ConcurrentQueue<(string Loader, int Keys)> _batches = new();

        public IEnumerable<(string Loader, int Keys)> Batches => _batches;

        public static AsyncLocal<string> Flow { get; } = new();

        public ConcurrentQueue<string?> Flows { get; } = new();

        public void Add(string loader, int keys)
        {
            _batches.Enqueue((loader, keys));
            Flows.Enqueue(Flow.Value);
        }
    }

    private sealed record Grid(int Id);

    private sealed record Area(int Id);

    private sealed record District(int Id);

    private sealed class Areas(BatchLog log) : DataLoader<int, Area>
    {
        protected override async Task<IReadOnlyDictionary<int, Area>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add("areas", keys.Count);
            await Task.Delay(1, cancellationToken);
            if (keys.Contains(-1))
                throw new GraphQLException("down", "DOWN");

            return keys.Where(key => key < 1000).ToDictionary(key => key, key => new Area(key));
        }
    }

    private sealed class Districts(BatchLog log) : DataLoader<int, District>
    {
        protected override Task<IReadOnlyDictionary<int, District>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add("districts", keys.Count);
            return Task.FromResult<IReadOnlyDictionary<int, District>>(keys.ToDictionary(key => key, key => new District(key)));
        }
    }

    private sealed class Incidents(BatchLog log) : DataLoader<int, string?, IReadOnlyList<int>>
    {
        protected override int MaxBatchSize => 100;

        protected override IReadOnlyList<int> Missing => [];

        protected override Task<IReadOnlyDictionary<int, IReadOnlyList<int>>> LoadBatchAsync(
            IReadOnlyList<int> keys, string? arguments, CancellationToken cancellationToken)
        {
            log.Add($"incidents {arguments}", keys.Count);
            return Task.FromResult<IReadOnlyDictionary<int, IReadOnlyList<int>>>(
                keys.Where(key => key < 1000).ToDictionary(key => key, _ => (IReadOnlyList<int>)[7]));
        }
    }

    [QueryType]
    private static class QueryResolvers
    {
        public static IEnumerable<Grid> GetGrids(int count) => Enumerable.Range(0, count).Select(i => new Grid(i));

        public static Task<Grid> GetGridAsync(int id) => Task.FromResult(new Grid(id));
    }

    [MutationType]
    private static class MutationResolvers
    {
        public static Grid Change() => new(1);
    }

    [ObjectType<Grid>]
    private static class GridResolvers
    {
        public static ValueTask<Area?> GetAreaAsync([Parent] Grid grid, Areas areas, CancellationToken cancellationToken) =>
            areas.LoadAsync(grid.Id % 10, cancellationToken);

        public static async Task<Area?> GetSlowAreaAsync([Parent] Grid grid, Areas areas, CancellationToken cancellationToken)
        {
            await Task.Yield();
            await Task.Yield();
            return await areas.LoadAsync(grid.Id % 10, cancellationToken);
        }

        public static async Task<Area?> GetAreaTwiceAsync([Parent] Grid grid, Areas areas, CancellationToken cancellationToken)
        {
            var first = await areas.LoadAsync(grid.Id % 10, cancellationToken);
            return await areas.LoadAsync(first!.Id + 10, cancellationToken);
        }

        public static async Task<Area?> GetFreeAreaAsync([Parent] Grid grid, Areas areas, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken).ConfigureAwait(false);
            return await areas.LoadAsync(grid.Id % 10, cancellationToken).ConfigureAwait(false);
        }

        public static async Task<Area?> GetParallelAsync([Parent] Grid grid, Areas areas, CancellationToken cancellationToken)
        {
            var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => areas.LoadAsync(grid.Id + i, cancellationToken).AsTask()));
            return all[3];
        }

        public static ValueTask<IReadOnlyList<int>?> GetIncidentsAsync(
            [Parent] Grid grid, string? step, Incidents incidents, CancellationToken cancellationToken) => incidents.LoadAsync(grid.Id, step, cancellationToken);

        public static ValueTask<Area?> GetMissingAsync(Areas areas, CancellationToken cancellationToken) => areas.LoadAsync(1000, cancellationToken);

        public static ValueTask<Area?> GetBrokenAsync(Areas areas, CancellationToken cancellationToken) => areas.LoadAsync(-1, cancellationToken);
    }

    [ObjectType<Area>]
    private static class AreaResolvers
    {
        public static ValueTask<District?> GetDistrictAsync([Parent] Area area, Districts districts, CancellationToken cancellationToken) =>
            districts.LoadAsync(area.Id, cancellationToken);
    }
}
