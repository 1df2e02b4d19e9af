package dev.tare.reports.cli.inspect;

import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.launch.LayoutJvm;
import dev.tare.reports.layouts.LayoutJson;
import dev.tare.reports.layouts.LayoutText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Instance sizes, fields and padding of classes, in every object layout. */
@Command(
    name = "layout",
    sortOptions = false,
    description = {
      "Shows how large an instance of each class is, and why: fields, offsets, padding.",
      "In all four object layouts, whichever the JVM has; of two classes, the difference too."
    })
final class LayoutVerb extends Verb {
  @Mixin
  private ClassOptions classes = new ClassOptions();

  LayoutVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    List<InstanceLayout> layouts = LayoutJvm.layouts(
        classes.jvmHome(surroundings.defaults()),
        classes.paths(surroundings.defaults()),
        classes.names());
    surroundings
        .out()
        .print(
            switch (classes.format()) {
              case TEXT -> LayoutText.text(layouts);
              case MARKDOWN -> LayoutText.markdown(layouts);
              case JSON -> LayoutJson.render(layouts);
            });
    surroundings.out().flush();
    return ExitCode.OK.code();
  }
}
