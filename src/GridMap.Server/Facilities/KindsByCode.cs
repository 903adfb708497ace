using GridMap.GraphQL.Execution;

namespace GridMap.Server.Facilities;

/// <summary>Loads kinds of facilities by code: there are few, so all of them at once.</summary>
public sealed class KindsByCode(FindFacilityKinds find) : DataLoader<string, FacilityKind>
{
    protected override async Task<IReadOnlyDictionary<string, FacilityKind>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        (await find.RunAsync(cancellationToken)).ToDictionary(kind => kind.Code);
}
