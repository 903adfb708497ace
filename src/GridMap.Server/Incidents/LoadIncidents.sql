-- The current state of the incidents with these ids.
SELECT * FROM incident_summary(@ids)
