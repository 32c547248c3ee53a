-- Which kinds a member was offered when they chose: what came later follows its default until they choose about it. Who
-- chose before this was offered the first four, unless what they chose shows more.
ALTER TABLE telling_choices ADD COLUMN offered_kinds TEXT NOT NULL DEFAULT 'cameBack handedOver knownWaits spike';
UPDATE telling_choices
  SET offered_kinds = 'cameBack handedOver knownWaits lookAnswered lookAsked spike'
  WHERE mail_kinds LIKE '%look%' OR push_kinds LIKE '%look%';

-- What members did, the newest first, without all that was only heard.
CREATE INDEX events_of_members ON events (id) WHERE member_id IS NOT NULL;

-- What the public was told of wishes that came true: added to, never changed. Our own words alone, and no person's name.
CREATE TABLE published_deeds (
  id BIGINT PRIMARY KEY,
  wish_id BIGINT NOT NULL REFERENCES wishes (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  -- How many people had said so in public by then.
  people BIGINT NOT NULL,
  wished_words TEXT NOT NULL,
  done_words TEXT NOT NULL
);
CREATE INDEX published_deeds_by_wish ON published_deeds (wish_id, id);

-- only sqlite
-- Figures of a large desk (m0003) for the new indexes: members do a twentieth of what happens; few wishes come true.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('events', 'events_of_members', '3000 1'),
  ('published_deeds', 'published_deeds_by_wish', '100 1 1');
ANALYZE sqlite_schema;
-- both
