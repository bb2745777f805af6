-- The language of the text, where it is known.
ALTER TABLE events ADD COLUMN language TEXT;
