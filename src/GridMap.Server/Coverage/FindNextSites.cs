using Dapper;
using GridMap.Core;
using GridMap.Core.Coverage;
using GridMap.Core.Coverage.Sites;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Finds the sites that are best to open next: candidates are linked as buildings are, what each would reach is found, and Core chooses.</summary>
public sealed class FindNextSites(AnswerCoverage answer, LinkPlaces link, NpgsqlDataSource database)
{
    private const int CountMost = 50;
    private const int PositionsMost = 500;

    // The links of candidates change with the roads only, and a thousand of them take a while to find.
    private (int Ground, string Kinds, CandidateSite[] Sites, PlaceLink[] Links)? _linked;

    /// <summary>The best sites; `progress` is told each better choice on the way, on whatever thread found it.</summary>
    public async Task<Result<NextSites>> RunAsync(
        CoverageInput input, NextSitesInput sites, Action<NextSites>? progress, CancellationToken cancellationToken)
    {
        if (sites.Count is < 1 or > CountMost)
        {
            return CoverageRefusals.SiteCountOutOfRange;
        }

        if (sites.Positions?.Count > PositionsMost)
        {
            return CoverageRefusals.SiteCandidatesTooMany;
        }

        var answered = await answer.RunAsync(input, cancellationToken);
        if (answered.Refusal is { } refusal)
        {
            return refusal;
        }

        var (candidates, links) = await CandidatesAsync(sites, answered.Value, cancellationToken);
        if (candidates.Length == 0 && sites.Kinds is { Count: > 0 })
        {
            return CoverageRefusals.SiteKindUnknown;
        }

        var places = candidates.Zip(links)
            .Select(pair => (Site: pair.First, Place: pair.Second.Link is { } at ? answered.Value.Field.Find(at) : null))
            .Where(candidate => candidate.Place is not null)
            .Select(candidate => new PlacedSite(candidate.Site, candidate.Place!.Value))
            .ToArray();
        return places.Length == 0
            ? CoverageRefusals.NoCandidate
            : await Task.Run(() => new SiteQuestion(answered.Value, sites, places, candidates.Length - places.Length).Answer(progress, cancellationToken), CancellationToken.None);
    }

    private async Task<(CandidateSite[] Sites, PlaceLink[] Links)> CandidatesAsync(NextSitesInput input, CoverageAnswer answered, CancellationToken cancellationToken)
    {
        var drawn = (input.Positions ?? []).Select(position => new CandidateSite(null, null, position.Longitude, position.Latitude)).ToArray();
        var drawnLinks = await LinkAsync(drawn, answered.NetworkVersion, cancellationToken);
        if (input.Kinds is { Count: 0 })
        {
            return (drawn, drawnLinks);
        }

        var kinds = input.Kinds is null ? "" : string.Join(',', input.Kinds.Order(StringComparer.Ordinal));
        if (_linked is not { } known || known.Ground != answered.GroundVersion || known.Kinds != kinds)
        {
            var found = await LoadAsync(input.Kinds, cancellationToken);
            known = (answered.GroundVersion, kinds, found, await LinkAsync(found, answered.NetworkVersion, cancellationToken));
            _linked = known;
        }

        return ([.. known.Sites, .. drawn], [.. known.Links, .. drawnLinks]);
    }

    private async Task<PlaceLink[]> LinkAsync(CandidateSite[] sites, int networkVersion, CancellationToken cancellationToken) =>
        [.. await link.RunAsync([.. sites.Select(site => site.Position)], networkVersion, cancellationToken)];

    private async Task<CandidateSite[]> LoadAsync(IReadOnlyList<string>? kinds, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<CandidateSite>(new CommandDefinition(
            Sql.Beside<FindNextSites>(), new { kinds = kinds?.ToArray() }, cancellationToken: cancellationToken))];
    }
}

/// <summary>A place where a facility could be opened.</summary>
public sealed record CandidateSite(string? Kind, string? Name, double Longitude, double Latitude)
{
    public Position Position => new(Longitude, Latitude);
}

/// <summary>A candidate site on the network.</summary>
public sealed record PlacedSite(CandidateSite Site, CoveragePlace Place);
