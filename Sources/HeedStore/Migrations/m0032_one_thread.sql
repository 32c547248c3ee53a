-- When the newest was heard of what somebody had before them who closed, snoozed or answered: what was heard later is not put
-- to rest by that. Empty where nobody told; then it counts from when they did it. Times alone, nobody's words.
ALTER TABLE closures ADD COLUMN seen_at BIGINT;
ALTER TABLE snoozes ADD COLUMN seen_at BIGINT;
ALTER TABLE replies ADD COLUMN seen_at BIGINT;

-- Somebody wants no answer until a time, and others wait beside them.
CREATE INDEX conversations_resting ON conversations (snoozed_until)
  WHERE state = 'waiting' AND snoozed_until IS NOT NULL;
-- Whom a conversation waits for: who wrote the post that waits, whoever began it.
CREATE INDEX conversations_waiting_for ON conversations (waiting_post_id)
  WHERE state = 'waiting' AND waiting_post_id IS NOT NULL;
-- Those who spoke to us, by when they last did: of all posts they are few.
CREATE INDEX posts_to_us ON posts (id) WHERE direction = 'toUs';
CREATE INDEX posts_to_us_by_author ON posts (author_id, conversation_id, id) WHERE direction = 'toUs';
-- What we said, by when we did.
CREATE INDEX posts_of_ours ON posts (id) WHERE direction = 'ours';

-- only sqlite
-- Figures of a large desk (m0003) for the new indexes.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('conversations', 'conversations_resting', '20 2'),
  ('conversations', 'conversations_waiting_for', '8000 1'),
  ('posts', 'posts_to_us', '50000 1'),
  ('posts', 'posts_to_us_by_author', '50000 3 2 1'),
  ('posts', 'posts_of_ours', '20000 1');
ANALYZE sqlite_schema;
-- both
