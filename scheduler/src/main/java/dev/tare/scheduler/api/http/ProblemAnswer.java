package dev.tare.scheduler.api.http;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.api.problem.Problem;
import java.io.IOException;

/** The document of a problem (RFC 9457); members that say nothing are left out. */
final class ProblemAnswer {
  private static final SerializedString TYPE = JsonOutput.name("type");
  private static final SerializedString TITLE = JsonOutput.name("title");
  private static final SerializedString STATUS = JsonOutput.name("status");
  private static final SerializedString DETAIL = JsonOutput.name("detail");
  private static final SerializedString INSTANCE = JsonOutput.name("instance");
  private static final SerializedString FIELD = JsonOutput.name("field");
  private static final SerializedString LINE = JsonOutput.name("line");
  private static final SerializedString COLUMN = JsonOutput.name("column");

  private ProblemAnswer() {}

  /** Writes the whole document; {@code instance} is the path of the request. */
  static void write(Problem problem, String instance, JsonOutput json) throws IOException {
    json.object()
        .text(TYPE, problem.kind().urn())
        .text(TITLE, problem.kind().title())
        .number(STATUS, problem.kind().status())
        .text(DETAIL, problem.detail())
        .text(INSTANCE, instance);
    if (problem.field() != null) {
      json.text(FIELD, problem.field());
    }
    if (problem.line() > 0) {
      json.number(LINE, problem.line()).number(COLUMN, problem.column());
    }
    json.endObject();
  }
}
