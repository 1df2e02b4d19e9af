/** The run repository: a change of status, over both dialects. */
package dev.tare.benchmarks.run;
