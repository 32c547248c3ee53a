-- What somebody was called before is a name or an address: by an address they are found wherever it stands.
ALTER TABLE former_names ADD COLUMN is_address INTEGER NOT NULL DEFAULT 0;
