/**
 * Bearer tokens: issued under the current key of a ring, verified under any that is still in it.
 *
 * <p>The cryptography is the JOSE library's; here are the rules that it leaves to its caller (which
 * algorithm, which key, which times) and a bounded memory of tokens that verified. No token, whole
 * or in part, is logged, kept or put into an exception.
 */
package dev.tare.scheduler.auth.token;
