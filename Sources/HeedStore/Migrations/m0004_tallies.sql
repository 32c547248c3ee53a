-- How many public posts were heard, an hour: of all (topic 0), and of each topic by the version of its query. No words.
-- A post that is read as several kinds is one of all of them: their names stand together, in order.
-- Several writers on PostgreSQL each count in a lane of their own; the sum over the lanes is the count.
CREATE TABLE tallies (
  topic_id BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  version BIGINT NOT NULL,
  network TEXT NOT NULL,
  language TEXT NOT NULL,
  kinds TEXT NOT NULL,
  tone TEXT NOT NULL,
  direction TEXT NOT NULL,
  lane BIGINT NOT NULL,
  posts BIGINT NOT NULL,
  PRIMARY KEY (topic_id, hour, version, network, language, kinds, tone, direction, lane)
-- only sqlite
) WITHOUT ROWID;
-- only postgres
);
-- both

INSERT INTO tallies
SELECT 0, p.id / 2097152 / 3600000, 0, p.network, COALESCE(p.read_language, p.language, ''), p.read_kinds,
  COALESCE(p.read_tone, ''), p.direction, 0, COUNT(*)
FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
WHERE p.author_id IS NOT NULL AND p.removed_at IS NULL AND p.visibility IN ('public', 'unlisted')
  AND COALESCE(c.is_private, 0) = 0
GROUP BY 2, 4, 5, 6, 7, 8;

INSERT INTO tallies
SELECT m.topic_id, p.id / 2097152 / 3600000, m.version, p.network, COALESCE(p.read_language, p.language, ''),
  p.read_kinds, COALESCE(p.read_tone, ''), p.direction, 0, COUNT(*)
FROM topic_matches m JOIN posts p ON p.id = m.post_id LEFT JOIN conversations c ON c.id = p.conversation_id
WHERE p.author_id IS NOT NULL AND p.removed_at IS NULL AND p.visibility IN ('public', 'unlisted')
  AND COALESCE(c.is_private, 0) = 0
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
