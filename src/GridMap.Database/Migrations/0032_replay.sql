-- Replay: what happened in a period is found by time, and who played back tracks by the trail they left.
CREATE INDEX incident_step_time ON incident_step (at);

CREATE INDEX audit_playback ON audit (seq) WHERE action IN ('track.played', 'tracks.played');

-- What was written since the last vacuum is known to the index too: a moment without fixes is told without reading the end of the day.
DROP INDEX patrol_fix_time;
CREATE INDEX patrol_fix_time ON patrol_fix USING brin (fixed_at) WITH (autosummarize = on);
