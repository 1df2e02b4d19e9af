package dev.tare.reports.profile.row;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.Attribution.Frame;
import dev.tare.reports.json.JsonFile;
import dev.tare.reports.page.figure.FlameFigure;
import dev.tare.reports.page.figure.FlameGraph;
import dev.tare.reports.page.figure.Source;
import dev.tare.reports.render.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Flame graphs for a page, from the directories of rows: those of a pair are one figure. */
public final class FlameFigures {
  private static final String ADVICE = "give stacks as 'tare profile' wrote them";

  /** What JMH generates around a benchmark: nothing outside of it is the benchmark's. */
  private static final String GENERATED = ".jmh_generated.";

  private static final int HOTTEST = 8;

  private FlameFigures() {}

  /** A row's stacks of one event. */
  private record Recorded(RowFile row, String variant, Path file, Stacks stacks) {}

  private record Key(String pair, String jvm, ProfileEvent event) {
    // What is allocated is what this is about.
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::pair)
        .thenComparing(Key::jvm)
        .thenComparing(key -> key.event() != ProfileEvent.ALLOC)
        .thenComparing(Key::event);
  }

  /**
   * The figures of these files, sorted by row and event.
   *
   * @param files each a {@code profile.json}
   * @throws dev.tare.reports.UserError if one of them, or stacks beside it, can not be used
   */
  public static List<FlameFigure> of(List<Path> files) {
    SortedMap<Key, List<Recorded>> groups = new TreeMap<>(Key.ORDER);
    for (Path file : files) {
      RowFile row = RowFile.read(file);
      String variant =
          RowFiles.variant(row.id()).map(name -> name.toLowerCase(Locale.ROOT)).orElse("");
      for (ProfileEvent event : row.events()) {
        Path stacks = file.resolveSibling(event.label() + ".collapsed");
        Key key =
            new Key(RowFiles.pair(row.id()).toString(), row.environment().baselineKey(), event);
        groups
            .computeIfAbsent(key, group -> new ArrayList<>())
            .add(new Recorded(row, variant, stacks, stacks(stacks, event)));
      }
    }
    List<FlameFigure> figures = new ArrayList<>();
    groups.forEach((key, rows) -> {
      rows.sort((a, b) -> a.variant().compareTo(b.variant()));
      figures.addAll(figures(key, rows));
    });
    return figures;
  }

  private static Stacks stacks(Path file, ProfileEvent event) {
    try {
      return Stacks.of(Files.readString(file, StandardCharsets.UTF_8), event);
    } catch (IllegalArgumentException wrong) {
      throw JsonFile.unusable(file, "no collapsed stacks: " + wrong.getMessage(), ADVICE, wrong);
    } catch (IOException failure) {
      throw JsonFile.unreadable(file, ADVICE, failure);
    }
  }

  /** A pair is one figure; whatever else has the same name is one each. */
  private static List<FlameFigure> figures(Key key, List<Recorded> rows) {
    List<String> variants = rows.stream().map(Recorded::variant).toList();
    if (variants.equals(List.of("copying", "lean"))) {
      return List.of(figure(key, rows));
    }
    return rows.stream().map(row -> figure(key, List.of(row))).toList();
  }

  private static FlameFigure figure(Key key, List<Recorded> rows) {
    BenchmarkId id = rows.get(0).row().id();
    List<String> variants = rows.stream()
        .map(row -> row.variant().isEmpty() ? key.event().label() : row.variant())
        .toList();
    FlameGraph graph = new FlameGraph(variants, key.event().label(), own(id));
    for (int i = 0; i < rows.size(); i++) {
      for (Stacks.Stack stack : rows.get(i).stacks().all()) {
        graph.add(i, calls(stack), stack.value());
      }
    }
    return new FlameFigure(
        Wording.clean(key.pair()),
        key.event().label(),
        graph,
        hottest(rows.stream().map(Recorded::stacks).toList()),
        rows.stream().map(FlameFigures::source).toList());
  }

  private static Source source(Recorded row) {
    return new Source(
        row.file().toString(),
        row.row().command(),
        row.row().seconds() + " s by " + row.row().recorder() + ", "
            + row.row().environment().baselineKey());
  }

  /** The first names of the package: an organisation's or a project's. */
  private static String own(BenchmarkId id) {
    String name = id.benchmark();
    int first = name.indexOf('.');
    int second = name.indexOf('.', first + 1);
    return second < 0 ? name : name.substring(0, second + 1);
  }

  /** The outermost call of the benchmark first, what was allocated last. */
  private static List<String> calls(Stacks.Stack stack) {
    List<String> calls = new ArrayList<>();
    for (int i = stack.calls().size() - 1; i >= 0; i--) {
      Frame call = stack.calls().get(i);
      if (call.type().contains(GENERATED)) {
        calls.clear();
      } else {
        calls.add(Stacks.name(call));
      }
    }
    if (!stack.type().isEmpty()) {
      calls.add(stack.type());
    }
    return calls;
  }

  private static List<FlameFigure.Method> hottest(List<Stacks> variants) {
    SortedMap<String, List<Double>> shares = new TreeMap<>();
    for (int i = 0; i < variants.size(); i++) {
      Stacks stacks = variants.get(i);
      int variant = i;
      stacks
          .methods()
          .forEach((name, share) -> shares
              .computeIfAbsent(name, each -> zeros(variants.size()))
              .set(variant, stacks.total() == 0 ? 0.0 : (double) share.self() / stacks.total()));
    }
    return shares.entrySet().stream()
        .sorted((a, b) -> Double.compare(most(b.getValue()), most(a.getValue())))
        .limit(HOTTEST)
        .filter(method -> most(method.getValue()) > 0)
        .map(method -> new FlameFigure.Method(
            brief(method.getKey()), method.getKey(), List.copyOf(method.getValue())))
        .toList();
  }

  private static List<Double> zeros(int count) {
    List<Double> zeros = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      zeros.add(0.0);
    }
    return zeros;
  }

  private static double most(List<Double> shares) {
    return shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private static String brief(String method) {
    int name = method.lastIndexOf('.');
    int type = name < 0 ? -1 : method.lastIndexOf('.', name - 1);
    return method.substring(type + 1);
  }
}
