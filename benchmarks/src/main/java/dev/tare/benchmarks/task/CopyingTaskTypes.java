package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The baseline: the interned types, the known ones in an immutable map that is replaced when one is
 * learnt.
 *
 * <p>Its copies, and the idiom each stands for: both maps for every type that is new (copy on
 * write, {@code Map.copyOf}); a box for every id that is looked up ({@code Map<Integer, String>});
 * a stream for a set (the collected result).
 */
public final class CopyingTaskTypes implements TaskTypes {
  private static final String FIND = "SELECT id FROM task_type WHERE name = ?";
  private static final String NAME = "SELECT name FROM task_type WHERE id = ?";
  private static final String INSERT = "INSERT INTO task_type (id, name)"
      + " SELECT COALESCE(MAX(id), 0) + 1, ? FROM task_type WHERE TRUE ON CONFLICT DO NOTHING";

  private final CopyingTransactions transactions;
  private volatile Map<String, Integer> ids = Map.of();
  private volatile Map<Integer, String> names = Map.of();

  /** Over a pool of connections; one instance a database serves a whole process. */
  public CopyingTaskTypes(DataSource pool) {
    this.transactions = new CopyingTransactions(pool);
  }

  @Override
  public int idOf(String name) {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    NewTask.checkTaskType(name);
    int id = find(name);
    while (id == 0) {
      insert(name);
      id = find(name); // absent if another name was given the same id meanwhile
    }
    return id;
  }

  private void insert(String name) {
    ErrorContext context = ErrorContext.of("task_type", "idOf").with("name", name);
    transactions.write(context, statements -> {
      if (statements.number("SELECT COUNT(*) FROM task_type") >= TypeSet.MAX_ID) {
        throw new ValidationException("taskType " + name + " would be one of more than "
            + TypeSet.MAX_ID + " types: use one that there is");
      }
      return statements.update(INSERT, name);
    });
  }

  @Override
  public int find(String name) {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    ErrorContext context = ErrorContext.of("task_type", "find").with("name", name);
    Optional<Integer> found = transactions.read(
        context, statements -> statements.first(FIND, row -> row.getInt("id"), name));
    found.ifPresent(id -> remember(id, name));
    return found.orElse(0);
  }

  @Override
  public String nameOf(int typeId) {
    String known = names.get(typeId);
    if (known != null) {
      return known;
    }
    ErrorContext context = ErrorContext.of("task_type", "nameOf").with("typeId", typeId);
    String name = transactions
        .read(context, statements -> statements.first(NAME, row -> row.getString("name"), typeId))
        .orElseThrow(() -> new NotFoundException("task type", typeId));
    remember(typeId, name);
    return names.getOrDefault(typeId, name);
  }

  @Override
  public TypeSet setOf(Collection<String> typeNames) {
    return TypeSet.of(typeNames.stream().mapToInt(this::idOf).toArray());
  }

  private synchronized void remember(Integer id, String name) {
    if (!ids.containsKey(name)) {
      Map<String, Integer> more = new HashMap<>(ids);
      more.put(name, id);
      ids = Map.copyOf(more);
      Map<Integer, String> back = new HashMap<>(names);
      back.put(id, name);
      names = Map.copyOf(back);
    }
  }
}
