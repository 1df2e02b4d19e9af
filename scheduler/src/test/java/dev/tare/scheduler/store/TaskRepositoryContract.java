package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TaskRepository} does with definitions, over every database. */
public abstract class TaskRepositoryContract {
  private static final long NOW = 1_800_000_000_000L;

  private TaskRepository tasks;
  private TaskTypes types;

  /** The stores under test over an empty database. */
  protected abstract Stores emptyStores();

  @BeforeEach
  void startEmpty() {
    Stores stores = emptyStores();
    tasks = stores.tasks();
    types = stores.types();
  }

  @Test
  void createdTask_readsBackWholly() {
    Task other = create("other");
    NewTask definition = NewTask.builder("größe ∞", "shéll")
        .schedule("0 */5 * * * *")
        .parameters(json("{\"größe\":\"∞\\u0000\"}"))
        .timeoutSeconds(86_400)
        .maxRetries(10)
        .dependencies(Ids.of(other.id()))
        .shards(4, "région")
        .build();

    Task created = tasks.create(definition, NOW + 9, NOW);

    assertThat(created)
        .isEqualTo(new Task(
            created.id(),
            "größe ∞",
            types.find("shéll"),
            "shéll",
            "0 */5 * * * *",
            definition.parameters(),
            86_400,
            10,
            TaskStatus.ACTIVE,
            Ids.of(other.id()),
            4,
            "région",
            NOW + 9,
            NOW,
            NOW));
    assertThat(tasks.byId(created.id())).contains(created);
    assertThat(tasks.byName("größe ∞")).contains(created);
    assertThat(created.toBuilder().build()).isEqualTo(definition);
  }

  @Test
  void absentValues_stayAbsent() {
    Task task = read(create("plain").id());

    assertThat(task.schedule()).isNull();
    assertThat(task.shardKey()).isNull();
    assertThat(task.shardCount()).isZero();
    assertThat(task.nextDueAt()).isZero();
    assertThat(task.dependencies()).isSameAs(Ids.NONE);
    assertThat(task.parameters()).isEqualTo(json("{}"));
  }

  @Test
  void largestParameters_readBack() {
    byte[] large = new byte[1 << 20];
    java.util.Arrays.fill(large, (byte) ' ');
    large[0] = '{';
    large[large.length - 1] = '}';
    NewTask definition =
        NewTask.builder("large", "t").parameters(Bytes.of(large)).build();

    assertThat(read(tasks.create(definition, 0, NOW).id()).parameters()).isEqualTo(Bytes.of(large));
  }

