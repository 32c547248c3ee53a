-- What they said of one post or of one wish: which, and how the post is to be read. Ids and names of ours, no words.
ALTER TABLE their_words ADD COLUMN post_id BIGINT;
ALTER TABLE their_words ADD COLUMN wish_id BIGINT;
ALTER TABLE their_words ADD COLUMN language TEXT;
ALTER TABLE their_words ADD COLUMN tone TEXT;
ALTER TABLE their_words ADD COLUMN kinds TEXT;
CREATE INDEX their_words_by_wish ON their_words (wish_id, id) WHERE wish_id IS NOT NULL;
CREATE INDEX their_words_by_post ON their_words (post_id) WHERE post_id IS NOT NULL;

-- only sqlite
-- Figures of a large desk (m0003) for the new indexes: few people say that they did not ask.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('their_words', 'their_words_by_wish', '1000 2 1'), ('their_words', 'their_words_by_post', '1000 1');
ANALYZE sqlite_schema;
-- both
