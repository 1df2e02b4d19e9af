/**
 * JSON in and out, by tokens: no tree, no bound objects.
 *
 * <p>A request's body is one array, read once; what is stored as JSON is cut out of it as a view
 * and written back as it came. Errors say where they are. Knows nothing of tasks or HTTP.
 */
package dev.tare.scheduler.api.json;
