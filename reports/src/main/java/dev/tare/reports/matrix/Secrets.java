package dev.tare.reports.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes credentials out of whatever a database driver or a measuring JVM may have said. */
public final class Secrets {
  private final List<String> literals;

  /** The credentials of these databases. */
  public Secrets(Collection<Database> databases) {
    // The longest first: one may contain another.
    literals = databases.stream()
        .flatMap(database -> database.credentials().stream())
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** The text with every credential masked. */
  public String hide(String text) {
    String hidden = Database.mask(text);
    for (String literal : literals) {
      hidden = hidden.replace(literal, "***");
    }
    return hidden;
  }

  /** The same for a file, if there is anything to hide; bytes that are no UTF-8 are lost. */
  void hideIn(Path file) throws IOException {
    if (!literals.isEmpty() && Files.exists(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Files.writeString(file, hide(text), StandardCharsets.UTF_8);
    }
  }
}
