package dev.tare.reports.render.ci;

import java.util.Optional;

/** Knows where the source of a class is. */
@FunctionalInterface
public interface Sources {

  /** The path of the file relative to the project's root, with slashes, if it is known. */
  Optional<String> fileOf(String className);
}
