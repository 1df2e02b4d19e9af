package org.acme;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A class that a loader of its own has, which sees nothing else: no agent can count in it. */
public class StrangerBenchmark {
  /** What the loader has. */
  public static final class Stranger {
    private Stranger() {}

    public static String of(String name) {
      return name.concat("!");
    }
  }

  /** The loader. */
  @State(Scope.Benchmark)
  public static class Apart {
    private Method stranger;

    @Setup
    public void load() throws Exception {
      URL jar = StrangerBenchmark.class.getProtectionDomain().getCodeSource().getLocation();
      URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null);
      stranger = loader.loadClass(Stranger.class.getName()).getMethod("of", String.class);
    }
  }

  @State(Scope.Benchmark)
  public static class Text {
    private String name = "Ada";
  }

  @Benchmark
  public Object aFirst(Text text) {
    return text.name.concat("!");
  }

  @Benchmark
  public Object hidden(Apart apart, Text text) throws Exception {
    return apart.stranger.invoke(null, text.name);
  }

  @Benchmark
  public Object later(Text text) {
    return text.name.concat("?");
  }
}
