package dev.tare.scheduler.error;

/** What the call names does not exist. */
public final class NotFoundException extends BusinessException {
  private static final long serialVersionUID = 1L;

  /** No {@code kind}, such as "run", has this id. */
  public NotFoundException(String kind, long id) {
    super("no " + kind + " has the id " + id);
  }

  /** No {@code kind}, such as "queue", has this name. */
  public NotFoundException(String kind, String name) {
    super("no " + kind + " has the name " + name);
  }
}
