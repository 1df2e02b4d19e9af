package dev.tare.benchmarks.load.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The child's side: answers the lines of {@link ChildJvm}, one by one, until there are no more. */
public final class Lines {

  /** What a line asks for. */
  @FunctionalInterface
  public interface Answering {
    /** The answer, one line. */
    String answer(String line) throws Exception;
  }

  /** Before each answer: what the JVM itself prints, such as its last words, is none. */
  static final String MARK = "> ";

  private final PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final BufferedReader lines =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  /** Of this JVM; whatever else is printed goes to standard error from here on. */
  public Lines() {
    System.setOut(System.err);
  }

  /** The next line, such as the first one, which says what to open. */
  public String next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("nobody says what to do");
    }
    return line;
  }

  /** Says something that the last line asked for. */
  public void answer(String answer) {
    answers.println(MARK + answer);
  }

  /** Answers until the other side is gone. */
  public void serve(Answering answering) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      answer(answering.answer(line));
    }
  }
}
