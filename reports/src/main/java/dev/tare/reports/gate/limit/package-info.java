/**
 * Limits that a user sets, in the place of equality with the baseline. As the gate itself, pure
 * functions of values: a judgement goes in, and one by these limits comes out.
 */
package dev.tare.reports.gate.limit;
