package dev.tare.benchmarks.load.api;

/** What is asked, and how often a second unless said otherwise. */
enum Question {
  /** The first 100 of the tasks that are active. */
  LIST_TASKS("list tasks", 50),
  /** One task, ever another one. */
  GET_TASK("task", 300),
  /** The first 100 of the 500 runs of a task. */
  LIST_RUNS("list runs", 50),
  /** One run, ever another one. */
  GET_RUN("run", 300),
  /** A run of a task, with a payload of 200 bytes. */
  TRIGGER("trigger", 50),
  /** All of them, in a fixed order: mostly single tasks and runs. */
  MIX("mix", 150);

  /** Of twenty requests. */
  private static final Question[] TWENTY = {
    GET_TASK, GET_RUN, LIST_TASKS, GET_TASK, TRIGGER, GET_RUN, GET_TASK, LIST_RUNS, GET_TASK,
    GET_RUN, GET_TASK, TRIGGER, LIST_TASKS, GET_TASK, GET_RUN, GET_TASK, LIST_RUNS, GET_TASK,
    TRIGGER, GET_RUN
  };

  private final String label;
  private final int perSecond;

  Question(String label, int perSecond) {
    this.label = label;
    this.perSecond = perSecond;
  }

  /** Its name on the command line and in figures. */
  String label() {
    return label;
  }

  /** A rate that both variants hold on two slow processors. */
  int perSecond() {
    return perSecond;
  }

  /** The single question that the request of this number asks. */
  Question of(long number) {
    return this == MIX ? TWENTY[(int) (number % TWENTY.length)] : this;
  }
}
