-- How many of our members gave the answers that a pace was measured of: below five it is not shown.
ALTER TABLE paces ADD COLUMN our_members BIGINT NOT NULL DEFAULT 0;
