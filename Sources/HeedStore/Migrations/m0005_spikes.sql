-- Hours in which far more was said than is usual: of a topic, or of all (0). No words.
CREATE TABLE spikes (
  id BIGINT PRIMARY KEY,
  topic_id BIGINT NOT NULL,
  began_at BIGINT NOT NULL,
  posts BIGINT NOT NULL,
  usual DOUBLE PRECISION NOT NULL,
  bound DOUBLE PRECISION NOT NULL,
  closed_at BIGINT
);
CREATE UNIQUE INDEX spikes_standing ON spikes (topic_id) WHERE closed_at IS NULL;
CREATE INDEX spikes_by_topic ON spikes (topic_id, id);
