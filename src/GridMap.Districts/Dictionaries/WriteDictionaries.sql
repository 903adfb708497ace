-- Brings every dictionary in the database to what the documents say, in one statement; rows that are in use are never removed.
WITH dictionary AS (
    INSERT INTO incident_dictionary (version, title, effective_from)
    SELECT @incident_classes ->> 'version', @incident_classes ->> 'title', (@incident_classes ->> 'effectiveFrom')::date
    ON CONFLICT (version) DO UPDATE SET title = excluded.title, effective_from = excluded.effective_from
    RETURNING version
),

classes AS (
    INSERT INTO incident_class (version, code, kind, group_name, group_name_en, name, name_en, default_urgency, skills)
    SELECT dictionary.version, entry.code, entry.kind, entry."group", entry."groupEn", entry.name, entry."nameEn", entry.urgency, coalesce(entry.skills, '{}')
    FROM dictionary, jsonb_to_recordset(@incident_classes -> 'classes')
        AS entry (code text, kind text, "group" text, "groupEn" text, name text, "nameEn" text, urgency text, skills text[])
    ON CONFLICT (version, code) DO UPDATE SET
        kind = excluded.kind,
        group_name = excluded.group_name,
        group_name_en = excluded.group_name_en,
        name = excluded.name,
        name_en = excluded.name_en,
        default_urgency = excluded.default_urgency,
        skills = excluded.skills
    RETURNING version, code
),

deadlines AS (
    INSERT INTO deadline_rule (version, class_code, step, amount, unit)
    SELECT classes.version, classes.code, step.step, step.amount, step.unit
    FROM jsonb_to_recordset(@deadline_rules -> 'rules') AS rule (classes jsonb, steps jsonb)
    CROSS JOIN jsonb_array_elements_text(rule.classes) AS covered (class_code)
    JOIN classes ON classes.code = covered.class_code
    CROSS JOIN jsonb_to_recordset(rule.steps) AS step (step text, amount integer, unit text)
    ON CONFLICT (version, class_code, step) DO UPDATE SET amount = excluded.amount, unit = excluded.unit
),

holidays AS (
    SELECT entry.name, entry."firstDay" AS first_day, entry."lastDay" AS last_day, entry."makeUpDays" AS make_up_days
    FROM jsonb_to_recordset(@working_calendar -> 'holidays')
        AS entry (name text, "firstDay" date, "lastDay" date, "makeUpDays" jsonb)
),

calendar AS (
    INSERT INTO working_calendar (day, is_working, name)
    SELECT days.day::date, false, holidays.name
    FROM holidays, generate_series(holidays.first_day, holidays.last_day, interval '1 day') AS days (day)
    UNION ALL
    SELECT make_up.day::date, true, holidays.name
    FROM holidays, jsonb_array_elements_text(holidays.make_up_days) AS make_up (day)
    ON CONFLICT (day) DO UPDATE SET is_working = excluded.is_working, name = excluded.name
),

services AS (
    INSERT INTO service (code, name, name_en)
    SELECT entry.code, entry.name, entry."nameEn"
    FROM jsonb_to_recordset(@services -> 'services') AS entry (code text, name text, "nameEn" text)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en
)

INSERT INTO facility_kind (code, name, name_en)
SELECT entry.code, entry.name, entry."nameEn"
FROM jsonb_to_recordset(@facility_kinds -> 'kinds') AS entry (code text, name text, "nameEn" text)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en
