-- What published plans have changed since a revision: atoms by id, then areas that are called otherwise, new or retired.
SELECT assignment.atom_id FROM assignment WHERE assignment.revision > @base AND assignment.revision > 0
UNION
SELECT atom.id FROM atom WHERE atom.revision > @base AND atom.revision > 0;

SELECT DISTINCT area_revision.area_id FROM area_revision WHERE area_revision.revision > @base AND area_revision.revision > 0
