-- The atoms in force that touch a box, and one more than are told at most.
SELECT atom.id
FROM atom
WHERE atom.retired_at IS NULL AND ST_Intersects(atom.shape, ST_MakeEnvelope(@West, @South, @East, @North, 4326))
ORDER BY atom.id
LIMIT @limit
