/**
 * One command's measurements: every jar on every JVM with every database, merged by environment.
 *
 * <p>Plans requests for the {@code launch} port and puts the answers together. Knows no baseline
 * and prints nothing; what a database's address must not reveal is taken out here, before anybody
 * else sees a message.
 */
package dev.tare.reports.matrix;
