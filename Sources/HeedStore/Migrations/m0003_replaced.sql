-- What hangs on a placeholder is looked up when its post arrives: without these, each arrival read every post.
CREATE INDEX IF NOT EXISTS posts_by_quoted ON posts (quoted_id) WHERE quoted_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS came_back_by_post ON came_back (post_id);

-- How many wait is said on every page: counted in the index alone.
CREATE INDEX IF NOT EXISTS conversations_counted ON conversations (state, is_private, account_id);

-- only sqlite
-- SQLite chooses by what ANALYZE once found, and on a desk that never ran it it would sort all who wait. These are the
-- figures of a large desk, rounded, so that every desk walks the same indexes from its first day on.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('conversations', 'conversations_by_handle', '20000 2 1 1'),
  ('conversations', 'conversations_by_state', '20000 4000 1 1'),
  ('conversations', 'conversations_by_time', '20000 1 1'),
  ('conversations', 'conversations_counted', '20000 4000 4000 2000'),
  ('conversations', 'conversations_in_line', '2000 1 1'),
  ('conversations', 'conversations_snoozed', '400 2'),
  ('posts', 'posts_asking', '300000 1'),
  ('posts', 'posts_by_author', '1000000 400 1'),
  ('posts', 'posts_by_conversation', '1000000 3 1'),
  ('posts', 'posts_by_parent', '500000 2'),
  ('posts', 'posts_by_quoted', '50000 2'),
  ('posts', 'posts_by_remote', '1000000 500000 1'),
  ('posts', 'posts_by_source', '1000000 60000 1'),
  ('posts', 'posts_expiring', '1000000 200'),
  ('events', 'events_by_conversation', '50000 3 1'),
  ('events', 'events_by_kind', '60000 4000 1'),
  ('handles', 'handles_by_person', '15000 1'),
  ('handles', 'handles_by_remote', '100000 50000 1'),
  ('hand_overs', 'hand_overs_by_conversation', '400 1'),
  ('hand_overs', 'hand_overs_by_receiver', '400 100 1'),
  ('replies', 'replies_by_conversation', '5000 2 1'),
  ('replies', 'replies_by_key', '5000 1'),
  ('replies', 'replies_by_post', '5000 1'),
  ('replies', 'replies_by_status', '5000 100 1 1'),
  ('replies', 'replies_troubled', '20 1'),
  ('topic_matches', 'topic_matches', '100000 1000 1'),
  ('topic_matches', 'topic_matches_by_post', '100000 1 1');
ANALYZE sqlite_schema;
-- both
