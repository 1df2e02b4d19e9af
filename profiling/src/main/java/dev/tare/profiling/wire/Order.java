package dev.tare.profiling.wire;

import dev.tare.profiling.record.Metric;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a measuring JVM is to measure.
 *
 * @param include regular expressions, any of which a benchmark's name must contain; empty for all
 * @param exclude regular expressions, none of which it may contain
 * @param params values that replace a benchmark's own for a parameter
 * @param properties system properties for the benchmarks; on a command line anybody could read them
 * @param skip how many rows of the sorted list to leave out: those that an earlier JVM has done
 * @param metrics what to count
 * @param packages where copies are counted, if they are; empty for the benchmarks' own
 * @param copyMethods further methods that copy an object
 */
public record Order(
    List<String> include,
    List<String> exclude,
    Map<String, List<String>> params,
    Map<String, String> properties,
    int skip,
    Set<Metric> metrics,
    List<String> packages,
    List<String> copyMethods) {

  /** An order that counts bytes alone. */
  public Order(
      List<String> include,
      List<String> exclude,
      Map<String, List<String>> params,
      Map<String, String> properties,
      int skip) {
    this(include, exclude, params, properties, skip, Set.of(Metric.BYTES), List.of(), List.of());
  }

  /** Writes this order. */
  public void write(DataOutput out) throws IOException {
    writeAll(out, include);
    writeAll(out, exclude);
    out.writeInt(params.size());
    for (Map.Entry<String, List<String>> param : params.entrySet()) {
      out.writeUTF(param.getKey());
      writeAll(out, param.getValue());
    }
    out.writeInt(properties.size());
    for (Map.Entry<String, String> property : properties.entrySet()) {
      out.writeUTF(property.getKey());
      out.writeUTF(property.getValue());
    }
    out.writeInt(skip);
    writeAll(out, metrics.stream().map(Metric::name).sorted().toList());
    writeAll(out, packages);
    writeAll(out, copyMethods);
  }

  /** Reads what {@link #write} wrote. */
  public static Order read(DataInput in) throws IOException {
    List<String> include = readAll(in);
    List<String> exclude = readAll(in);
    Map<String, List<String>> params = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      params.put(in.readUTF(), readAll(in));
    }
    Map<String, String> properties = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      properties.put(in.readUTF(), in.readUTF());
    }
    int skip = in.readInt();
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    readAll(in).forEach(name -> metrics.add(Metric.valueOf(name)));
    List<String> packages = readAll(in);
    List<String> copyMethods = readAll(in);
    return new Order(include, exclude, params, properties, skip, metrics, packages, copyMethods);
  }

  private static void writeAll(DataOutput out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readAll(DataInput in) throws IOException {
    int size = in.readInt();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
