-- Instants are epoch milliseconds; statuses are the codes of RunStatus and TaskStatus.

CREATE TABLE task (
  id              INTEGER PRIMARY KEY,
  name            TEXT    NOT NULL UNIQUE,
  task_type       TEXT    NOT NULL,
  schedule        TEXT,
  parameters      BLOB    NOT NULL,
  timeout_seconds INTEGER NOT NULL,
  max_retries     INTEGER NOT NULL,
  status          INTEGER NOT NULL,
  dependencies    TEXT    NOT NULL,
  shard_count     INTEGER,
  shard_key       TEXT,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL
);

-- The durable work queue and its history. Tasks are never deleted, only set inactive, so that a run
-- needs no foreign key to check on the hot path.
CREATE TABLE task_run (
  id            INTEGER PRIMARY KEY,
  task_id       INTEGER NOT NULL,
  status        INTEGER NOT NULL,
  worker_id     TEXT,
  attempt       INTEGER NOT NULL DEFAULT 0,
  retry_count   INTEGER NOT NULL,
  shard_index   INTEGER NOT NULL,
  shard_total   INTEGER NOT NULL,
  scheduled_at  INTEGER NOT NULL,
  due           INTEGER NOT NULL,
  started_at    INTEGER,
  completed_at  INTEGER,
  payload       BLOB,
  result        BLOB,
  error_message TEXT,
  created_at    INTEGER NOT NULL
);

-- What a claim reads: the oldest pending runs.
CREATE INDEX task_run_pending ON task_run (scheduled_at, id) WHERE status = 0;

-- A due instant of a schedule makes one run a shard, however many dispatchers see it.
CREATE UNIQUE INDEX task_run_due ON task_run (task_id, scheduled_at, shard_index) WHERE due;
