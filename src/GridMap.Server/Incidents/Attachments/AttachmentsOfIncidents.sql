-- The pictures of incidents, oldest first, without their bytes.
SELECT
    attachment.id,
    attachment.incident_id,
    attachment.width,
    attachment.height,
    octet_length(attachment.content) AS byte_size,
    attachment.uploaded_at,
    attachment.uploaded_by
FROM attachment
WHERE attachment.incident_id = ANY (@ids)
ORDER BY attachment.incident_id, attachment.uploaded_at, attachment.id
