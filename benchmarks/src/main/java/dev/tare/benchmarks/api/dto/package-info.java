/** What the copying handlers map entities to, and requests from: a class a document. */
package dev.tare.benchmarks.api.dto;
