/** Pages of a long list: which part is asked for, and the part with the total. */
package dev.tare.scheduler.model.page;
