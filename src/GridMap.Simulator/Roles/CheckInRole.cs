using System.Text.Json;
using GridMap.Simulator.Scenarios;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Roles;

/// <summary>Patrols that were sent nowhere go to points that are due, and check in there.</summary>
public sealed class CheckInRole(PublicApi api, Field field, PatrolFleet fleet, TimeProvider time, Random random)
{
    private const string DueDocument = "query { patrolPoints(filter: {isDue: true}, first: 500) { nodes { id position { longitude latitude } } } }";

    private const double FarthestMeters = 900;
    private const double BesideMeters = 8;
    private const double DegreesPerMeter = 1 / 111_320.0;

    private static readonly TimeSpan ReadAgain = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, (int Patrol, Coordinate Position)> _under = [];
    private readonly List<(string Id, Coordinate Position)> _due = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(2), time);
        var read = DateTimeOffset.MinValue;
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            if (time.GetUtcNow() - read > ReadAgain)
            {
                await ReadDueAsync(cancellationToken);
                read = time.GetUtcNow();
            }

            if (random.NextDouble() < field.CheckInsPerMinute / 60 * 2)
            {
                SendOne();
            }

            await CheckInAsync(cancellationToken);
        }
    }

    private async Task ReadDueAsync(CancellationToken cancellationToken)
    {
        if (await api.AskAsync("points", DueDocument, new { }, cancellationToken) is not { } data)
        {
            return;
        }

        _due.Clear();
        foreach (var point in data.GetProperty("patrolPoints").GetProperty("nodes").EnumerateArray())
        {
            var position = point.GetProperty("position");
            _due.Add((point.GetProperty("id").GetString()!, new Coordinate(position.GetProperty("longitude").GetDouble(), position.GetProperty("latitude").GetDouble())));
        }
    }

    private void SendOne()
    {
        if (_due.Count == 0)
        {
            return;
        }

        var (id, position) = _due[random.Next(_due.Count)];
        if (!_under.ContainsKey(id)
            && fleet.FindFree(position, FarthestMeters) is { } patrol
            && fleet.Send(patrol, position, field.MetersPerSecond))
        {
            _under[id] = (patrol, position);
        }
    }

    private async Task CheckInAsync(CancellationToken cancellationToken)
    {
        foreach (var (point, (patrol, position)) in _under.Where(pair => fleet.HasArrived(pair.Value.Patrol)).ToArray())
        {
            _under.Remove(point);
            _due.RemoveAll(due => due.Id == point);
            fleet.Release(patrol);
            // The last steps lead off the road.
            var beside = new { longitude = position.X + BesideMeters * DegreesPerMeter * random.NextDouble(), latitude = position.Y };
            await api.DoAsync(
                "checkIn",
                new { patrolPointId = point, patrolId = patrol.ToString(System.Globalization.CultureInfo.InvariantCulture), position = beside, at = time.GetUtcNow(), idempotencyKey = Guid.CreateVersion7().ToString() },
                "checkIn { id }",
                cancellationToken);
        }
    }
}
