-- What members say of themselves so that the right conversations find them.
CREATE TABLE member_profiles (
  member_id BIGINT PRIMARY KEY REFERENCES members (id),
  languages TEXT NOT NULL,
  knows TEXT NOT NULL,
  likes TEXT NOT NULL,
  minutes_a_day BIGINT,
  hours TEXT NOT NULL,
  absences TEXT NOT NULL
);

-- Why the one who handed it over did: as a suggestion gave it.
ALTER TABLE hand_overs ADD COLUMN reasons TEXT NOT NULL DEFAULT '';

-- Who answered what, in the order it went out.
CREATE INDEX replies_by_delivery ON replies (delivered_at, id) WHERE delivered_at IS NOT NULL;
