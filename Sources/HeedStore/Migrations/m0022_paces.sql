-- How quickly people on a network answer each other in public, and how quickly we answer there: half of the answers came
-- within so many milliseconds. Figures alone.
CREATE TABLE paces (
  network TEXT PRIMARY KEY,
  their_half BIGINT,
  their_answers BIGINT NOT NULL,
  our_half BIGINT,
  our_answers BIGINT NOT NULL
);
