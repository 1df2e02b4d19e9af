package dev.tare.profiling.layout;

import java.util.List;
import java.util.Map;

/**
 * All that can be reached from one live object, class by class, in every layout.
 *
 * @param source what made the object, as {@code com.acme.Factory::make}
 * @param type its class
 * @param running the layout of the JVM that made it
 * @param shares of each class, that with the most bytes first
 */
public record ObjectGraph(String source, String type, VmLayout running, List<Share> shares) {

  /**
   * The objects of one class.
   *
   * @param type the class, as source code has it
   * @param objects how many
   * @param bytes theirs all together, in every layout
   */
  public record Share(String type, long objects, Map<VmLayout, Long> bytes) {
    /** Theirs in one layout. */
    public long bytes(VmLayout vm) {
      return bytes.getOrDefault(vm, 0L);
    }
  }

  /** The whole graph in one layout. */
  public GraphSize size(VmLayout vm) {
    long objects = 0;
    long bytes = 0;
    for (Share share : shares) {
      objects += share.objects();
      bytes += share.bytes(vm);
    }
    return new GraphSize(objects, bytes);
  }
}
