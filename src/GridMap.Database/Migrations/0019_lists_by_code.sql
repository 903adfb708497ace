-- Lists of areas walk the codes in their order and stop at the end of a page; facilities are found by the grids they lie in.
CREATE INDEX area_revision_code ON area_revision (code);
CREATE INDEX facility_grid ON facility (grid_id);

-- What read areas through it selects from the tables now.
DROP FUNCTION IF EXISTS area_facts(integer[], timestamptz[]);
