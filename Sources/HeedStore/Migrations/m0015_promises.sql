-- What members said we would do. Words are our own, a sentence of the reply they stand in: they stay as long as that does
-- (law 5) and say nothing that the reply does not. sort_at is due_at, or past all times where nothing said when; ended_at
-- is the projection of the ending that stands, so that the lists of what is open are short.
CREATE TABLE promises (
  id BIGINT PRIMARY KEY,
  conversation_id BIGINT NOT NULL,
  reply_id BIGINT NOT NULL REFERENCES replies (id),
  member_id BIGINT NOT NULL REFERENCES members (id),
  words TEXT NOT NULL,
  due_at BIGINT,
  is_day BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  began_at BIGINT,
  due_told_at BIGINT,
  late_told_at BIGINT,
  sort_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX promises_by_conversation ON promises (conversation_id, id);
CREATE INDEX promises_by_reply ON promises (reply_id);
CREATE INDEX promises_of_member ON promises (member_id, sort_at, id)
  WHERE began_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX promises_open ON promises (sort_at, id) WHERE began_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX promises_ended ON promises (ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX promises_untold ON promises (due_at)
  WHERE began_at IS NOT NULL AND ended_at IS NULL AND due_told_at IS NULL;
CREATE INDEX promises_unblamed ON promises (due_at)
  WHERE began_at IS NOT NULL AND ended_at IS NULL AND late_told_at IS NULL;

CREATE TABLE promise_endings (
  id BIGINT PRIMARY KEY,
  promise_id BIGINT NOT NULL REFERENCES promises (id),
  kind TEXT NOT NULL,
  member_id BIGINT REFERENCES members (id),
  reply_id BIGINT REFERENCES replies (id),
  post_id BIGINT,
  said_at BIGINT NOT NULL,
  began_at BIGINT,
  undone_at BIGINT
);
CREATE UNIQUE INDEX promise_endings_standing ON promise_endings (promise_id)
  WHERE began_at IS NOT NULL AND undone_at IS NULL;
CREATE INDEX promise_endings_by_promise ON promise_endings (promise_id, id);
CREATE INDEX promise_endings_by_reply ON promise_endings (reply_id) WHERE reply_id IS NOT NULL;
