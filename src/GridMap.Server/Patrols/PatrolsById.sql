-- Patrols by id, as far as they may be seen.
SELECT kept.*
FROM patrols_kept(@at, @ids, NULL, NULL, NULL, NULL, NULL, @grids, NULL) AS kept
