using System.Collections.Frozen;

namespace GridMap.Server.Facilities;

/// <summary>Services that facilities may offer, by code.</summary>
public sealed class ServicesByCode(FindServices find) : CodeBook<Service>
{
    protected override async Task<FrozenDictionary<string, Service>> ReadAllAsync() =>
        (await find.RunAsync(CancellationToken.None)).ToFrozenDictionary(service => service.Code);
}
