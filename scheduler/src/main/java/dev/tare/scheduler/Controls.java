package dev.tare.scheduler;

import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.SchedulerException;
import dev.tare.scheduler.listener.ListenerSettings;
import dev.tare.scheduler.listener.QueuePump;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.worker.Worker;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the worker that has a run what to do with it, in whichever process it is: each worker has a
 * queue of its own, which lives as long as it does.
 */
final class Controls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Controls.class);

  private final MessageQueue queue;
  private final Worker worker;
  private final QueueName own;
  private final QueuePump pump;

  Controls(MessageQueue queue, Worker worker, long pollMillis) {
    this.queue = queue;
    this.worker = worker;
    this.own = nameOf(worker.id());
    this.pump = new QueuePump(queue, own, ListenerSettings.DEFAULT, pollMillis, this::obey)
        .askingWhile(() -> worker.holding() > 0); // there is nothing else to be told of
  }

  /** The queue of a worker. */
  static QueueName nameOf(String workerId) {
    return QueueName.of("control/" + workerId);
  }

  void start() {
    queue.create(own);
    pump.start();
  }

  /**
   * Tells a worker. One that is gone has no queue any more, and needs to be told nothing: what it
   * had is fenced off.
   */
  void send(String workerId, TaskControl control) {
    try {
      queue.publish(nameOf(workerId), Message.of(control, control.at()));
    } catch (NotFoundException e) {
      LOG.debug("worker {} of run {} is gone", workerId, control.runId());
    } catch (SchedulerException e) {
      LOG.warn(
          "worker {} is not told to {} run {}: what it reports of it will be refused",
          workerId,
          control.action(),
          control.runId(),
          e);
    }
    if (workerId.equals(worker.id())) {
      pump.wake();
    }
  }

  private void obey(List<Message> messages) {
    for (Message message : messages) {
      if (message.body() instanceof TaskControl control) {
        worker.control(control);
      } else {
        LOG.warn("a {} is no control and is dropped", message.body().getClass().getSimpleName());
      }
    }
  }

  @Override
  public void close() {
    pump.close();
    try {
      queue.delete(own);
    } catch (SchedulerException e) {
      LOG.warn("queue {} stays behind", own, e);
    }
  }
}
