-- A picture or the small one of it, and the grid of its incident.
SELECT incident.grid_id, CASE WHEN @is_thumbnail THEN attachment.thumbnail ELSE attachment.content END AS bytes
FROM attachment
JOIN incident ON incident.id = attachment.incident_id
WHERE attachment.id = @id
