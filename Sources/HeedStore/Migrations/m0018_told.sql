-- What concerns members, and how each was told of it: kinds and ids. No words.
CREATE TABLE tellings (
  id BIGINT PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  kind TEXT NOT NULL,
  about BIGINT NOT NULL,
  conversation_id BIGINT,
  subject BIGINT,
  other_id BIGINT,
  times BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  desk_at BIGINT,
  digest_id BIGINT,
  mailed_at BIGINT,
  push_id BIGINT,
  pushed_at BIGINT,
  seen_at BIGINT,
  settled_at BIGINT
);
CREATE UNIQUE INDEX tellings_open ON tellings (member_id, kind, about)
  WHERE seen_at IS NULL AND settled_at IS NULL;
CREATE INDEX tellings_about ON tellings (about, id) WHERE seen_at IS NULL AND settled_at IS NULL;
CREATE INDEX tellings_by_member ON tellings (member_id, id) WHERE settled_at IS NULL;
CREATE INDEX tellings_unseen ON tellings (member_id, id) WHERE seen_at IS NULL AND settled_at IS NULL;
CREATE INDEX tellings_by_conversation ON tellings (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX tellings_by_digest ON tellings (digest_id, id) WHERE digest_id IS NOT NULL;
CREATE INDEX tellings_by_push ON tellings (push_id, id) WHERE push_id IS NOT NULL;
CREATE INDEX tellings_by_age ON tellings (last_at);

-- Up to which event whoever it concerns was found.
CREATE TABLE told_until (
  name TEXT PRIMARY KEY,
  event_id BIGINT NOT NULL
);

CREATE TABLE telling_choices (
  member_id BIGINT PRIMARY KEY REFERENCES members (id),
  mail TEXT NOT NULL,
  mail_at BIGINT NOT NULL,
  mail_kinds TEXT NOT NULL,
  mail_words BIGINT NOT NULL,
  push_kinds TEXT NOT NULL,
  push_words BIGINT NOT NULL,
  topics TEXT
);

-- Mails to members: one row, one mail. What it says is made of the tellings when it goes out, and kept nowhere.
CREATE TABLE digests (
  id BIGINT PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  message_id TEXT NOT NULL,
  status TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  token_hash BYTEA,
  sent_at BIGINT,
  seen_at BIGINT,
  trouble TEXT
);
CREATE UNIQUE INDEX digests_by_token ON digests (token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX digests_by_member ON digests (member_id, id);
CREATE INDEX digests_due ON digests (due_at, id) WHERE status = 'queued' OR status = 'sending';

-- Browsers that take pushes; address and keys are sealed.
CREATE TABLE push_subscriptions (
  id BIGINT PRIMARY KEY,
  member_id BIGINT NOT NULL REFERENCES members (id),
  session_id BIGINT NOT NULL,
  place_hash BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  device TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  rests_until BIGINT NOT NULL,
  failures BIGINT NOT NULL
);
CREATE UNIQUE INDEX push_subscriptions_by_place ON push_subscriptions (place_hash);
CREATE INDEX push_subscriptions_by_member ON push_subscriptions (member_id, id);

-- Pushes on their way to a browser; gone once they are out.
CREATE TABLE pushes (
  id BIGINT PRIMARY KEY,
  bundle BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES members (id),
  subscription_id BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  is_sending BIGINT NOT NULL,
  attempts BIGINT NOT NULL
);
CREATE INDEX pushes_due ON pushes (due_at, id);
CREATE INDEX pushes_by_subscription ON pushes (subscription_id);

-- Pairs of keys of the desk's own; the private one is sealed.
CREATE TABLE desk_keys (
  name TEXT PRIMARY KEY,
  public_key BYTEA NOT NULL,
  sealed BYTEA NOT NULL
);
