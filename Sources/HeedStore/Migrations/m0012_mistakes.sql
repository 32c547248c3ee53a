-- Something wrong that we said. Where it stands follows from its corrections and reopenings.
-- Our own words about our own words: they stay, as those do (law 5).
CREATE TABLE mistakes (
  id BIGINT PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  post_id BIGINT REFERENCES posts (id),
  page TEXT,
  -- What was wrong, as a member says it.
  words TEXT NOT NULL,
  -- What we had said.
  said TEXT NOT NULL,
  noticed_by TEXT NOT NULL,
  -- A post of theirs that told us; its words go by their own time, this number tells nothing without them.
  noticed_post_id BIGINT,
  said_at BIGINT,
  noticed_at BIGINT NOT NULL
);
CREATE INDEX mistakes_by_post ON mistakes (post_id, id) WHERE post_id IS NOT NULL;
CREATE INDEX mistakes_by_notice ON mistakes (noticed_post_id) WHERE noticed_post_id IS NOT NULL;

CREATE TABLE corrections (
  id BIGINT PRIMARY KEY,
  mistake_id BIGINT NOT NULL REFERENCES mistakes (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  way TEXT NOT NULL,
  post_id BIGINT,
  page TEXT,
  -- What was done by hand, as a member says it; stays like the mistake's.
  words TEXT NOT NULL,
  done_at BIGINT,
  trouble TEXT,
  reply_id BIGINT REFERENCES replies (id)
);
CREATE INDEX corrections_by_mistake ON corrections (mistake_id, id);
CREATE INDEX corrections_by_reply ON corrections (reply_id) WHERE reply_id IS NOT NULL;

CREATE TABLE mistake_reopenings (
  id BIGINT PRIMARY KEY,
  mistake_id BIGINT NOT NULL REFERENCES mistakes (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  -- What is still wrong, as a member says it; stays like the mistake's.
  words TEXT NOT NULL
);
CREATE INDEX mistake_reopenings_by_mistake ON mistake_reopenings (mistake_id, id);

-- What the public was told of our mistakes: added to, never changed. Our own words alone, and no person's name.
CREATE TABLE published_corrections (
  id BIGINT PRIMARY KEY,
  mistake_id BIGINT NOT NULL REFERENCES mistakes (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  kind TEXT NOT NULL,
  wrong_words TEXT NOT NULL,
  right_words TEXT NOT NULL,
  address TEXT
);
CREATE INDEX published_corrections_by_mistake ON published_corrections (mistake_id, id);

-- only sqlite
-- Figures of a large desk (m0003) for the new indexes: few mistakes, few steps of one.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('mistakes', 'mistakes_by_post', '1000 1 1'),
  ('mistakes', 'mistakes_by_notice', '1000 1'),
  ('corrections', 'corrections_by_mistake', '2000 2 1'),
  ('corrections', 'corrections_by_reply', '2000 1');
ANALYZE sqlite_schema;
-- both
