-- Until when a password that the server made may be changed for one's own; nothing for one's own.
ALTER TABLE staff ADD COLUMN first_password_until INTEGER;
