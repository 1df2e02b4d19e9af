package dev.tare.profiling.layout;

/**
 * The size of all that can be reached from an object.
 *
 * @param objects how many objects
 * @param bytes their bytes, headers and padding included
 */
public record GraphSize(long objects, long bytes) {
  GraphSize plus(GraphSize other) {
    return new GraphSize(objects + other.objects, bytes + other.bytes);
  }
}
