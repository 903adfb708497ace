-- Edges and nodes of the land are deleted when a cut is taken back, and a later plan may put them in place again: so their ids are never given twice.
-- Each revision keeps the highest ids that had been given by then.
ALTER TABLE land_revision ADD COLUMN last_edge_id integer NOT NULL DEFAULT 0;
ALTER TABLE land_revision ADD COLUMN last_node_id integer NOT NULL DEFAULT 0;

UPDATE land_revision
SET
    last_edge_id = greatest(
        (SELECT coalesce(max(atom_edge.id), 0) FROM atom_edge),
        (
            SELECT coalesce(max((edge ->> 'id')::integer), 0)
            FROM plan_operation
            CROSS JOIN LATERAL jsonb_path_query(plan_operation.operation, '$.changes[*].*.edges[*]') AS edge
        )
    ),
    last_node_id = greatest(
        (SELECT coalesce(max(atom_node.id), 0) FROM atom_node),
        (
            SELECT coalesce(max((node ->> 'id')::integer), 0)
            FROM plan_operation
            CROSS JOIN LATERAL jsonb_path_query(plan_operation.operation, '$.changes[*].*.nodes[*]') AS node
        )
    );
