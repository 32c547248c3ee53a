-- Where a member is signed in, in a word or two that they know it by: "Firefox on Linux".
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';

-- Machines that serve this desk, and who looks at which conversation on one of them: gone after a minute.
CREATE TABLE machines (
  name TEXT PRIMARY KEY,
  seen_at BIGINT NOT NULL
);
CREATE TABLE presences (
  conversation_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  activity TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, member_id)
);
CREATE INDEX presences_by_age ON presences (seen_at);

-- Places that were asked to tell the desk by themselves what is new.
CREATE TABLE note_subscriptions (
  id BIGINT PRIMARY KEY,
  source_id BIGINT NOT NULL REFERENCES sources (id),
  place TEXT NOT NULL,
  subject TEXT NOT NULL,
  secret_sealed BYTEA NOT NULL,
  token_hash BYTEA NOT NULL,
  asked_at BIGINT,
  confirmed_at BIGINT,
  ends_at BIGINT,
  next_at BIGINT NOT NULL,
  tries BIGINT NOT NULL
);
CREATE UNIQUE INDEX note_subscriptions_by_token ON note_subscriptions (token_hash);
CREATE INDEX note_subscriptions_by_source ON note_subscriptions (source_id);

-- What was taken in of them, so that a note that comes again is dropped.
CREATE TABLE notes_heard (
  subscription_id BIGINT NOT NULL,
  digest BYTEA NOT NULL,
  heard_at BIGINT NOT NULL,
  PRIMARY KEY (subscription_id, digest)
);
