-- Loads the areas of a level as they are now, with households, and which of them share a border.
WITH areas AS (
    SELECT area_shape.area_id AS id, area_shape.households
    FROM area_shape
    WHERE area_shape.level = @level AND upper_inf(area_shape.valid)
),

belongs AS (
    SELECT assignment.atom_id, CASE WHEN @level = 'grid' THEN current_area.id ELSE current_area.parent_id END AS id
    FROM assignment
    JOIN current_area ON current_area.id = assignment.grid_id
    WHERE upper_inf(assignment.valid)
)

SELECT
    areas.id,
    areas.households,
    coalesce((
        SELECT array_agg(DISTINCT neighbour.id)
        FROM belongs AS own
        JOIN LATERAL (
            SELECT atom_edge.right_atom_id AS atom_id FROM atom_edge WHERE atom_edge.left_atom_id = own.atom_id
            UNION ALL
            SELECT atom_edge.left_atom_id FROM atom_edge WHERE atom_edge.right_atom_id = own.atom_id
        ) AS beside ON true
        JOIN belongs AS neighbour ON neighbour.atom_id = beside.atom_id
        WHERE own.id = areas.id AND neighbour.id <> areas.id
    ), '{}') AS neighbours
FROM areas
ORDER BY areas.id
