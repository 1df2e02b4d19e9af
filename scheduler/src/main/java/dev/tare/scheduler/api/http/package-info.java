/**
 * Requests and answers over Jetty's core: from a socket to an endpoint and back.
 *
 * <p>A request goes through {@code FrontHandler}: its route, who sent it, whether that client may
 * ask now, its body (read without holding a thread), then the endpoint. Whatever is thrown on the
 * way becomes a problem document. An answer is written into a buffer that is reused: one that fits
 * is sent at once with its length, a longer one in chunks as it is made. Knows nothing of tasks.
 */
package dev.tare.scheduler.api.http;
