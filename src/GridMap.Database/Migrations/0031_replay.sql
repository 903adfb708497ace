-- Replay: what happened in a period is found by time, and who played back tracks by the trail they left.
CREATE INDEX incident_step_time ON incident_step (at);

CREATE INDEX audit_playback ON audit (seq) WHERE action IN ('track.played', 'tracks.played');
