/** Workers: who they are, what they can run, and how busy they are. */
package dev.tare.scheduler.model.worker;
