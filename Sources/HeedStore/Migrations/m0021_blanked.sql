-- Posts of others and of ours from which an erasure took something out, and when: what their servers tell of them again
-- is the wording before it. No words, no names.
CREATE TABLE blanked_posts (
  post_id BIGINT PRIMARY KEY,
  blanked_at BIGINT NOT NULL
);
-- Of erasures before this table, the mark that they left in words of ours tells.
INSERT INTO blanked_posts (post_id, blanked_at)
SELECT id, (SELECT MAX(erased_at) FROM erasures) FROM posts
WHERE EXISTS (SELECT 1 FROM erasures) AND direction = 'ours' AND body LIKE '%[…]%';
