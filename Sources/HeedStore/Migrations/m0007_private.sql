-- Private talk is rare: what is counted for those who answer it is looked up here, beside the counts of public talk.
CREATE INDEX posts_private ON posts (visibility, id) WHERE visibility IN ('followers', 'private');
CREATE INDEX conversations_private ON conversations (last_post_at, id) WHERE is_private = 1;

-- only sqlite
-- Figures of a large desk (m0003) for both, and for the stretches of the search index. Of these ANALYZE once found two
-- rows, and a connection that saw it believes that for as long as it lives: each merge read the whole index instead of
-- the stretch that it removes.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('conversations', 'conversations_private', '1000 1 1'),
  ('posts', 'posts_private', '2000 1000 1'),
  ('post_terms_data', NULL, '50000');
ANALYZE sqlite_schema;
-- both
