package dev.tare.profiling.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.recording.RecordingPlan;
import dev.tare.profiling.sites.SitesBy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Order ORDER = new Order(
      List.of("^a\\.B$", ""),
      List.of("ü"),
      Map.of("size", List.of("1", "2"), "empty", List.of()),
      Map.of("tare.db", "jdbc:postgresql://h/x?user=u"),
      3,
      7,
      new Counting(
          Mode.STEADY,
          Set.of(Metric.BYTES, Metric.COPIES),
          List.of("com.acme"),
          List.of("com.acme.Order#duplicate"),
          Optional.of(SitesBy.JFR)),
      1,
      3);

  @Test
  void order_arrivesAsItWas() throws IOException {
    assertThat(read(written(ORDER))).isEqualTo(ORDER);
    Order everything = new Order(List.of(), List.of(), Map.of(), Map.of(), 0);
    assertThat(read(written(everything))).isEqualTo(everything);
  }

  @Test
  void shares_haveEachRowOnceAndBothVariantsAlike() {
    List<BenchmarkId> rows = new ArrayList<>();
    for (int i = 0; i < 128; i++) {
      String variant = i % 2 == 0 ? "COPYING" : "LEAN";
      rows.add(BenchmarkId.of("a.B.row" + i, Map.of("variant", variant)));
    }
    for (int parts = 1; parts <= 3; parts++) {
      List<BenchmarkId> dealt = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        List<BenchmarkId> share = shared(part, parts).share(rows);
        assertThat(share).isSubsetOf(rows);
        dealt.addAll(share);
        if (parts == 2) {
          assertThat(share.stream().filter(row -> row.params().containsValue("LEAN")))
              .hasSize(rows.size() / 4);
        }
      }
      assertThat(dealt).containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  private static Order shared(int part, int parts) {
    return new Order(List.of(), List.of(), Map.of(), Map.of(), 0, 128, Counting.BYTES, part, parts);
  }

  @Test
  void orderToRecord_arrivesAsItWas() throws IOException {
    RecordingPlan profile = new RecordingPlan(
        List.of(ProfileEvent.CPU, ProfileEvent.LOCK), SitesBy.AUTO, Path.of("a/b ü.jfr"), 1, 2);
    RecordingPlan heap = new RecordingPlan(List.of(), SitesBy.JFR, Path.of("c"), 3, 4);
    for (RecordOrder order : List.of(
        new RecordOrder(ORDER, List.of(), profile),
        new RecordOrder(ORDER, List.of("a.Main", "--b", ""), heap))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      order.write(new DataOutputStream(bytes));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      assertThat(RecordOrder.read(in)).isEqualTo(order);
      assertThat(in.read()).isNegative();
    }
  }

  @Test
  void orderThatBreaksOff_isTheEndOfTheStream() throws IOException {
    byte[] bytes = written(ORDER);
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
    }
  }

  private static byte[] written(Order order) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    order.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Order read(byte[] bytes) throws IOException {
    return Order.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
