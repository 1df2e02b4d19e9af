package dev.tare.scheduler.api.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemException;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the members of a JSON object, each once and in the order in which they come. For
 * one thread; close it.
 *
 * <p>What is no JSON throws {@link ProblemKind#MALFORMED_JSON} with line and column (in bytes);
 * what is JSON and not what was asked for throws {@link ProblemKind#INVALID} with the member's name
 * as well. The syntax behind a member is known to be good only when {@link #next} has gone past it.
 */
public final class JsonBody implements AutoCloseable {
  private static final Bytes NO_NAME = Bytes.of(new byte[0]);
  private static final int SHOWN_CHARS = 100;

  private final Bytes text;
  private final JsonParser parser;
  private final boolean namesKept;
  private String prefix = "";
  private String field = "";
  private Bytes nameAsWritten = NO_NAME;
  private int members;

  private JsonBody(Bytes text, JsonParser parser, boolean namesKept) {
    this.text = text;
    this.parser = parser;
    this.namesKept = namesKept;
  }

  /**
   * Opens a document that is to be an object.
   *
   * @param text UTF-8; views that are cut out of it keep it alive
   */
  public static JsonBody open(Bytes text) {
    return open(text, false);
  }

  /** The same; whether {@link #nameAsWritten} can be asked for. */
  static JsonBody open(Bytes text, boolean namesKept) {
    if (text.length() == 0) {
      throw malformed("the body is empty: send a JSON object").asException();
    }
    // A first or second byte of 0, or one of a mark, would be read as UTF-16 or UTF-32.
    boolean wide = text.at(0) == 0 || (text.length() > 1 && text.at(1) == 0);
    if (wide || !WellFormed.isUtf8(text)) {
      throw malformed("the body is not UTF-8, which JSON is sent in").asException();
    }
    if ((text.at(0) & 0xff) == 0xef) {
      throw malformed("the body begins with a byte order mark or no JSON: leave the mark out")
          .at(1, 1)
          .asException();
    }
    try {
      JsonBody body = new JsonBody(text, Json.parser(text), namesKept);
      if (body.token() != JsonToken.START_OBJECT) {
        throw body.wrong("the body is " + body.found() + ": send a JSON object", null);
      }
      return body;
    } catch (IOException e) {
      throw new IllegalStateException("an array in memory can be read", e);
    }
  }

  /** Checks a whole document that is to be an object, and returns it. */
  public static Bytes checked(Bytes text) {
    try (JsonBody body = open(text)) {
      while (body.next() != null) {
        body.skip();
      }
      return text;
    }
  }

  /**
   * The next member's name; null behind the last one, which ends what {@link #enter} began, or the
   * document, where nothing else may follow.
   */
  public @Nullable String next() {
    JsonToken token = token();
    if (token == JsonToken.FIELD_NAME) {
      String name = name();
      field = prefix.isEmpty() ? name : prefix + name;
      nameAsWritten = namesKept ? writtenName() : NO_NAME;
      members++;
      token();
      return name;
    }
    if (!prefix.isEmpty()) {
      prefix = "";
      return null;
    }
    if (token() != null) {
      throw wrong("something follows the JSON object: send one object alone", null);
    }
    return null;
  }

  /** The name of the member as it was written, quotes included. */
  Bytes nameAsWritten() {
    return nameAsWritten;
  }

  /** Goes into the member, an object: its members come next. One level is kept track of. */
  public void enter() {
    expect(JsonToken.START_OBJECT, "an object");
    prefix = field + '.';
  }

  /** How many members have come. */
  public int members() {
    return members;
  }

  /** Whether the member is null. */
  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Goes past the member, whatever it is. */
  public void skip() {
    try {
      parser.skipChildren();
      parser.finishToken(); // a text is read lazily, and so are its errors
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The member, a text. */
  public String text() {
    expect(JsonToken.VALUE_STRING, "a text");
    String value;
    try {
      value = parser.getText();
    } catch (IOException e) {
      throw malformed(e);
    }
    if (hasLoneSurrogate(value)) {
      throw wrong(field + " has half of a character (a surrogate without its other)", field);
    }
    return value;
  }

  /** The member, a whole number that an {@code int} can hold. */
  public int integer() {
    long value = whole();
    if (value != (int) value) {
      throw wrongType("a whole number of at most " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** The member, an array of whole numbers; not more than {@code most}. */
  public long[] wholes(int most) {
    expect(JsonToken.START_ARRAY, "an array of whole numbers");
    long[] values = new long[Math.min(most, 8)];
    int count = 0;
    while (token() != JsonToken.END_ARRAY) {
      if (count == most) {
        throw wrong(field + " has more than " + most + " elements", field);
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, Math.min(most, 2 * count));
      }
      values[count++] = whole();
    }
    return Arrays.copyOf(values, count);
  }

  /** The member as it was written, an object. */
  public Bytes object() {
    expect(JsonToken.START_OBJECT, "an object");
    return raw();
  }

  /** The member as it was written, whatever it is. */
  public Bytes raw() {
    long from = parser.currentTokenLocation().getByteOffset();
    skip();
    long to = parser.currentLocation().getByteOffset();
    return Bytes.of(text.array(), text.offset() + (int) from, (int) (to - from));
  }

  /** The member is of the right type, and has a value that it can not have. */
  public ProblemException wrongValue(String expected) {
    return wrong(field + " is to be " + expected, field);
  }

  private ProblemException wrongType(String expected) {
    return wrong(field + " is " + found() + ": it is to be " + expected, field);
  }

  /** There is no member of that name; {@code known} says which there are. */
  public ProblemException unknown(String known) {
    String shown = field.length() > SHOWN_CHARS ? field.substring(0, SHOWN_CHARS) + "…" : field;
    return wrong("there is no member \"" + shown + "\": there are " + known, shown);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new IllegalStateException("an array in memory can be read", e);
    }
  }

  private long whole() {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw wrongType("a whole number of at most " + Long.MAX_VALUE);
      }
      return parser.getLongValue();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private void expect(JsonToken token, String description) {
    if (parser.currentToken() != token) {
      throw wrongType(description);
    }
  }

  private @Nullable JsonToken token() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private String name() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The parser stands on the name, whose last quote is the first one without a backslash. */
  private Bytes writtenName() {
    int from = (int) parser.currentTokenLocation().getByteOffset();
    int to = from + 1;
    while (text.at(to) != '"') {
      to += text.at(to) == '\\' ? 2 : 1;
    }
    return Bytes.of(text.array(), text.offset() + from, to + 1 - from);
  }

  private static boolean hasLoneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(value.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private String found() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "empty";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT -> "a whole number";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case VALUE_NULL -> "null";
      default -> "no value";
    };
  }

  private ProblemException wrong(String detail, @Nullable String member) {
    JsonLocation at = parser.currentTokenLocation();
    return new Problem(ProblemKind.INVALID, detail, member, at.getLineNr(), at.getColumnNr(), null)
        .asException();
  }

  private static ProblemException malformed(IOException failure) {
    if (!(failure instanceof JsonProcessingException syntax)) {
      throw new IllegalStateException("an array in memory can be read", failure);
    }
    Problem problem = malformed(
        failure instanceof JsonEOFException
            ? "the text ends before the JSON does"
            : withoutSource(syntax.getOriginalMessage()));
    JsonLocation at = syntax.getLocation();
    return (at == null ? problem : problem.at(at.getLineNr(), at.getColumnNr())).asException();
  }

  /** The library's own description of where, which {@code line} and {@code column} say as well. */
  private static String withoutSource(String message) {
    int marker = message.indexOf(" (start marker");
    int source = marker < 0 ? message.indexOf("[Source") : marker;
    return source < 0 ? message : message.substring(0, source).trim();
  }

  private static Problem malformed(String detail) {
    return Problem.of(ProblemKind.MALFORMED_JSON, detail);
  }
}
