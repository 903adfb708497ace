-- A page of the list `item`, in order of time: all of it, what counts, or what does not.
SELECT item.*
FROM item
WHERE (@counted::boolean IS NULL OR (item.numerator = item.denominator) = @counted)
    AND (@cursor_key::text IS NULL OR (item.at, item.key) > (@cursor_at::timestamptz, @cursor_key))
ORDER BY item.at, item.key
LIMIT @limit
