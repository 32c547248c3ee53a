-- That a page elsewhere points to one of ours: told by anybody, looked at later. One row a pair of pages (key is their
-- digest, for addresses are long).
CREATE TABLE mentions (
  id BIGINT PRIMARY KEY,
  source_id BIGINT NOT NULL REFERENCES sources (id),
  key BYTEA NOT NULL,
  page TEXT NOT NULL,
  target TEXT NOT NULL,
  host TEXT NOT NULL,
  told_at BIGINT NOT NULL,
  looked_at BIGINT,
  due_at BIGINT,
  tries BIGINT NOT NULL,
  found TEXT
);
CREATE UNIQUE INDEX mentions_by_key ON mentions (key);
CREATE INDEX mentions_due ON mentions (host, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX mentions_looked ON mentions (looked_at) WHERE due_at IS NULL;
CREATE INDEX mentions_by_source ON mentions (source_id);

-- What pages of people who spoke to us say about whose they are.
CREATE TABLE evidence (
  id BIGINT PRIMARY KEY,
  handle_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  here TEXT NOT NULL,
  there TEXT NOT NULL,
  is_mutual BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX evidence_by_handle ON evidence (handle_id, id);
