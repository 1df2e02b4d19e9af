/**
 * The ring of signing keys: it rotates by age or on request, and survives a restart in a file.
 *
 * <p>Secrets stay inside this package: a key signs and verifies itself, and no public type hands a
 * secret out, prints one or puts one into an exception. Keys come from
 * {@link java.security.SecureRandom} or from the key file and go nowhere but into that file. Time
 * comes from a {@link java.time.Clock} given at construction.
 */
package dev.tare.scheduler.auth.key;
