package dev.tare.scheduler.api.route;

import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, lent to an endpoint for the time of its call. For one thread.
 *
 * <p>An endpoint calls one of {@link #json}, {@link #created}, {@link #noContent} and
 * {@link #stream}, once, after everything that may refuse the request.
 */
public interface Exchange {

  /**
   * The path's <code>{id}</code>, a number.
   *
   * @throws dev.tare.scheduler.api.problem.ProblemException if it is no whole number from 1
   */
  long id();

  /** The path's <code>{id}</code>, a text, decoded. */
  String name();

  /**
   * The parameters of the address.
   *
   * @param names which there may be
   * @throws dev.tare.scheduler.api.problem.ProblemException if there is another one
   */
  Query query(String... names);

  /** The request's body, of length 0 if there is none; views of it may be kept. */
  Bytes body();

  /** Who asks: the token's subject, or the address of the other end. */
  String requester();

  /** The trace that the request belongs to; a header that is none is taken for absent. */
  @Nullable
  TraceParent traceparent();

  /** Begins a JSON answer; it is ended when the endpoint returns. */
  JsonOutput json(int status) throws IOException;

  /** Begins the answer 201, with the address of what has been made. */
  JsonOutput created(String location) throws IOException;

  /** Answers 204. */
  void noContent();

  /** Begins an answer of another type; it is ended when the endpoint returns. */
  OutputStream stream(int status, String contentType) throws IOException;
}
