package dev.tare.reports.cli.inspect;

import dev.tare.profiling.layout.LayoutStream;
import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.io.ReportFiles;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.launch.LayoutJvm;
import dev.tare.reports.layouts.LayoutJson;
import dev.tare.reports.layouts.LayoutText;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sizes, fields and padding of classes, and sizes of live objects, in every object layout. */
@Command(
    name = "layout",
    sortOptions = false,
    description = {
      "Shows how large an instance of each class is, and why: fields, offsets, padding.",
      "In all four object layouts, whichever the JVM has; of two classes, the difference too.",
      "With --graph the size of a live object, and of all that it refers to, class by class."
    })
final class LayoutVerb extends Verb {
  @Mixin
  private ClassOptions classes = new ClassOptions();

  LayoutVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    LayoutStream.Content content = LayoutJvm.model(
        classes.jvmHome(surroundings.defaults()),
        classes.paths(surroundings.defaults()),
        classes.names());
    String json = LayoutJson.render(content, command("layout", classes.arguments()));
    classes
        .out()
        .ifPresent(directory -> ReportFiles.write(
            Map.of(directory.resolve("layout.json"), json), surroundings.writer()));
    surroundings
        .out()
        .print(
            switch (classes.format()) {
              case TEXT -> LayoutText.text(content);
              case MARKDOWN -> LayoutText.markdown(content);
              case JSON -> json;
            });
    surroundings.out().flush();
    return ExitCode.OK.code();
  }
}
