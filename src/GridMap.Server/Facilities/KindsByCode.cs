using System.Collections.Frozen;

namespace GridMap.Server.Facilities;

/// <summary>Kinds of facilities by code.</summary>
public sealed class KindsByCode(FindFacilityKinds find) : CodeBook<FacilityKind>
{
    protected override async Task<FrozenDictionary<string, FacilityKind>> ReadAllAsync() =>
        (await find.RunAsync(CancellationToken.None)).ToFrozenDictionary(kind => kind.Code);
}
