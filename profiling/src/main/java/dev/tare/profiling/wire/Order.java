package dev.tare.profiling.wire;

import dev.tare.profiling.record.BenchmarkId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a measuring JVM is to measure.
 *
 * @param include regular expressions, any of which a benchmark's name must contain; empty for all
 * @param exclude regular expressions, none of which it may contain
 * @param params values that replace a benchmark's own for a parameter
 * @param properties system properties for the benchmarks; on a command line anybody could read them
 * @param skip how many rows of the sorted list to leave out: those that an earlier JVM has done
 * @param most how many rows to measure at most
 * @param counting what to count
 * @param part which of the JVMs that share the rows this is, from 0
 * @param parts how many there are
 */
public record Order(
    List<String> include,
    List<String> exclude,
    Map<String, List<String>> params,
    Map<String, String> properties,
    int skip,
    int most,
    Counting counting,
    int part,
    int parts) {

  /** An order to a JVM that has all rows to itself. */
  public Order(
      List<String> include,
      List<String> exclude,
      Map<String, List<String>> params,
      Map<String, String> properties,
      int skip,
      int most,
      Counting counting) {
    this(include, exclude, params, properties, skip, most, counting, 0, 1);
  }

  /** An order that counts bytes alone, as written. */
  public Order(
      List<String> include,
      List<String> exclude,
      Map<String, List<String>> params,
      Map<String, String> properties,
      int skip) {
    this(include, exclude, params, properties, skip, Integer.MAX_VALUE, Counting.BYTES);
  }

  /**
   * The rows that are this JVM's, in their order. Neighbours are alike in cost, and every second
   * one often is of the cheaper variant: the sum of the digits of a row's number, in base
   * {@code parts}, deals them out fairly (the sequence of Thue and Morse, of two).
   */
  public List<BenchmarkId> share(List<BenchmarkId> rows) {
    List<BenchmarkId> share = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int digits = 0;
      for (int left = i; parts > 1 && left > 0; left /= parts) {
        digits += left % parts;
      }
      if (digits % parts == part) {
        share.add(rows.get(i));
      }
    }
    return List.copyOf(share);
  }

  /** Writes this order. */
  public void write(DataOutput out) throws IOException {
    Texts.write(out, include);
    Texts.write(out, exclude);
    out.writeInt(params.size());
    for (Map.Entry<String, List<String>> param : params.entrySet()) {
      out.writeUTF(param.getKey());
      Texts.write(out, param.getValue());
    }
    out.writeInt(properties.size());
    for (Map.Entry<String, String> property : properties.entrySet()) {
      out.writeUTF(property.getKey());
      out.writeUTF(property.getValue());
    }
    out.writeInt(skip);
    out.writeInt(most);
    counting.write(out);
    out.writeInt(part);
    out.writeInt(parts);
  }

  /** Reads what {@link #write} wrote. */
  public static Order read(DataInput in) throws IOException {
    List<String> include = Texts.read(in);
    List<String> exclude = Texts.read(in);
    Map<String, List<String>> params = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      params.put(in.readUTF(), Texts.read(in));
    }
    Map<String, String> properties = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      properties.put(in.readUTF(), in.readUTF());
    }
    int skip = in.readInt();
    int most = in.readInt();
    Counting counting = Counting.read(in);
    int part = in.readInt();
    int parts = in.readInt();
    return new Order(include, exclude, params, properties, skip, most, counting, part, parts);
  }
}
