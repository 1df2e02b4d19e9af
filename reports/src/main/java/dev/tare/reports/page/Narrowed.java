package dev.tare.reports.page;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.reports.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Commands that measure one row of what a command measured. */
final class Narrowed {
  private static final Set<String> SELECTION = Set.of("--include", "--exclude", "--param");

  /** Set by {@code --db}, which the command has. */
  private static final String DIALECT = "dialect";

  private Narrowed() {}

  /** The command for this row alone, in each variant. */
  static String command(String command, BenchmarkId row) {
    List<String> words = new ArrayList<>();
    List<String> given = CommandText.words(command);
    for (int i = 0; i < given.size(); i++) {
      if (SELECTION.contains(given.get(i))) {
        i++;
      } else {
        words.add(given.get(i));
      }
    }
    words.add("--include");
    words.add('^' + CommandText.literalRegex(row.benchmark()) + '$');
    row.params().forEach((name, value) -> {
      boolean plain = !value.isEmpty() && value.indexOf(',') < 0 && name.indexOf('=') < 0;
      if (plain && !name.equals(DIALECT)) { // what no option can say selects more rows
        words.add("--param");
        words.add(name + '=' + value);
      }
    });
    return CommandText.of(words);
  }
}
