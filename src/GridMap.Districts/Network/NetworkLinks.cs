using GridMap.Core.Boundaries;
using GridMap.Core.Geography;

namespace GridMap.Districts.Network;

/// <summary>Where something meets the network, by edge and fraction of its length; or why it does not.</summary>
public readonly record struct NetworkLink(int Edge, double Fraction, double OffRoadMeters, string? UnlinkableReason);

/// <summary>
/// Links doors to the walking network: the nearest point of any edge within the rule's distance to which the straight way crosses neither
/// water nor a wall (except at its gates). Bridges and tunnels cannot be entered from the side, so only their ends count, through other edges.
/// </summary>
public sealed class NetworkLinks
{
    private readonly WalkingNetwork _network;
    private readonly WalkingRules _rules;
    private readonly OffRoadObstacles _obstacles;
    private readonly SegmentIndex _segments;
    private readonly (int Edge, int Segment)[] _owners;

    public NetworkLinks(DistrictDraft draft, WalkingNetwork network, WalkingRules rules)
    {
        _network = network;
        _rules = rules;
        _obstacles = new OffRoadObstacles(draft, rules.GateMeters);
        _owners = [.. Enumerable.Range(0, network.Edges.Length)
            .Where(edge => draft.Roads[network.Edges[edge].Road] is { IsBridge: false, IsTunnel: false })
            .SelectMany(edge => Enumerable.Range(1, network.Edges[edge].Course.Length - 1).Select(segment => (edge, segment)))];
        _segments = new SegmentIndex([.. _owners.Select(owner =>
            (network.Edges[owner.Edge].Course[owner.Segment - 1], network.Edges[owner.Edge].Course[owner.Segment]))]);
    }

    /// <summary>The link of a door. Looks nearby first: most doors open close to a road.</summary>
    public NetworkLink Find(LatticePoint door)
    {
        foreach (var reach in new[] { _rules.LinkMetersMost / 4, _rules.LinkMetersMost })
        {
            var near = Nearness.FindWithin(_segments, door, reach);
            foreach (var candidate in near)
            {
                if (_obstacles.FindOn((door, candidate.Foot)) is null)
                {
                    var (edge, segment) = _owners[candidate.Segment];
                    return new NetworkLink(edge, Fraction(_network.Edges[edge], segment, candidate.Foot), candidate.Meters, null);
                }
            }

            if (near.Count > 0 && reach == _rules.LinkMetersMost)
            {
                return new NetworkLink(-1, 0, 0, _obstacles.FindOn((door, near[0].Foot)));
            }
        }

        return new NetworkLink(-1, 0, 0, "too_far");
    }

    private static double Fraction(NetworkEdge edge, int segment, LatticePoint foot)
    {
        LatticePoint[] until = [.. edge.Course.AsSpan(0, segment), foot];
        return edge.LengthMeters == 0 ? 0 : Math.Clamp(Courses.LengthMeters(until) / edge.LengthMeters, 0, 1);
    }
}
