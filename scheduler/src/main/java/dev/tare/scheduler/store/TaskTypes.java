package dev.tare.scheduler.store;

import dev.tare.scheduler.model.worker.TypeSet;
import java.util.Collection;

/**
 * The names of task types, interned: each has one small number, the same on every node and for
 * ever. There are at most {@link TypeSet#MAX_ID} of them.
 *
 * <p>Safe to call from any thread. A type that has been asked for once costs no statement and
 * allocates nothing.
 */
public interface TaskTypes {

  /**
   * The id of a type, which is made if there is none of that name.
   *
   * @return 1 or more
   * @throws dev.tare.scheduler.error.ValidationException if the name does not have 1–100
   *     characters, or there are too many types
   */
  int idOf(String name);

  /** The id of a type, or 0 if nobody has made it; makes none. */
  int find(String name);

  /**
   * The name of a type.
   *
   * @throws dev.tare.scheduler.error.NotFoundException if there is no such type
   */
  String nameOf(int typeId);

  /** The set of these types; those that are new are made. */
  TypeSet setOf(Collection<String> names);
}
