/**
 * What the API can be asked, and how an endpoint reads a request and writes its answer.
 *
 * <p>Endpoints see this and nothing of the server below it. Routes are a table: it knows a path's
 * methods, what its token must allow and which body it takes, so that a request is refused before
 * an endpoint sees it.
 */
package dev.tare.scheduler.api.route;
