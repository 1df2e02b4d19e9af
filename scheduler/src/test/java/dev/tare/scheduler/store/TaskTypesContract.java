package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.worker.TypeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link TaskTypes} does, over every database. */
public abstract class TaskTypesContract {
  private TaskTypes types;
  private TaskTypes elsewhere;

  /** The types under test over an empty database. */
  protected abstract TaskTypes emptyTypes();

  /** Another node's types over the same database. */
  protected abstract TaskTypes anotherNodesTypes();

  @BeforeEach
  void startEmpty() {
    types = emptyTypes();
    elsewhere = anotherNodesTypes();
  }

  @Test
  void ids_areDenseFromOne() {
    assertThat(types.idOf("shell")).isEqualTo(1);
    assertThat(elsewhere.idOf("http")).isEqualTo(2);
    assertThat(types.idOf("größe ∞")).isEqualTo(3);
    assertThat(types.idOf("Shell")).as("capitals make another type").isEqualTo(4);
  }

  @Test
  void type_hasOneIdOnEveryNode() {
    int id = types.idOf("shell");

    assertThat(types.idOf("shell")).isEqualTo(id);
    assertThat(elsewhere.idOf("shell")).isEqualTo(id);
    assertThat(elsewhere.find("shell")).isEqualTo(id);
    assertThat(elsewhere.nameOf(id)).isEqualTo("shell");
    assertThat(elsewhere.nameOf(id)).isSameAs(elsewhere.nameOf(id));
  }

  @Test
  void find_makesNoType() {
    assertThat(types.find("shell")).isZero();
    assertThat(types.idOf("http")).isEqualTo(1);
    assertThat(types.find("shell")).isZero();
  }

  @Test
  void unknownId_isNotFound() {
    for (int id : new int[] {-1, 0, 1, TypeSet.MAX_ID, TypeSet.MAX_ID + 1}) {
      assertThatThrownBy(() -> types.nameOf(id))
          .isInstanceOf(NotFoundException.class)
          .hasMessage("no task type has the id " + id);
    }
  }

  @Test
  void nameThatNoTypeCanHave_isRefused() {
    for (String name : List.of("", " ", "x".repeat(101), "a\0b")) {
      assertThatThrownBy(() -> types.idOf(name)).isInstanceOf(ValidationException.class);
    }
    assertThat(types.idOf("x".repeat(100))).isEqualTo(1);
  }

  @Test
  void set_holdsItsTypes() {
    int shell = types.idOf("shell");
    TypeSet set = types.setOf(List.of("http", "shell", "http"));

    assertThat(set.ids()).containsExactly(shell, elsewhere.find("http"));
  }

  @Test
  void concurrentNodes_agreeOnEveryType() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<Integer>>> nodes = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        TaskTypes ours = node % 2 == 0 ? types : elsewhere;
        int shift = node * 7;
        Callable<List<Integer>> work = () -> {
          IntStream.range(0, 30).forEach(i -> ours.idOf("type-" + (i + shift) % 30));
          return IntStream.range(0, 30).mapToObj(i -> ours.idOf("type-" + i)).toList();
        };
        nodes.add(pool.submit(work));
      }
      List<Integer> first = nodes.get(0).get();
      assertThat(first).hasSize(30).doesNotHaveDuplicates().allMatch(id -> id >= 1 && id <= 30);
      for (Future<List<Integer>> node : nodes) {
        assertThat(node.get()).isEqualTo(first);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
