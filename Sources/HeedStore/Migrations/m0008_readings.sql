-- What members said of how a post is read, and how it had been read before. No words: what is learnt from them is made
-- anew from the posts, and goes with them.
CREATE TABLE reading_corrections (
  id BIGINT PRIMARY KEY,
  post_id BIGINT NOT NULL REFERENCES posts (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  corrected_at BIGINT NOT NULL,
  language TEXT,
  tone TEXT,
  kinds TEXT NOT NULL,
  was_language TEXT,
  was_tone TEXT,
  was_kinds TEXT NOT NULL,
  was_by TEXT NOT NULL,
  was_sureness DOUBLE PRECISION NOT NULL,
  ended_at BIGINT
);
CREATE UNIQUE INDEX reading_corrections_standing ON reading_corrections (post_id) WHERE ended_at IS NULL;
CREATE INDEX reading_corrections_by_post ON reading_corrections (post_id);
