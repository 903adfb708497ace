-- Loads the place, the deadlines and classes of the dictionary in force, and the working calendar, in this order.
SELECT place.county_code, place.time_zone, place.extent
FROM place;

SELECT deadline_rule.class_code, deadline_rule.step, deadline_rule.amount, deadline_rule.unit
FROM deadline_rule
WHERE deadline_rule.version = (
    SELECT incident_dictionary.version
    FROM incident_dictionary
    WHERE incident_dictionary.effective_from <= current_date
    ORDER BY incident_dictionary.effective_from DESC, incident_dictionary.version DESC
    LIMIT 1
);

SELECT
    incident_class.version,
    incident_class.code,
    incident_class.kind,
    incident_class.group_name,
    incident_class.group_name_en,
    incident_class.name,
    incident_class.name_en,
    incident_class.default_urgency
FROM incident_class
WHERE incident_class.version = (
    SELECT incident_dictionary.version
    FROM incident_dictionary
    WHERE incident_dictionary.effective_from <= current_date
    ORDER BY incident_dictionary.effective_from DESC, incident_dictionary.version DESC
    LIMIT 1
)
ORDER BY incident_class.code;

SELECT working_calendar.day, working_calendar.is_working
FROM working_calendar
