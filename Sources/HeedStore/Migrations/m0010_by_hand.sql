-- What a member posted by hand where the network takes nothing from programs: seen there, or only said.
ALTER TABLE replies ADD COLUMN by_hand TEXT;
