package dev.tare.benchmarks.load.api;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The bytes of all requests to one server, made ahead. Safe for all threads. */
final class Requests {
  private final Map<Question, byte[][]> requests = new EnumMap<>(Question.class);

  Requests(ApiData data, int port, String token) {
    String head = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token;
    put(
        Question.LIST_TASKS,
        List.of("GET /api/tasks?status=ACTIVE&page=1&pageSize=100" + head + "\r\n\r\n"));
    put(
        Question.GET_TASK,
        data.tasks().stream()
            .map(id -> "GET /api/tasks/" + id + head + "\r\n\r\n")
            .toList());
    put(
        Question.LIST_RUNS,
        List.of("GET /api/tasks/" + data.busy() + "/runs?page=1&pageSize=100" + head + "\r\n\r\n"));
    put(
        Question.GET_RUN,
        data.runs().stream()
            .map(id -> "GET /api/task-runs/" + id + head + "\r\n\r\n")
            .toList());
    put(
        Question.TRIGGER,
        List.of("POST /api/tasks/" + data.triggered() + "/trigger" + head
            + "\r\nContent-Type: application/json\r\nContent-Length: " + ApiData.PAYLOAD.length()
            + "\r\n\r\n" + ApiData.PAYLOAD));
  }

  private void put(Question question, List<String> texts) {
    requests.put(
        question,
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new));
  }

  /** The request of this number. */
  byte[] of(Question question, long number) {
    byte[][] all = requests.getOrDefault(question.of(number), new byte[0][]);
    return all[(int) (number % all.length)];
  }
}
