-- Posts of which a member said that they are not the same as what they were suggested with: ids alone, nobody's words.
CREATE TABLE gatherings_declined (
  post_id BIGINT PRIMARY KEY REFERENCES posts (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  declined_at BIGINT NOT NULL
);

-- What people complained of to us, and what they wished for: from these causes and wishes are suggested.
CREATE INDEX posts_complaining ON posts (id)
  WHERE direction = 'toUs' AND spam = 0 AND removed_at IS NULL AND read_kinds LIKE '%complaint%';
CREATE INDEX posts_wishing ON posts (id)
  WHERE direction = 'toUs' AND spam = 0 AND removed_at IS NULL AND read_kinds LIKE '%wish%';

-- Whether nothing of a mistake needs to be looked at again: it is fixed, and was not opened since. Not where it stands, which
-- follows from its corrections; only what is left out when the open ones are counted.
ALTER TABLE mistakes ADD COLUMN settled BIGINT NOT NULL DEFAULT 0;
CREATE INDEX mistakes_unsettled ON mistakes (id) WHERE settled = 0;

-- Moments at which a post of ours was noticed to be wrong, or put right, and the sample that was taken for each; null while
-- the place was not asked. Numbers alone, kept as long as the samples.
CREATE TABLE count_moments (
  post_id BIGINT NOT NULL REFERENCES posts (id),
  occasion TEXT NOT NULL,
  happened_at BIGINT NOT NULL,
  counted_at BIGINT,
  PRIMARY KEY (post_id, happened_at, occasion)
);

-- only sqlite
-- Figures of a large desk (m0003) for the new indexes.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('posts', 'posts_complaining', '20000 1'),
  ('posts', 'posts_wishing', '10000 1'),
  ('mistakes', 'mistakes_unsettled', '20 1');
ANALYZE sqlite_schema;
-- both
