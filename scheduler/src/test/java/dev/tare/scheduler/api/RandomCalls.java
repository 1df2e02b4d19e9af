package dev.tare.scheduler.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.scheduler.api.json.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * API calls at random: valid ones, and such that are wrong in every way a client can be wrong. The
 * same seed gives the same calls.
 */
final class RandomCalls {
  private static final String[] METHODS = {
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "get"
  };
  private static final String[] TYPES = {
    "application/json", "application/merge-patch+json", "text/plain",
        "application/json; charset=utf-8",
    "application/json;charset=utf-16", "", "a/b/c", "application/x-www-form-urlencoded"
  };
  private static final String[] QUERIES = {
    "",
    "page=1",
    "page=2&pageSize=5",
    "page=0",
    "page=-3",
    "page=999999999",
    "page=x",
    "pageSize=100",
    "pageSize=101",
    "size=7",
    "status=ACTIVE",
    "status=FAILED",
    "status=PENDING",
    "status=nix",
    "type=echo",
    "type=%27%20OR%201%3D1%20--",
    "name=*",
    "name=task-1*",
    "name=%25_%5B",
    "name=%ff",
    "name=%zz",
    "workerId=worker-1",
    "workerId=",
    "days=3",
    "days=0",
    "days=99999",
    "&&&",
    "=",
    "a=b",
    "page=1&page=2",
    "status=CANCELLED&page=3"
  };
  private static final String[] BAD_IDS = {
    "0",
    "-1",
    "x",
    "1.0",
    "1e3",
    "99999999999999999999",
    "9223372036854775807",
    "%31",
    "%00",
    "..",
    "%2e%2e",
    "1;a=b",
    "1/2",
    "%F0%9F%98%80",
    "1%20",
    "+1",
    "'%20OR%201=1"
  };
  private static final String[] TEXTS = {
    "\"echo\"",
    "\"\"",
    "\" \"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"😀\"",
    "\"x'; DROP TABLE task; --\"",
    "\"0 0 3 * * *\"",
    "\"whenever\"",
    "\"ACTIVE\"",
    "\"INACTIVE\"",
    "null",
    "true",
    "[]",
    "{}",
    "-1",
    "0",
    "1",
    "3",
    "7",
    "11",
    "86401",
    "2147483648",
    "1e2",
    "99999999999999999999",
    "[1]",
    "[1,1]",
    "[1,2,3]",
    "[\"1\"]",
    "{\"count\":2,\"key\":\"k\"}",
    "{\"count\":1001,\"key\":\"k\"}",
    "{\"count\":0}",
    "{\"key\":null}"
  };
  private static final String[] MEMBERS = {
    "name",
    "taskType",
    "schedule",
    "parameters",
    "timeoutSeconds",
    "maxRetries",
    "status",
    "dependencies",
    "shards",
    "id",
    "createdAt",
    "nope"
  };

  private static final String TOO_LARGE = "{\"a\":\"" + "x".repeat(1_200_000) + "\"}";

  private final Random random;
  private final RandomJson json;

  /**
   * A call.
   *
   * @param method its method
   * @param target path and query
   * @param type the body's type
   * @param body empty for none
   */
  record Call(String method, String target, String type, String body) {

    @Override
    public String toString() {
      String shown = body.length() > 500 ? body.substring(0, 500) + "…" : body;
      return method + ' ' + target + ' ' + type + ' ' + shown;
    }

    /** The bytes of the request. */
    byte[] bytes(int variant) {
      byte[] content = body.getBytes(UTF_8);
      StringBuilder head = new StringBuilder()
          .append(method)
          .append(' ')
          .append(target)
          .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
      if (variant % 3 == 0) {
        head.append("traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n");
      }
      if (variant % 17 == 0) {
        head.append("traceparent: nonsense\r\nAccept: text/html\r\nX-Odd: \u00e9\t \r\n");
      }
      if (content.length > 0) {
        head.append("Content-Type: ").append(type).append("\r\n");
        head.append("Content-Length: ").append(content.length).append("\r\n");
      }
      byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
      byte[] all = new byte[start.length + content.length];
      System.arraycopy(start, 0, all, 0, start.length);
      System.arraycopy(content, 0, all, start.length, content.length);
      return all;
    }
  }

