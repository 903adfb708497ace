-- Copies fixes into today's partition; the commit is the end of the copy.
COPY patrol_fix (
    patrol_id, fixed_at, received_at, longitude, latitude, speed_mps, bearing_degrees, accuracy_meters, battery_percent
) FROM STDIN (FORMAT binary)