  @Test
  void partOfAnArray_isStoredAsThatPart() {
    Bytes part = Bytes.of("xx{\"a\":1}yy".getBytes(StandardCharsets.UTF_8), 2, 7);
    Task created = tasks.create(NewTask.builder("part", "t").parameters(part).build(), 0, NOW);

    assertThat(read(created.id()).parameters()).isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void unknownTask_isEmpty() {
    assertThat(tasks.byId(404)).isEmpty();
    assertThat(tasks.byName("nobody")).isEmpty();
  }

  @Test
  void nameThatIsTaken_isRefused() {
    create("taken");

    assertThatThrownBy(() -> create("taken"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("taken");
    assertThat(create("Taken").name()).as("capitals make another name").isEqualTo("Taken");
  }

  @Test
  void nameOfADeletedTask_staysTaken() {
    tasks.delete(create("gone").id(), NOW);

    assertThatThrownBy(() -> create("gone")).isInstanceOf(ConflictException.class);
  }

  @Test
  void dependencyThatDoesNotExist_isRefused() {
    Task there = create("there");

    assertThatThrownBy(() -> create("new", there.id(), 404))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("1 do not exist");
    assertThat(tasks.byName("new")).isEmpty();
  }

  @Test
  void taskWithoutSchedule_isNeverDue() {
    assertThat(tasks.create(NewTask.builder("t", "t").build(), NOW, NOW).nextDueAt())
        .isZero();
    NewTask inactive = NewTask.builder("i", "t")
        .schedule("* * * * * *")
        .status(TaskStatus.INACTIVE)
        .build();
    assertThat(tasks.create(inactive, NOW, NOW).nextDueAt()).isZero();
  }

  @Test
  void update_replacesTheDefinition() {
    Task other = create("other");
    Task before = create("before", other.id());
    NewTask definition = NewTask.builder("after", "another")
        .schedule("0 0 * * * *")
        .parameters(json("{\"a\":1}"))
        .timeoutSeconds(1)
        .maxRetries(2)
        .shards(3, "k")
        .build();

    Task updated = tasks.update(before.id(), definition, NOW + 50, NOW + 7);

    assertThat(updated.toBuilder().build()).isEqualTo(definition);
    assertThat(updated.nextDueAt()).isEqualTo(NOW + 50);
    assertThat(updated.createdAt()).isEqualTo(NOW);
    assertThat(updated.updatedAt()).isEqualTo(NOW + 7);
    assertThat(updated.typeId()).isEqualTo(types.find("another"));
    assertThat(tasks.byId(before.id())).contains(updated);
    assertThat(tasks.byName("before")).isEmpty();
  }

  @Test
  void versions_riseWithinOneMillisecond() {
    Task task = create("t");
    long first = tasks.update(task.id(), task.toBuilder().build(), 0, NOW).updatedAt();
    long second = tasks.update(task.id(), task.toBuilder().build(), 0, NOW).updatedAt();

    assertThat(first).isGreaterThan(NOW);
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void updateOfAnUnknownTask_isNotFound() {
    assertThatThrownBy(() -> tasks.update(404, NewTask.builder("t", "t").build(), 0, NOW))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("no task has the id 404");
  }

  @Test
  void updateToANameThatIsTaken_isRefused() {
    create("taken");
    Task task = create("mine");

    assertThatThrownBy(
            () -> tasks.update(task.id(), task.toBuilder().name("taken").build(), 0, NOW))
        .isInstanceOf(ConflictException.class);
    assertThat(read(task.id())).isEqualTo(task);
  }

  @Test
  void cycle_isRefused() {
    Task a = create("a");
    Task b = create("b", a.id());
    Task c = create("c", b.id(), a.id());

    for (Task last : List.of(a, b, c)) {
      assertThatThrownBy(() -> depend(a, last.id()))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("would depend on itself");
    }
    assertThat(read(a.id())).isEqualTo(a);
    assertThat(create("d", b.id(), c.id()).dependencies())
        .as("a diamond")
        .hasToString("[" + b.id() + "," + c.id() + "]");
  }

  @Test
  void refusals_leaveTheConnectionInOrder() {
    Task a = create("a");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> depend(a, a.id())).isInstanceOf(ValidationException.class);
      assertThatThrownBy(() -> create("a")).isInstanceOf(ConflictException.class);
    }
    assertThat(create("b").id()).isPositive();
  }

  @Test
  void deletedTask_isInactiveAndNeverDue() {
    NewTask scheduled = NewTask.builder("t", "t").schedule("* * * * * *").build();
    Task task = tasks.create(scheduled, NOW, NOW);

    assertThat(tasks.delete(task.id(), NOW + 1)).isEqualTo(StatusChange.CHANGED);
    assertThat(tasks.delete(task.id(), NOW + 2)).isEqualTo(StatusChange.UNCHANGED);

    Task deleted = read(task.id());
    assertThat(deleted.status()).isEqualTo(TaskStatus.INACTIVE);
    assertThat(deleted.nextDueAt()).isZero();
    assertThat(deleted.updatedAt()).isEqualTo(NOW + 1);
    assertThatThrownBy(() -> tasks.delete(404, NOW)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void pages_showEveryTaskOnce() {
    for (int i = 0; i < 25; i++) {
      create("task-" + i);
    }
    Page<Task> first = tasks.list(TaskFilter.ANY, new PageRequest(1, 10));
    Page<Task> third = tasks.list(TaskFilter.ANY, new PageRequest(3, 10));

    assertThat(first.items())
        .extracting(Task::name)
        .startsWith("task-0", "task-1")
        .hasSize(10);
    assertThat(third.items())
        .extracting(Task::name)
        .containsExactly("task-20", "task-21", "task-22", "task-23", "task-24");
    assertThat(first.total()).isEqualTo(25);
    assertThat(first.totalPages()).isEqualTo(3);
    assertThat(tasks.list(TaskFilter.ANY, new PageRequest(4, 10)).items()).isEmpty();
    assertThat(
            tasks.list(TaskFilter.ANY, new PageRequest(Integer.MAX_VALUE, 100)).total())
        .isEqualTo(25);
  }

  @Test
  void filters_combine() {
    tasks.create(NewTask.builder("report-a", "shell").build(), 0, NOW);
    tasks.create(NewTask.builder("report-b", "http").build(), 0, NOW);
    tasks.create(NewTask.builder("clean-a", "shell").build(), 0, NOW);
    tasks.delete(tasks.byName("clean-a").orElseThrow().id(), NOW);

    assertThat(names(TaskStatus.ACTIVE, null, null)).containsExactly("report-a", "report-b");
    assertThat(names(TaskStatus.INACTIVE, null, null)).containsExactly("clean-a");
    assertThat(names(null, "shell", null)).containsExactly("report-a", "clean-a");
    assertThat(names(null, null, "report-*")).containsExactly("report-a", "report-b");
    assertThat(names(TaskStatus.ACTIVE, "shell", "*-a")).containsExactly("report-a");
    assertThat(names(null, "never seen", null)).isEmpty();
    assertThat(types.find("never seen")).as("a filter makes no type").isZero();
  }

  @Test
  void patternsCharacters_standForThemselves() {
    for (String name : List.of("100%", "100x", "a_b", "axb", "a\\b", "a?b", "a[x]b", "[x]", "Ab")) {
      create(name);
    }
    assertThat(names(null, null, "100%")).containsExactly("100%");
    assertThat(names(null, null, "a_b")).containsExactly("a_b");
    assertThat(names(null, null, "a\\b")).containsExactly("a\\b");
    assertThat(names(null, null, "a?b")).containsExactly("a?b");
    assertThat(names(null, null, "*[x]*")).containsExactly("a[x]b", "[x]");
    assertThat(names(null, null, "a*b"))
        .as("capitals differ")
        .containsExactly("a_b", "axb", "a\\b", "a?b", "a[x]b");
    assertThat(names(null, null, "*")).hasSize(9);
  }

  @Test
  void activeTasks_comeInParts() {
    long first = create("a").id();
    tasks.delete(create("b").id(), NOW);
    long third = create("c").id();

    assertThat(tasks.active(0, 1)).extracting(Task::id).containsExactly(first);
    assertThat(tasks.active(first, 10)).extracting(Task::id).containsExactly(third);
    assertThat(tasks.active(third, 10)).isEmpty();
  }

  private List<String> names(
      @Nullable TaskStatus status, @Nullable String type, @Nullable String pattern) {
    TaskFilter filter = new TaskFilter(status, type, pattern);
    Page<Task> page = tasks.list(filter, PageRequest.first());
    assertThat(page.total()).isEqualTo(page.items().size()).isEqualTo(tasks.count(filter));
    return page.items().stream().map(Task::name).toList();
  }

  private Task create(String name, long... dependencies) {
    return tasks.create(
        NewTask.builder(name, "type").dependencies(Ids.of(dependencies)).build(), 0, NOW);
  }

  private Task depend(Task task, long dependency) {
    return tasks.update(
        task.id(), task.toBuilder().dependencies(Ids.of(dependency)).build(), 0, NOW);
  }

  private Task read(long id) {
    return tasks.byId(id).orElseThrow();
  }

  private static Bytes json(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
