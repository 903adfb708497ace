-- The slices of a period that hold a fix, by time.
SELECT slices.starts_at FROM slices_with_fixes($1, $2, $3) AS slices
