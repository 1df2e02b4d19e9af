-- Instants are epoch milliseconds; statuses are the codes of RunStatus, TaskStatus and WorkerStatus;
-- lists of ids are JSON arrays, NULL if there are none (for a worker's types: if it takes all).

-- Ids are dense, from 1: a set of types is a bitmask.
CREATE TABLE task_type (
  id   INTEGER PRIMARY KEY,
  name TEXT    NOT NULL UNIQUE
);

CREATE TABLE task (
  id              INTEGER PRIMARY KEY,
  name            TEXT    NOT NULL UNIQUE,
  type_id         INTEGER NOT NULL,
  schedule        TEXT,
  parameters      BLOB    NOT NULL,
  timeout_seconds INTEGER NOT NULL,
  max_retries     INTEGER NOT NULL,
  status          INTEGER NOT NULL,
  dependencies    TEXT,
  shard_count     INTEGER NOT NULL,
  shard_key       TEXT,
  next_due_at     INTEGER,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL
);

-- What a dispatcher reads.
CREATE INDEX task_due ON task (next_due_at, id) WHERE status = 0 AND next_due_at IS NOT NULL;

-- Lists by status and by type.
CREATE INDEX task_status ON task (status, id);
CREATE INDEX task_of_type ON task (type_id, id);

-- The graph.
CREATE INDEX task_dependent ON task (id) WHERE dependencies IS NOT NULL;

-- A heartbeat changes this row alone, and no index of it: there are few workers.
CREATE TABLE worker (
  id             TEXT    PRIMARY KEY,
  hostname       TEXT    NOT NULL,
  ip             TEXT    NOT NULL,
  types          TEXT,
  max_concurrent INTEGER NOT NULL,
  running        INTEGER NOT NULL,
  status         INTEGER NOT NULL,
  last_heartbeat INTEGER NOT NULL,
  registered_at  INTEGER NOT NULL
) WITHOUT ROWID;

-- The durable work queue and its history. Tasks are never deleted, only set inactive, so that a run
-- needs no foreign key to check on the hot path.
CREATE TABLE task_run (
  id            INTEGER PRIMARY KEY,
  task_id       INTEGER NOT NULL,
  type_id       INTEGER NOT NULL,
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

-- What a claim reads: the oldest pending runs, of some types.
CREATE INDEX task_run_pending ON task_run (scheduled_at, id, type_id) WHERE status = 0;

-- A due instant of a schedule makes one run a shard, however many dispatchers see it.
CREATE UNIQUE INDEX task_run_due ON task_run (task_id, scheduled_at, shard_index) WHERE due;

-- The runs of a task, its latest among them.
CREATE INDEX task_run_of_task ON task_run (task_id, id);

-- What workers hold: never more than they can run and prefetch, so a part of it may be scanned.
CREATE INDEX task_run_active ON task_run (task_id, worker_id) WHERE status IN (1, 2);

-- The history, by how and when a run finished and by who ran it.
CREATE INDEX task_run_finished ON task_run (status, completed_at, id) WHERE status >= 3;
CREATE INDEX task_run_of_worker ON task_run (worker_id, id) WHERE status >= 3;
