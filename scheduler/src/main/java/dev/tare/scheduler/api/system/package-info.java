/** Workers, figures about the whole, health and metrics over HTTP. */
package dev.tare.scheduler.api.system;
