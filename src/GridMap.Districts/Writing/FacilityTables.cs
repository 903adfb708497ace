using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Writing;

/// <summary>Writes facilities, what they offer, where they meet the network, and the sites where new ones could stand.</summary>
internal static class FacilityTables
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, DividedDistrict district, NpgsqlRange<DateTime> valid, CancellationToken cancellationToken)
    {
        var draft = district.Draft;
        await CopyIn.RunAsync(
            connection,
            "facility (id, code, kind, name, name_en, address, opening_hours, capacity, status, grid_id, position, stands_since)",
            draft.Facilities.Index(),
            (row, facility) => PutFacility(row, facility.Index, facility.Item, district.Grids.Find(facility.Item.Position), valid.LowerBound),
            cancellationToken);
        var offers = draft.Facilities.Index().SelectMany(facility => facility.Item.Services.Select(service => (Id: facility.Index + 1, Service: service)));
        await CopyIn.RunAsync(connection, "facility_service (facility_id, service_code)", offers, (row, offer) =>
        {
            row.Put(offer.Id);
            row.Put(offer.Service);
        }, cancellationToken);
        var linked = district.FacilityLinks.Index().Where(link => link.Item.UnlinkableReason is null);
        await CopyIn.RunAsync(connection, "facility_link (facility_id, road_edge_id, fraction, off_road_meters)", linked, (row, link) =>
        {
            row.Put(link.Index + 1);
            row.Put(link.Item.Edge + 1);
            row.Put(link.Item.Fraction);
            row.Put(link.Item.OffRoadMeters);
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "candidate_site (id, kind, name, position)", draft.CandidateSites.Index(), (row, site) =>
        {
            row.Put(site.Index + 1);
            row.Put(site.Item.Kind);
            row.Put(site.Item.Name);
            row.Put(site.Item.Position);
        }, cancellationToken);
    }

    private static void PutFacility(NpgsqlBinaryImporter row, int index, FacilityDraft facility, int? gridId, DateTime since)
    {
        row.Put(index + 1);
        row.Put(facility.Code);
        row.Put(facility.Kind);
        row.Put(facility.Name);
        row.Put(facility.NameEnglish);
        row.Put(facility.Address);
        row.Put(facility.OpeningHours);
        row.Put(facility.Capacity);
        row.Put("open");
        row.Put(gridId);
        row.Put(facility.Position);
        row.Put(since);
    }
}
