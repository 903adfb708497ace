-- What a patrol should be able to do that is sent to an incident of a class: any one of these; empty where everybody can.
ALTER TABLE incident_class ADD COLUMN skills text[] NOT NULL DEFAULT '{}';
