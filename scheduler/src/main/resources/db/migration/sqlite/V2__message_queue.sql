-- Queues by name. A queue's dead letters are its messages that are marked dead. No id is given
-- twice: a delivery of a message that is gone never fits another.
CREATE TABLE message_queue (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT    NOT NULL UNIQUE
);

-- A message can be delivered from visible_at on, epoch milliseconds. Together with deliveries that
-- tells one delivery from every other: what acknowledges names both.
CREATE TABLE message (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  queue_id   INTEGER NOT NULL,
  visible_at INTEGER NOT NULL DEFAULT 0,
  deliveries INTEGER NOT NULL DEFAULT 0,
  dead       INTEGER NOT NULL DEFAULT 0,
  body       BLOB    NOT NULL
);

-- What a consumer reads: the oldest messages of a queue, or of its dead letters.
CREATE INDEX message_order ON message (queue_id, dead, id);
