-- How soon classes must reach their steps, by the version of the dictionary and the code.
SELECT
    deadline_rule.version,
    deadline_rule.class_code,
    deadline_rule.step,
    deadline_rule.amount,
    -- As the enumeration is named in the program: WorkingDays.
    replace(deadline_rule.unit, '_', '') AS unit
FROM deadline_rule
JOIN unnest(@versions, @codes) AS asked (version, code) ON asked.version = deadline_rule.version AND asked.code = deadline_rule.class_code
