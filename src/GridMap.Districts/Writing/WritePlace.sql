-- Writes the one row of the place.
INSERT INTO place (name, name_en, county_code, source, synthetic, attribution, licence, time_zone, scale, seed, extent, centre)
VALUES (@name, @name_en, @county_code, @source, @synthetic, @attribution, @licence, @time_zone, @scale, @seed, @extent, @centre);
