using GridMap.Server.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Incidents;

[Collection(nameof(SmallDistrict))]
public sealed class LoadIncidentsTests(SmallDistrict district)
{
    private static readonly Guid First = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Closed = Guid.Parse("00000000-0000-0000-0000-000000000003");

    [Fact]
    public async Task Those_that_exist_are_loaded_whatever_their_step_and_others_left_out()
    {
        var load = district.Server.Services.GetRequiredService<LoadIncidents>();
        var loaded = await load.RunAsync([First, Closed, Guid.Empty], CancellationToken.None);
        Assert.Equal([First, Closed], loaded.Select(incident => incident.Id).Order());
        Assert.Empty(await load.RunAsync([], CancellationToken.None));
    }
}
