-- What publishing would move to another grid.
SELECT impact.kind, impact.id, impact.title, impact.from_grid_id AS from_grid, impact.to_grid_id AS to_grid, impact.position
FROM publish_impact(
    @formerly, @grids, (SELECT array_agg(ST_GeomFromWKB(shape.shape, 4326) ORDER BY shape.ordinality) FROM unnest(@shapes) WITH ORDINALITY AS shape (shape, ordinality)),
    @retired, @heirs
) AS impact
ORDER BY impact.kind, impact.id
