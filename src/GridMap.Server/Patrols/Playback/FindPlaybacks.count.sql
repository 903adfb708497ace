-- How many playbacks of tracks are in the audit trail.
SELECT count(*)::integer FROM audit WHERE audit.action IN ('track.played', 'tracks.played')
