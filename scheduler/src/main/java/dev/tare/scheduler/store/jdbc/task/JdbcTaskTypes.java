package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Table;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The types in their table, and those that this process has met in memory: a type never changes,
 * and there are {@value TypeSet#MAX_ID} at most.
 */
public final class JdbcTaskTypes implements TaskTypes {
  private static final Sql FIND = Sql.of("SELECT id FROM task_type WHERE name = ?");

  private static final Sql NAME = Sql.of("SELECT name FROM task_type WHERE id = ?");

  private static final Sql COUNT = Sql.of("SELECT COUNT(*) FROM task_type");

  /** The next id, by the table itself: a sequence would leave a gap at every lost race. */
  private static final Sql INTERN =
      Sql.of("INSERT INTO task_type (id, name) SELECT COALESCE(MAX(id), 0) + 1, ?"
          + " FROM task_type WHERE TRUE HAVING COALESCE(MAX(id), 0) < " + TypeSet.MAX_ID
          + " ON CONFLICT DO NOTHING");

  private final Table table;
  private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable String> names =
      new AtomicReferenceArray<>(TypeSet.MAX_ID + 1);

  /** Over these sessions; one instance a database serves a whole process. */
  public JdbcTaskTypes(Sessions sessions) {
    this.table = new Table(sessions, "task_type");
  }

  @Override
  public int idOf(String name) {
    Integer known = ids.get(name);
    return known != null
        ? known
        : table.<Integer>work("idOf", name, session -> intern(session, name));
  }

  @Override
  public int find(String name) {
    Integer known = ids.get(name);
    return known != null
        ? known
        : table.<Integer>work("find", name, session -> select(session, name));
  }

  @Override
  public String nameOf(int typeId) {
    String known = known(typeId);
    return known != null ? known : table.work("nameOf", typeId, session -> name(session, typeId));
  }

  @Override
  public TypeSet setOf(Collection<String> typeNames) {
    int[] set = new int[typeNames.size()];
    int size = 0;
    for (String name : typeNames) {
      set[size++] = idOf(name);
    }
    return TypeSet.of(set);
  }

  /** The same as {@link #idOf} in a session that is open and in no transaction. */
  int intern(Session session, String name) throws SQLException {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    NewTask.checkTaskType(name);
    int id = select(session, name);
    while (id == 0) {
      Table.update(session, INTERN, statement -> statement.setString(1, name));
      id = select(session, name); // absent if another name was given the same id meanwhile
      if (id == 0 && Table.number(session, COUNT, statement -> {}) >= TypeSet.MAX_ID) {
        throw new ValidationException("taskType " + name + " would be one of more than "
            + TypeSet.MAX_ID + " types: use one that there is");
      }
    }
    return id;
  }

  /** The same as {@link #nameOf} in a session that is open. */
  String name(Session session, int typeId) throws SQLException {
    String known = known(typeId);
    if (known != null) {
      return known;
    }
    String name = Table.first(
            session, NAME, statement -> statement.setInt(1, typeId), rows -> rows.getString(1))
        .orElseThrow(() -> new NotFoundException("task type", typeId));
    remember(name, typeId);
    return name;
  }

  private int select(Session session, String name) throws SQLException {
    int id = Table.first(
            session, FIND, statement -> statement.setString(1, name), rows -> rows.getInt(1))
        .orElse(0);
    if (id != 0) {
      remember(name, id);
    }
    return id;
  }

  private void remember(String name, int typeId) {
    ids.put(name, typeId);
    names.set(typeId, name);
  }

  private @Nullable String known(int typeId) {
    return typeId > 0 && typeId <= TypeSet.MAX_ID ? names.get(typeId) : null;
  }
}
