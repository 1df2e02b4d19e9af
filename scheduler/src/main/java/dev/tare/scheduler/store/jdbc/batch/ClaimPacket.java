package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claimed batch as one value. A driver makes an array, and often an object, for each column of
 * each row; this way it makes one array for all of them, and the payloads are views of it.
 *
 * <p>A run after the other, big-endian: id, task, scheduled instant (8 bytes each), attempt,
 * retries, shard, shards, payload length or -1 (4 bytes each), payload.
 */
final class ClaimPacket {
  /** The PostgreSQL expression that packs the columns of a run. */
  static final String RUN = "int8send(id) || int8send(task_id) || int8send(scheduled_at)"
      + " || int4send(attempt) || int4send(retry_count) || int4send(shard_index)"
      + " || int4send(shard_total) || int4send(coalesce(length(payload), -1))"
      + " || coalesce(payload, ''::bytea)";

  private static final int HEADER_BYTES = 44;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final Comparator<ClaimedRun> OLDEST_FIRST =
      Comparator.comparingLong(ClaimedRun::scheduledAt).thenComparingLong(ClaimedRun::id);

  private ClaimPacket() {}

  /**
   * The runs of a packet, oldest scheduled instant first. It is given away: their payloads show it.
   *
   * @param packet what the database sent; null for no run
   * @param limit how many there are at most
   */
  static List<ClaimedRun> open(byte @Nullable [] packet, int limit) {
    if (packet == null) {
      return List.of();
    }
    int most = Math.min(limit, packet.length / HEADER_BYTES);
    ArrayList<ClaimedRun> runs = new ArrayList<>(most);
    boolean sorted = true;
    @Nullable ClaimedRun last = null;
    int at = 0;
    while (at < packet.length) {
      ClaimedRun run = read(packet, at);
      sorted &= last == null || OLDEST_FIRST.compare(last, run) < 0;
      runs.add(run);
      last = run;
      Bytes payload = run.payload();
      at += HEADER_BYTES + (payload == null ? 0 : payload.length());
    }
    if (!sorted) {
      runs.sort(OLDEST_FIRST); // what an update returns comes in no order
    }
    return runs;
  }

  private static ClaimedRun read(byte[] packet, int at) {
    int payloadBytes = (int) INT.get(packet, at + 40);
    return new ClaimedRun(
        (long) LONG.get(packet, at),
        (long) LONG.get(packet, at + 8),
        (int) INT.get(packet, at + 24),
        (int) INT.get(packet, at + 28),
        (int) INT.get(packet, at + 32),
        (int) INT.get(packet, at + 36),
        (long) LONG.get(packet, at + 16),
        payloadBytes < 0 ? null : Bytes.of(packet, at + HEADER_BYTES, payloadBytes));
  }
}
