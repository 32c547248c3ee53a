-- Places that the organisation runs, and since when: whoever begins a thread there from then on speaks to it.
ALTER TABLE sources ADD COLUMN ours_since BIGINT;