  RandomCalls(long seed) {
    random = new Random(seed);
    json = new RandomJson(random);
  }

  /** The next call; ids up to {@code tasks} and {@code runs} exist, more or less. */
  Call next(int tasks, int runs) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> json("POST", "/api/tasks", definition());
      case 3 -> json("PUT", "/api/tasks/" + id(tasks), definition());
      case 4, 5 -> json("PATCH", "/api/tasks/" + id(tasks), patch());
      case 6 -> new Call("DELETE", "/api/tasks/" + id(tasks), "", "");
      case 7, 8 ->
        random.nextBoolean()
            ? new Call("POST", "/api/tasks/" + id(tasks) + "/trigger", "", "")
            : json("POST", "/api/tasks/" + id(tasks) + "/trigger", json.object(3));
      case 9 -> new Call("POST", "/api/task-runs/" + id(runs) + "/cancel", "", "");
      case 10 -> new Call("POST", "/api/task-runs/" + id(runs) + "/restart", "", "");
      case 11 -> get("/api/tasks");
      case 12 -> get("/api/tasks/" + id(tasks));
      case 13 -> get("/api/tasks/" + id(tasks) + (random.nextBoolean() ? "/runs" : "/stats"));
      case 14 -> get("/api/task-runs" + (random.nextBoolean() ? "" : "/" + id(runs)));
      case 15 -> get(pick("/api/workers", "/api/workers/worker-1", "/api/system/stats"));
      case 16 -> get(pick("/api/health", "/metrics", "/api/metrics", "/", "/api", "/api/nothing"));
      default -> rubbish(tasks);
    };
  }

  private Call rubbish(int tasks) {
    if (random.nextInt(60) == 0) {
      return new Call(pick("POST", "POST", pick(METHODS)), "/api/tasks", TYPES[0], TOO_LARGE);
    }
    String path = pick("/api/tasks", "/api/tasks/" + id(tasks), "/api/task-runs", "/metrics", "/x");
    String body = switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> "nonsense";
      case 2 -> json.value(4);
      default -> definition();
    };
    return new Call(pick(METHODS), path + query(), pick(TYPES), body);
  }

  private Call json(String method, String target, String body) {
    int kind = random.nextInt(10);
    String type = kind == 0 ? pick(TYPES) : TYPES[0];
    String sent = kind == 1 ? new String(json.damaged(body), UTF_8) : body;
    return new Call(method, target, type, sent);
  }

  private Call get(String path) {
    return new Call(random.nextInt(20) == 0 ? "HEAD" : "GET", path + query(), "", "");
  }

  private String query() {
    return random.nextInt(3) == 0 ? "?" + pick(QUERIES) : "";
  }

  private String id(int most) {
    int kind = random.nextInt(12);
    return kind == 0 ? pick(BAD_IDS) : Integer.toString(1 + random.nextInt(most + 5));
  }

  /** Mostly valid; names come from a small set, so that some are taken. */
  private String definition() {
    StringBuilder text = new StringBuilder();
    text.append("{\"name\":\"task-").append(random.nextInt(400)).append("\",\"taskType\":\"");
    text.append(pick("echo", "shell", "http")).append('"');
    if (random.nextInt(3) == 0) {
      text.append(",\"parameters\":").append(json.object(3));
    }
    if (random.nextInt(3) == 0) {
      text.append(",\"schedule\":\"0 ").append(random.nextInt(60)).append(" * * * *\"");
    }
    if (random.nextInt(6) == 0) {
      text.append(",\"dependencies\":[").append(1 + random.nextInt(20)).append(']');
    }
    if (random.nextInt(3) == 0) {
      text.append(",\"").append(pick(MEMBERS)).append("\":").append(pick(TEXTS));
    }
    return text.append('}').toString();
  }

  private String patch() {
    StringBuilder text = new StringBuilder("{");
    int first = random.nextInt(MEMBERS.length);
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String member = MEMBERS[(first + i) % MEMBERS.length];
      String value = member.equals("parameters") ? json.object(2) : pick(TEXTS);
      text.append(i == 0 ? "" : ",").append('"').append(member).append("\":").append(value);
    }
    return text.append('}').toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
