package dev.tare.reports.cli.verbs;

import static java.util.stream.Collectors.toSet;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.Decimal;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.BaselineOptions;
import dev.tare.reports.cli.options.NameOptions;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.render.TextTable;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Verbs on what is stored, without measuring. */
abstract class BaselineVerb extends Verb {
  @Mixin
  private BaselineOptions baselineOptions = new BaselineOptions();

  @Mixin
  private NameOptions names = new NameOptions();

  BaselineVerb(Surroundings surroundings) {
    super(surroundings);
  }

  final BaselineStore store() {
    return new BaselineStore(
        baselineOptions.directory(surroundings.defaults(), false), surroundings.writer());
  }

  final Selection selection() {
    return names.selection();
  }

  final Baseline require(BaselineStore store, String key) {
    List<String> keys = store.keys();
    if (!keys.contains(key)) {
      throw new UserError(
          ExitCode.ERROR,
          "no baseline '" + key + "' under " + store.directory() + "; "
              + (keys.isEmpty() ? "there is none at all" : "there are " + String.join(", ", keys)));
    }
    return store.read(key).orElse(Baseline.empty());
  }

  /** The selected figures of a baseline. */
  final List<Measurement> selected(Baseline baseline) {
    return List.copyOf(baseline.without(selection().negate()).figures());
  }

  /** What there is. */
  @Command(name = "list", description = "Lists the environments that have a baseline.")
  static final class ListVerb extends BaselineVerb {
    ListVerb(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      BaselineStore store = store();
      TextTable table = new TextTable("lrr", "key", "benchmarks", "figures");
      for (String key : store.keys()) {
        List<Measurement> figures = selected(require(store, key));
        int benchmarks = figures.stream()
            .map(figure -> figure.id().benchmark())
            .collect(toSet())
            .size();
        table.row(key, Integer.toString(benchmarks), Integer.toString(figures.size()));
      }
      print(
          store.keys().isEmpty()
              ? "no baseline under " + store.directory()
              : table.toString().stripTrailing());
      return ExitCode.OK.code();
    }
  }

  /** The figures. */
  @Command(
      name = "show",
      description = "Shows the figures of some environments, or of all, with the sites they have.")
  static final class ShowVerb extends BaselineVerb {
    @Parameters(paramLabel = "KEY", description = "Such as jdk17; default: all.")
    private List<String> keys = new ArrayList<>();

    ShowVerb(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      BaselineStore store = store();
      for (String key : keys.isEmpty() ? store.keys() : keys) {
        TextTable table = new TextTable("llllr", "key", "benchmark", "params", "metric", "value");
        for (Measurement figure : selected(require(store, key))) {
          table.row(
              key,
              figure.id().benchmark(),
              figure.id().paramText(),
              figure.mode().label() + ' ' + figure.metric().label(),
              Wording.figure(figure));
          figure
              .sites()
              .forEach(site -> table.row(
                  "", "  " + site.location(), "", "  " + site.type(), Decimal.text(site.value())));
        }
        print(table.toString().stripTrailing());
      }
      if (store.keys().isEmpty()) {
        print("no baseline under " + store.directory());
      }
      return ExitCode.OK.code();
    }
  }

  /** Away with them. */
  @Command(
      name = "delete",
      description = "Deletes the baselines of these environments, or the selected lines of them.")
  static final class DeleteVerb extends BaselineVerb {
    @Parameters(arity = "1..*", paramLabel = "KEY", description = "Such as jdk17.")
    private List<String> keys = new ArrayList<>();

    DeleteVerb(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      BaselineStore store = store();
      keys.forEach(key -> require(store, key));
      for (String key : keys) {
        Baseline before = require(store, key);
        Baseline after = before.without(selection());
        int deleted = before.figures().size() - after.figures().size();
        if (after.figures().isEmpty()) {
          store.delete(key);
        } else {
          store.write(Map.of(key, after));
        }
        print(key + ": " + Wording.count(deleted, "line") + " deleted");
      }
      return ExitCode.OK.code();
    }
  }
}
